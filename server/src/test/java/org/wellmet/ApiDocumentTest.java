package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `docs/api.md` says what the routes under `/api/` of `routes.txt` answer: each has an example, and the example
/// has the fields.
class ApiDocumentTest extends ApiWorld {
    private static final JsonMapper JSON = new JsonMapper();

    /// Objects whose names are not fixed.
    private static final Set<String> MAPS = Set.of("bands", "weights", "exponents", "factors");

    private final ApiDocument document = ApiDocument.read();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyRouteIsDocumentedWithAnExample() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (Route route : all()) {
            routes.add(ApiDocument.name(route));
        }
        assertThat(document.entries().keySet()).isEqualTo(routes);
        for (Route route : all()) {
            ApiDocument.Entry entry = document.of(route);
            if (!route.isChange()) {
                assertThat(entry.answer()).as(route.key()).isPresent();
            }
            entry.request().ifPresent(JSON::readTree);
            entry.answer().ifPresent(JSON::readTree);
        }
    }

    /// Every field that a route answers stands in its example, and the other way round as far as something is there.
    @Test
    void theExamplesHaveTheFieldsOfTheAnswers() throws IOException {
        for (Route route : all()) {
            if (!route.isChange()) {
                Answer answer = visitor(ada).get(address(route));
                assertThat(answer.status()).as(route.key() + answer.body()).isEqualTo(200);
                JsonNode example = JSON.readTree(document.of(route).answer().orElseThrow());
                if (!answer.header("Cache-Control").contains("no-store")) {
                    wrong.add(route.key() + " may be kept: " + answer.header("Cache-Control"));
                }
                compare(route.key(), "", example, JSON.readTree(answer.body()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(String route, String name, JsonNode example, JsonNode answer) {
        if (MAPS.contains(name)) {
            compare(
                    route,
                    name + ".",
                    example.iterator().next(),
                    answer.iterator().next());
        } else if (example.isObject() && answer.isObject()) {
            if (!names(example).equals(names(answer))) {
                wrong.add("%s %s has %s and not %s".formatted(route, name, names(answer), names(example)));
            }
            answer.propertyNames().forEach(field -> compare(route, field, example.path(field), answer.path(field)));
        } else if (example.isArray() && answer.isArray() && !example.isEmpty() && !answer.isEmpty()) {
            compare(route, name, example.get(0), answer.get(0));
        } else if (example.getNodeType() != answer.getNodeType() && !example.isNull() && !answer.isNull()) {
            wrong.add("%s %s is %s and not %s".formatted(route, name, answer.getNodeType(), example.getNodeType()));
        }
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }
}
