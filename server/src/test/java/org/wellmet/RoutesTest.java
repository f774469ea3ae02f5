package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wellmet.Visitor.Answer;
import org.wellmet.web.OpenTo;

/// T9: every route of the server, tried by everybody.
///
/// The checked-in list `routes.txt` says of each route who may call it and what a foreign id gets. A route
/// that is not on it fails here, so that nobody adds one without having thought about both.
class RoutesTest extends ServerTest {
    private static final String ABSENT_ID = "999999999999";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /// A line of the list: method, path, who, and a note on ids.
    record Route(String method, String path, String who, String note) implements Comparable<Route> {
        String key() {
            return method + " " + path;
        }

        /// With an id that nothing has in the place of each variable; a variable that names choices gets the first.
        String address() {
            return path.replaceAll("\\{\\w+:([a-z-]+)\\|[^{}]*}", "$1")
                    .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", ABSENT_ID);
        }

        boolean isChange() {
            return !method.equals("GET");
        }

        @Override
        public int compareTo(Route other) {
            return (path + " " + method).compareTo(other.path + " " + other.method);
        }
    }

    @Test
    void everyRouteIsListedWithWhoMayCallIt() throws IOException {
        Map<String, Route> listed = listed();
        List<String> unlisted = new ArrayList<>();
        Set<String> stale = new TreeSet<>(listed.keySet());
        for (Route route : routes()) {
            stale.remove(route.key());
            Route line = listed.get(route.key());
            if (line == null || !line.who().equals(route.who())) {
                unlisted.add("%-6s %-55s %-10s | %s"
                        .formatted(
                                route.method(),
                                route.path(),
                                route.who(),
                                route.path().contains("{") ? "?" : "-"));
            }
        }
        assertThat(unlisted)
                .as(
                        "add these lines to server/src/test/resources/routes.txt; after | say whose ids the path takes and what a"
                                + " foreign one gets (\"own, else 404\"), or - where it takes none")
                .isEmpty();
        assertThat(stale).as("take these out of routes.txt: no such route").isEmpty();
    }

    @Test
    void everyRouteWithAnIdSaysWhatAForeignOneGets() throws IOException {
        assertThat(listed().values().stream()
                        .filter(route -> route.path().contains("{"))
                        .filter(route -> route.note().isBlank()
                                || route.note().equals("-")
                                || route.note().equals("?")))
                .as("routes with an id and no word on whose")
                .isEmpty();
    }

    @Test
    void whoIsNotSignedInGetsNothingThatIsForMembersOrOperators() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.who().equals("ANYONE")) {
                continue;
            }
            Answer answer = call(aStranger(), route);
            boolean isRight = route.who().equals("OPERATORS")
                    ? answer.status() == 404
                            && (route.isChange() || body(answer).equals(body(nothing(aStranger(), route))))
                    : Set.of(401, 403).contains(answer.status())
                            || (!route.isChange() && answer.header("Location").contains("/sign-in?to="));
            if (!isRight) {
                wrong.add(route.key() + " answered " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void toAMemberWhatIsForOperatorsDoesNotExist() {
        Visitor member = visitor(aMember("Mem Ber"));
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.who().equals("OPERATORS")) {
                Answer answer = call(member, route);
                if (answer.status() != 404
                        || (!route.isChange() && !body(answer).equals(body(nothing(member, route))))) {
                    wrong.add(route.key() + " answered " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anIdThatIsNotThereIsAnsweredAndNeverAFault() throws IOException {
        Map<String, Route> listed = listed();
        Visitor operator = visitor(anOperator("Oper Ator"));
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.path().contains("{")) {
                Visitor visitor = route.who().equals("OPERATORS") ? operator : visitor(aMember("Mem Ber"));
                int status = call(visitor, route).status();
                Route line = listed.get(route.key());
                boolean must404 = line != null && line.note().contains("else 404");
                if (status >= 500 || (must404 && status != 404)) {
                    wrong.add(route.key() + " answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noChangeIsTakenFromAnotherSite() {
        Visitor operator = visitor(anOperator("Oper Ator"));
        Visitor member = visitor(aMember("Mem Ber"));
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.isChange()) {
                for (Visitor visitor : List.of(aStranger(), member, operator)) {
                    int status = visitor.forge(route.address()).status();
                    if (status != 403) {
                        wrong.add(route.key() + " answered " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// What somebody gets who asks for what there is not, in the form of the route.
    private static Answer nothing(Visitor visitor, Route route) {
        return visitor.get((route.path().startsWith("/api/") ? "/api" : "") + "/there-is-nothing-here");
    }

    private static Answer call(Visitor visitor, Route route) {
        return switch (route.method()) {
            case "GET" -> visitor.get(route.address());
            case "POST" ->
                route.path().startsWith("/api/")
                        ? visitor.send("POST", route.address(), "application/json", new byte[] {'{', '}'})
                        : visitor.post(route.address());
            default -> visitor.send(route.method(), route.address(), "application/x-www-form-urlencoded", new byte[0]);
        };
    }

    private Set<Route> routes() {
        Set<Route> routes = new TreeSet<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            HandlerMethod handler = entry.getValue();
            boolean isOurs = handler.getBeanType().getName().startsWith("org.wellmet.")
                    && !handler.getBeanType().getSimpleName().endsWith("ForTests");
            Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
            if (isOurs) {
                for (String path : entry.getKey().getPatternValues()) {
                    for (String method : methods.isEmpty()
                            ? Set.of("GET")
                            : methods.stream().map(Enum::name).collect(Collectors.toSet())) {
                        routes.add(new Route(method, path, who(handler), ""));
                    }
                }
            }
        }
        return routes;
    }

    private static String who(HandlerMethod handler) {
        OpenTo onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), OpenTo.class);
        OpenTo openTo = onMethod == null
                ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OpenTo.class)
                : onMethod;
        return Objects.requireNonNull(openTo, handler.toString()).value().name();
    }

    static Map<String, Route> listed() throws IOException {
        try (InputStream in = Objects.requireNonNull(RoutesTest.class.getResourceAsStream("/routes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RoutesTest::parse)
                    .collect(Collectors.toMap(Route::key, Function.identity(), (a, _) -> a, TreeMap::new));
        }
    }

    private static Route parse(String line) {
        String[] parts = line.split(" \\| ", 2);
        String[] words = parts[0].strip().split("\\s+");
        return new Route(words[0], words[1], words[2], parts.length > 1 ? parts[1].strip() : "");
    }

    /// Without the token, and without the address that the language form leads back to.
    private static String body(Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"back\" value=\"[^\"]*\"", "");
    }
}
