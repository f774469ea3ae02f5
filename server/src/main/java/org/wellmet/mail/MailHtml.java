package org.wellmet.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// A plain text as a small HTML document: the same paragraphs, with our own addresses made links that show where they
/// lead, and no others. A paragraph whose every line begins with [#QUOTE] becomes a quote, in which not even ours do.
/// Whoever writes the text marks so what members wrote at length; lines end here where they end there, at [#LINE_END].
final class MailHtml {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");

    /// What each line of a quoted paragraph begins with.
    private static final String QUOTE = "> ";

    /// What a text's writer and each mail program take for the end of a line; Unicode knows more.
    private static final String LINE_END = "\r?\n";

    private MailHtml() {}

    /// @param own what our addresses begin with
    static String of(String subject, String text, String own) {
        StringBuilder paragraphs = new StringBuilder();
        for (String paragraph : text.strip().split(LINE_END + "\\s*" + LINE_END, -1)) {
            paragraphs.append(
                    paragraph.lines().allMatch(line -> line.startsWith(QUOTE))
                            ? quoted(paragraph)
                            : "<p>" + broken(linked(paragraph, own)) + "</p>\n");
        }
        return """
                <!doctype html>
                <html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere">
                %s</body></html>
                """.formatted(HtmlUtils.htmlEscape(subject), paragraphs);
    }

    private static String quoted(String paragraph) {
        String words =
                paragraph.lines().map(line -> line.substring(QUOTE.length())).collect(Collectors.joining("\n"));
        return """
                <blockquote style="margin: 1em 0; padding-left: 1em; border-left: 3px solid #8a9199">%s</blockquote>
                """.formatted(broken(HtmlUtils.htmlEscape(words)));
    }

    private static String broken(String html) {
        return html.replaceAll(LINE_END, "<br>\n");
    }

    private static String linked(String paragraph, String own) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(paragraph);
        int end = 0;
        while (matcher.find()) {
            if (!matcher.group().startsWith(own + "/")) {
                continue;
            }
            String address = HtmlUtils.htmlEscape(matcher.group());
            html.append(HtmlUtils.htmlEscape(paragraph.substring(end, matcher.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            end = matcher.end();
        }
        return html.append(HtmlUtils.htmlEscape(paragraph.substring(end))).toString();
    }
}
