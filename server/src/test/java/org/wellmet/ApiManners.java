package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How an answer of a route under `/api/` is held to its status, to one shape and to nothing changed. What a route
/// reads is taken from its example in `docs/api.md`.
abstract class ApiManners extends ApiWorld {
    protected static final JsonMapper JSON = new JsonMapper();

    /// What was not as it should be, a line for each.
    protected final List<String> wrong = new ArrayList<>();

    private final ApiDocument document = ApiDocument.read();
    private String before = "";

    protected void expectNamed(Route route, String what, Answer answer, String field) {
        expect(route, what, answer, 422);
        if (answer.status() == 422 && !answer.body().contains("\"field\":\"" + field)) {
            wrong.add("%s %s: %s names no %s".formatted(route.key(), what, answer.body(), field));
        }
    }

    protected void expect(Route route, String what, Answer answer, int status) {
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

    protected void unchanged() {
        assertThat(wrong).isEmpty();
        assertThat(new Rows(sql).of(everybody())).isEqualTo(before);
    }

    @BeforeEach
    void remember() {
        before = new Rows(sql).of(everybody());
    }

    protected static List<Route> changes() throws IOException {
        return all().stream().filter(Route::isChange).toList();
    }

    /// Those that read a body.
    protected List<Route> reading() throws IOException {
        return changes().stream()
                .filter(route -> document.of(route).request().isPresent())
                .toList();
    }

    protected String body(Route route) {
        return document.of(route)
                .request()
                .orElse("{}")
                .replace("edsger-dijkstra", handle(alonzo))
                .replace("grace-hopper", handle(grace));
    }

    protected Answer call(Visitor visitor, Route route, String body) {
        return call(visitor, route, body, address(route));
    }

    protected static Answer call(Visitor visitor, Route route, String body, String address) {
        return route.isChange()
                ? visitor.send(route.method(), address, "application/json", bytes(body))
                : visitor.get(address);
    }

    protected static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
