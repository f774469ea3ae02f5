package org.wellmet.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// A plain text as a small HTML document: the same paragraphs, with addresses made links that show where they lead.
final class MailHtml {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");

    private MailHtml() {}

    static String of(String subject, String text) {
        StringBuilder paragraphs = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R", -1)) {
            paragraphs
                    .append("<p>")
                    .append(linked(paragraph).replaceAll("\\R", "<br>\n"))
                    .append("</p>\n");
        }
        return """
                <!doctype html>
                <html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 1em auto; padding: 0 1em">
                %s</body></html>
                """.formatted(HtmlUtils.htmlEscape(subject), paragraphs);
    }

    private static String linked(String paragraph) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(paragraph);
        int end = 0;
        while (matcher.find()) {
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
