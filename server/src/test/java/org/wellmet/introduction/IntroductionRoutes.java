package org.wellmet.introduction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.wellmet.Visitor;

/// The routes of this package, and a way to call each.
abstract class IntroductionRoutes extends IntroductionTest {
    static final String REPLY = "Tell me more of it.";
    static final String ID = "{id:[0-9]{1,18}}";

    static final Set<String> CHANGING = Set.of(
            "POST /members/{handle}/introduction",
            "POST /introductions/" + ID + "/forward",
            "POST /introductions/" + ID + "/decline",
            "POST /introductions/" + ID + "/accept",
            "POST /introductions/" + ID + "/reply",
            "POST /introductions/" + ID + "/withdraw",
            "POST /api/introductions",
            "POST /api/introductions/" + ID + "/forward",
            "POST /api/introductions/" + ID + "/decline",
            "POST /api/introductions/" + ID + "/accept",
            "POST /api/introductions/" + ID + "/reply",
            "POST /api/introductions/" + ID + "/withdraw");

    static final Set<String> READING = Set.of(
            "GET /members/{handle}/introduction",
            "GET /introductions",
            "GET /introductions/asked",
            "GET /introductions/passed",
            "GET /introductions/" + ID,
            "GET /api/members/{handle}/introduction",
            "GET /api/introductions",
            "GET /api/introductions/tally",
            "GET /api/introductions/" + ID);

    static final List<String> NAMING_A_MEMBER = List.of(
            "GET /members/{handle}/introduction",
            "POST /members/{handle}/introduction",
            "GET /api/members/{handle}/introduction",
            "POST /api/introductions");

    static Visitor.Answer call(Visitor visitor, String route, String target, String via, long id) {
        String method = route.substring(0, route.indexOf(' '));
        String path = path(route, target, id);
        if (method.equals("GET")) {
            return visitor.get(path);
        }
        if (path.startsWith("/api/")) {
            String body =
                    "{\"to\":\"%s\",\"via\":\"%s\",\"toConnector\":\"%s\",\"toTarget\":\"%s\",\"words\":\"%s\",\"text\":\"%s\"}"
                            .formatted(target, via, TO_CONNECTOR.text(), TO_TARGET.text(), WORDS.text(), REPLY);
            return visitor.send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
        return visitor.post(
                path,
                "via",
                via,
                "toConnector",
                TO_CONNECTOR.text(),
                "toTarget",
                TO_TARGET.text(),
                "words",
                WORDS.text(),
                "text",
                REPLY);
    }

    static String path(String route, String handle, long id) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{handle}", handle)
                .replace(ID, Long.toString(id));
    }

    /// Without the token and the address that the language form leads back to.
    static String tokenless(Visitor.Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"back\" value=\"[^\"]*\"", "");
    }

    /// Those that answer or take back one introduction, in HTML and in JSON.
    static List<String> onOne() {
        return CHANGING.stream().filter(route -> route.contains("{id")).sorted().toList();
    }
}
