package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How every route under `/api/` of `routes.txt` refuses a field that it cannot take: it is named, in the shape of
/// all refusals, and nothing is changed.
class ApiFieldsTest extends ApiManners {
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
                "/api/invitations/outside?before=nonsense",
                "/api/connections?after=nonsense",
                "/api/connections/" + handle(grace) + "?after=nonsense",
                "/api/suggestions/dismissed?after=nonsense",
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

    private void refusedWith(Route route, ObjectNode example, String field, String value) {
        ObjectNode changed = example.deepCopy();
        changed.set(field, JSON.readTree("\"in its place\""));
        String body = changed.toString().replace("\"in its place\"", value);
        expectNamed(route, field + " = " + value, call(visitor(ada), route, body), field);
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }
}
