package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How every route under `/api/` of `routes.txt` refuses what it cannot take: the right status, one shape, a sentence,
/// and nothing changed. What a route reads is taken from its example in `docs/api.md`, which is held to the routes
/// here,
/// too.
class ApiMannersTest extends ApiWorld {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LONE_SURROGATE = "\\ud83d";

    /// What may be missing in a body: settings of which the rest is left, and what has an answer without.
    private static final Set<String> OPTIONAL = Set.of(
            "POST /api/connections/{handle}/note note",
            "POST /api/connections/{handle}/note how",
            "POST /api/settings/connections audience",
            "POST /api/settings/connections gate",
            "POST /api/settings/mail accepted",
            "POST /api/settings/mail quietHours",
            "POST /api/suggestions/setting isSuggested",
            "POST /api/introductions/{id}/decline reason",
            "POST /api/invitations/outside note",
            "POST /api/invitations/outside uses");

    private final ApiDocument document = ApiDocument.read();
    private final List<String> wrong = new ArrayList<>();
    private String before = "";

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    @Test
    void whoIsSignedOutIsToldSoInOneShape() throws IOException {
        for (Route route : all()) {
            if (!route.who().equals("ANYONE")) {
                int status = route.who().equals("MEMBERS") ? 401 : 404;
                expect(route, "signed out", call(aStranger(), route, body(route)), status);
            }
        }
        unchanged();
    }

    @Test
    void withoutTheTokenNothingIsDone() throws IOException {
        for (Route route : changes()) {
            if (route.method().equals("POST")) {
                Answer answer = visitor(ada).sendBare(address(route), "application/json", bytes(body(route)));
                expect(route, "no token", answer, 403);
            }
        }
        unchanged();
    }

    @Test
    void whatIsNotThereIsNotThereInOneShape() throws IOException {
        Answer nothing = visitor(ada).get("/api/there-is-nothing-here");
        for (Route route : all()) {
            if (route.path().contains("{")) {
                Answer answer = call(visitor(ada), route, body(route), route.address());
                expect(route, "absent", answer, 404);
                if (!answer.body().equals(nothing.body())) {
                    wrong.add(route.key() + " says something of its own of what is absent");
                }
            }
        }
        unchanged();
    }

    @Test
    void anotherMethodIsRefusedWithTheOnesThatThereAre() throws IOException {
        for (Route route : all()) {
            Answer answer = visitor(ada).send("PATCH", address(route), "application/json", bytes("{}"));
            expect(route, "PATCH", answer, 405);
            if (!answer.header("Allow").contains(route.method())) {
                wrong.add(route.key() + " is not allowed: " + answer.header("Allow"));
            }
        }
        unchanged();
    }

    @Test
    void aBodyThatIsNoJsonOfOursIsRefused() throws IOException {
        for (Route route : reading()) {
            Visitor visitor = visitor(ada);
            String example = body(route);
            for (String broken : List.of("", "{", "[]", "\"text\"", "null", example + "x", "{\"a\":1,\"a\":2}")) {
                expect(route, "malformed " + broken, call(visitor, route, broken), 400);
            }
            expect(
                    route,
                    "no UTF-8",
                    visitor.send("POST", address(route), "application/json", new byte[] {
                        '{', '"', (byte) 0xC3, '"', ':', '1', '}'
                    }),
                    400);
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
                expect(route, type, visitor.send("POST", address(route), type, bytes(example)), 415);
            }
            String tooLong = example + " ".repeat(70_000);
            expect(route, "too long a body", call(visitor, route, tooLong), 413);
        }
        unchanged();
    }

    @Test
    void aFieldThatIsNotWhatIsReadIsNamed() throws IOException {
        for (Route route : reading()) {
            ObjectNode example = (ObjectNode) JSON.readTree(body(route));
            for (String field : names(example)) {
                JsonNode value = example.get(field);
                if (!value.isObject()) {
                    refusedWith(route, example, field, "{\"x\":[1]}");
                }
                if (value.isString()) {
                    refusedWith(route, example, field, "[\"a\",\"b\"]");
                    refusedWith(route, example, field, "7");
                    refusedWith(route, example, field, "true");
                    refusedWith(route, example, field, "\"half " + LONE_SURROGATE + "\"");
                    refusedWith(route, example, field, "\"" + "too long ".repeat(400) + "\"");
                } else {
                    refusedWith(route, example, field, "\"text\"");
                    refusedWith(route, example, field, "\"1\"");
                    refusedWith(route, example, field, "1.5");
                    refusedWith(route, example, field, "1" + "0".repeat(30));
                }
                if (value.isNumber()) {
                    refusedWith(route, example, field, "-1");
                }
            }
        }
        unchanged();
    }

    @Test
    void aFieldThatIsMissingIsNamed() throws IOException {
        for (Route route : reading()) {
            ObjectNode example = (ObjectNode) JSON.readTree(body(route));
            for (String field : names(example)) {
                if (!OPTIONAL.contains(ApiDocument.name(route) + " " + field)) {
                    ObjectNode without = example.deepCopy();
                    without.remove(field);
                    expectNamed(route, "without " + field, call(visitor(ada), route, without.toString()), field);
                    refusedWith(route, example, field, "null");
                }
            }
        }
        unchanged();
    }

    @Test
    void aPartOfTheAddressThatIsNotWhatIsReadIsNamed() {
        for (String address : List.of(
                "/api/invitations?box=nonsense",
                "/api/invitations?after=nonsense",
                "/api/invitations?box=sent&after=nonsense",
                "/api/introductions?box=nonsense",
                "/api/introductions?before=nonsense",
                "/api/connections?after=nonsense",
                "/api/notifications?before=nonsense",
                "/api/feed?before=nonsense",
                "/api/search?q=ada&page=nonsense",
                "/api/suggestions?lens=nonsense")) {
            Answer answer = visitor(ada).get(address);
            String field = address.replaceAll(".*[?&](\\w+)=nonsense", "$1");
            expectNamed(new Route("GET", address, "MEMBERS", ""), "", answer, field);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPartOfTheAddressThatNobodyCanSeeIsNotReadAsIfItWereAbsent() {
        for (String address : List.of("/api/connections?after=", "/api/invitations?after=", "/api/search?q=")) {
            assertThat(visitor(ada).get(address + "%00").status()).isEqualTo(400);
            assertThat(visitor(ada).get(address).status()).isEqualTo(200);
        }
        assertThat(visitor(ada).get("/search?q=%00").status()).isEqualTo(200);
    }

    /// One that does not say how long it is, too.
    @Test
    void aBodyInPiecesIsReadUpToItsBound() throws IOException, InterruptedException {
        assertThat(inPieces("{\"newest\":0}" + " ".repeat(60_000)).statusCode()).isEqualTo(204);
        assertThat(inPieces("{\"newest\":-1}").statusCode()).isEqualTo(422);
        HttpResponse<String> tooLong = inPieces("{\"newest\":0}" + " ".repeat(70_000));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(tooLong.body()).contains("urn:wellmet:problem:too-large");
    }

    private HttpResponse<String> inPieces(String body) throws IOException, InterruptedException {
        String server = visitor(ada).address();
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder().header(SignedInByHeader.HEADER, Long.toString(ada.value()));
            String token = client.send(
                            request.copy()
                                    .uri(URI.create(server + "/test/csrf"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return client.send(
                    request.uri(URI.create(server + "/api/notifications/read"))
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(body))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /// What is refused before any route is asked has the same shape.
    @Test
    void evenWhatFiltersAndTheContainerRefuseHasTheShape() {
        Visitor visitor = visitor(ada);
        Route none = new Route("GET", "/api/", "MEMBERS", "");
        expect(none, "a doubled parameter", visitor.get("/api/search?q=a&q=b"), 400);
        expect(none, "a slash within a name", visitor.get("/api/members/a%2Fb"), 400);
        expect(none, "a semicolon", visitor.get("/api/members/a;b"), 400);
        expect(
                none,
                "no JSON wanted",
                aStranger().signedInAs(ada).with("Accept", "text/html").get("/api/invitations"),
                406);
        assertThat(wrong).isEmpty();
    }

    private void refusedWith(Route route, ObjectNode example, String field, String value) {
        ObjectNode changed = example.deepCopy();
        changed.set(field, JSON.readTree("\"in its place\""));
        String body = changed.toString().replace("\"in its place\"", value);
        expectNamed(route, field + " = " + value, call(visitor(ada), route, body), field);
    }

    private void expectNamed(Route route, String what, Answer answer, String field) {
        expect(route, what, answer, 422);
        if (answer.status() == 422 && !answer.body().contains("\"field\":\"" + field)) {
            wrong.add("%s %s: %s names no %s".formatted(route.key(), what, answer.body(), field));
        }
    }

    private void expect(Route route, String what, Answer answer, int status) {
        String shown = what.length() > 80 ? what.substring(0, 80) : what;
        if (answer.status() != status) {
            wrong.add("%s %s: %d and not %d: %s".formatted(route.key(), shown, answer.status(), status, answer.body()));
        } else if (status >= 400 && !hasTheShape(answer)) {
            wrong.add("%s %s: %s %s".formatted(route.key(), shown, answer.header("Content-Type"), answer.body()));
        }
    }

    private static boolean hasTheShape(Answer answer) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return false;
        }
        JsonNode problem = JSON.readTree(answer.body());
        boolean isInvalid = answer.status() == 422;
        return problem.path("type").asString().startsWith("urn:wellmet:problem:")
                && problem.path("status").asInt() == answer.status()
                && problem.path("title").asString().length() > 5
                && problem.path("detail").asString().length() > 20
                && problem.has("errors") == isInvalid
                && (!isInvalid
                        || problem.path("errors")
                                        .get(0)
                                        .path("message")
                                        .asString()
                                        .length()
                                > 5);
    }

    private void unchanged() {
        assertThat(wrong).isEmpty();
        assertThat(new Rows(sql).of(everybody())).isEqualTo(before);
    }

    @BeforeEach
    void remember() {
        before = new Rows(sql).of(everybody());
    }

    private static List<Route> changes() throws IOException {
        return all().stream().filter(Route::isChange).toList();
    }

    /// Those that read a body.
    private List<Route> reading() throws IOException {
        return changes().stream()
                .filter(route -> document.of(route).request().isPresent())
                .toList();
    }

    private String body(Route route) {
        return document.of(route)
                .request()
                .orElse("{}")
                .replace("edsger-dijkstra", handle(alonzo))
                .replace("grace-hopper", handle(grace));
    }

    private Answer call(Visitor visitor, Route route, String body) {
        return call(visitor, route, body, address(route));
    }

    private static Answer call(Visitor visitor, Route route, String body, String address) {
        return route.isChange()
                ? visitor.send(route.method(), address, "application/json", bytes(body))
                : visitor.get(address);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
