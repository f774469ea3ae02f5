package org.wellmet.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/// A page of all components, for tests that look at them.
final class Components {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    ModelAndView upload(Frame frame) {
        Content form = joined(
                html(
                        "<h1>Bring</h1><form action=\"/test/bring\" method=\"post\" enctype=\"multipart/form-data\" data-progress>"),
                part("token", Map.of("frame", frame)),
                html(
                        "<label>To <input name=\"to\"></label> <label>File <input type=\"file\" name=\"file\"></label>"
                                + "<progress hidden aria-label=\"Upload\"></progress><button class=\"btn go\">Bring</button></form>"));
        return new ModelAndView("frame/layout", Map.of("title", "Bring", "content", form));
    }

    ModelAndView show(Frame frame) {
        Form form = Form.empty()
                .with("email", "ada@example")
                .with("password", "never written back")
                .with("about", "Line one\n  <b>line</b> two")
                .with("gate", "common")
                .with("audience", "members");
        FormReader reading = form.reading();
        reading.refuse("email", Text.of("E-mail address"), Text.of("This is no address."));
        reading.refuse("about", Text.of("About"), Text.of("{0} characters. Take out {1}.", 138, 18));
        Form refused = reading.refused();
        Content fields = joined(
                part("errors", Map.of("frame", frame, "form", refused)),
                part(
                        "field",
                        Map.of(
                                "frame",
                                frame,
                                "form",
                                refused,
                                "name",
                                "email",
                                "label",
                                "E-mail address",
                                "type",
                                "email",
                                "hint",
                                "Nobody else sees it.",
                                "autocomplete",
                                "email",
                                "required",
                                true)),
                part(
                        "field",
                        Map.of(
                                "frame",
                                frame,
                                "form",
                                refused,
                                "name",
                                "password",
                                "label",
                                "Password",
                                "type",
                                "password")),
                part(
                        "field",
                        Map.of(
                                "frame", frame, "form", refused, "name", "about", "label", "About", "rows", 4, "max",
                                120)),
                part(
                        "select",
                        Map.of(
                                "frame",
                                frame,
                                "form",
                                refused,
                                "name",
                                "audience",
                                "label",
                                "Who may see it",
                                "options",
                                joined(
                                        option(refused, "connections", "Connections"),
                                        option(refused, "members", "Members")))),
                html("<fieldset class=\"choice-list\"><legend>Your gate</legend>"),
                choice(refused, "anyone", "Anyone", "Every member of this server."),
                choice(refused, "common", "Common ground", "A shared organisation or a mutual connection."),
                html("</fieldset><div class=\"row\"><button class=\"btn go\">Save</button></div>"));
        Content people = joined(
                html(
                        "<section class=\"sheet\" aria-labelledby=\"people\"><h2 id=\"people\">People</h2><ul class=\"list\"><li>"),
                person(frame, "Rajan Pillai", 3, 1),
                html("</li><li>"),
                person(frame, "Ingrid <i>Solheim</i>", 5, 2),
                html("</li><li>"),
                person(frame, "Sofía Arriaga-Villanueva de la Fuente y Compostela", 4, 3),
                html("</li></ul>"),
                html("<ul class=\"chips\" aria-label=\"Reasons\"><li class=\"chip\">Leads to new people</li>"
                        + "<li class=\"chip\">7 mutual connections</li></ul>"),
                html("<p>"),
                part("time", Map.of("frame", frame, "at", frame.now().minus(Duration.ofHours(1)), "hour", true)),
                html("</p>"),
                part("pager", Map.of("frame", frame, "older", "/test/components?before=1")),
                html("</section>"));
        Content notices = joined(
                part("notice", Map.of("kind", "good", "content", html("<p><strong>Saved.</strong></p>"))),
                part("notice", Map.of("kind", "late", "content", html("<p><strong>Nothing was sent.</strong></p>"))),
                part("notice", Map.of("kind", "due", "content", html("<p>Due since 2 September.</p>"))),
                part("notice", Map.of("content", html("<p>Only you see this.</p>"))));
        Map<String, Object> model = new HashMap<>();
        model.put("title", "Components");
        model.put(
                "content",
                joined(
                        html(
                                "<div class=\"page-head\"><h1>Components</h1><p class=\"lede\">All in one place.</p></div>"),
                        notices,
                        html("<form class=\"sheet flow wide\" method=\"post\">"),
                        part("token", Map.of("frame", frame)),
                        html("<h2>A form</h2>"),
                        fields,
                        html("</form>"),
                        people));
        model.put(
                "aside",
                html("<section class=\"sheet close\"><h2>Beside</h2><p>One thing to glance at.</p></section>"));
        return new ModelAndView("frame/layout", model);
    }

    private Content person(Frame frame, String name, int tint, int steps) {
        return part(
                "person",
                Map.of(
                        "frame",
                        frame,
                        "name",
                        name,
                        "address",
                        "/in/someone",
                        "initials",
                        "RP",
                        "tint",
                        tint,
                        "steps",
                        steps,
                        "headline",
                        "Embedded engineer, Tidewright Instruments",
                        "actions",
                        html("<button class=\"btn s\">Invite<span class=\"vh\"> them</span></button>")));
    }

    private Content choice(Form form, String value, String label, String hint) {
        return part("choice", Map.of("form", form, "name", "gate", "value", value, "label", label, "hint", hint));
    }

    private Content option(Form form, String value, String label) {
        return part("option", Map.of("form", form, "name", "audience", "value", value, "label", label));
    }

    private Content part(String template, Map<String, Object> model) {
        StringOutput output = new StringOutput();
        engine.render("frame/" + template + ".jte", model, output);
        return html(output.toString());
    }

    private static Content html(String markup) {
        return output -> output.writeContent(markup);
    }

    private static Content joined(Content... parts) {
        return output -> {
            for (Content part : parts) {
                part.writeTo(output);
            }
        };
    }
}
