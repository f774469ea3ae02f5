package org.wellmet.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Markdown as members write it, rendered as safe HTML or as plain text. Thread-safe.
public final class Markdown {
    /// What lies beyond is not rendered, in UTF-16 units. Longer than any field allows, and short enough for
    /// the parser's worst case, which is quadratic (a row of `<` this long takes 0.3 seconds).
    static final int MAX_LENGTH = 20_000;

    // The tree is bounded before the next extension walks it: autolink recurses.
    private static final Parser PARSER = Parser.builder()
            .postProcessor(Shape::bounded)
            .extensions(List.of(AutolinkExtension.create()))
            .build();

    // A line break in a note is meant as one, unlike in a README.
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .allowAttributes("start")
            .matching((_, _, value) -> value.matches("\\d{1,9}") ? value : null)
            .onElements("ol")
            .allowAttributes("href")
            .matching((_, _, value) -> Shape.isAllowedAddress(value) || Shape.isMemberPath(value) ? value : null)
            .onElements("a")
            .allowStandardUrlProtocols()
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private Markdown() {}

    /// Safe HTML; mentions stay text.
    public static String render(String text) {
        return render(text, Mentions.NONE);
    }

    /// Safe HTML; whom `mentions` knows is named and linked to.
    public static String render(String text, Mentions mentions) {
        Node document = parse(text);
        Shape.apply(document, mentions);
        return ALLOWED.sanitize(RENDERER.render(document));
    }

    /// The text alone on one line, cut between words to at most `maxLength` characters, an ellipsis included.
    public static String summary(String text, int maxLength) {
        return summary(text, maxLength, Mentions.NONE);
    }

    /// The same with the names of those whom `mentions` knows.
    public static String summary(String text, int maxLength, Mentions mentions) {
        Node document = parse(text);
        Shape.name(document, mentions);
        String plain = Shape.plainText(document).replaceAll("\\s+", " ").strip();
        if (plain.codePointCount(0, plain.length()) <= maxLength) {
            return plain;
        }
        int end = plain.offsetByCodePoints(0, Math.max(0, maxLength - 1));
        int space = plain.lastIndexOf(' ', end);
        // A single word longer than half of the room is cut, else the summary would say nothing.
        return plain.substring(0, space > end / 2 ? space : end) + "…";
    }

    /// The handles that a text mentions, in lower case and in order, whether or not anybody has them.
    public static SequencedSet<String> mentioned(String text) {
        SequencedSet<String> handles = new LinkedHashSet<>();
        Shape.apply(parse(text), handle -> {
            handles.add(handle);
            return Optional.empty();
        });
        return handles;
    }

    private static Node parse(String text) {
        return PARSER.parse(Shape.withoutControls(text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH)));
    }
}
