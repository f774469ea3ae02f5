package org.wellmet.vocabulary;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.wellmet.web.Frame;
import org.wellmet.web.OpenTo;

/// What a field offers while one types: `GET /vocabulary/{kind}?q=`, as JSON or as the options of an HTML list.
///
/// Answers from memory, touches no database and says nothing about members, so it needs neither a session nor a limit
/// per address; a browser keeps an answer for an hour.
@RestController
@OpenTo(OpenTo.Who.ANYONE)
final class VocabularyApi {
    private static final int OFFERED = 8;

    private final Vocabulary vocabulary;

    VocabularyApi(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// What is offered for a beginning.
    record Answer(List<Suggestion> suggestions) {}

    @GetMapping(path = "/vocabulary/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> suggestions(
            @PathVariable String kind, @RequestParam(name = "q", defaultValue = "") String typed, Frame frame) {
        return Kind.of(kind)
                .map(known -> kept().body(new Answer(vocabulary.suggest(known, typed, OFFERED, locale(frame)))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping(path = "/vocabulary/{kind}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> options(
            @PathVariable String kind, @RequestParam(name = "q", defaultValue = "") String typed, Frame frame) {
        return Kind.of(kind)
                .map(known -> kept().body(html(vocabulary.suggest(known, typed, OFFERED, locale(frame)))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity.BodyBuilder kept() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .varyBy("Accept", "Accept-Language", "Cookie");
    }

    private static Locale locale(Frame frame) {
        return Locale.of(frame.language().code());
    }

    private static String html(List<Suggestion> suggestions) {
        StringBuilder options = new StringBuilder();
        for (Suggestion each : suggestions) {
            options.append("<option value=\"")
                    .append(HtmlUtils.htmlEscape(each.value()))
                    .append("\">")
                    .append(HtmlUtils.htmlEscape(each.label()))
                    .append("</option>\n");
        }
        return options.toString();
    }
}
