package org.wellmet.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void ordinaryMarkdownBecomesPlainElements() {
        assertThat(Markdown.render("One *two* **three** `four`\nfive\n\n- a\n- b\n\n> c"))
                .isEqualToIgnoringWhitespace(
                        "<p>One <em>two</em> <strong>three</strong> <code>four</code><br />five</p>"
                                + "<ul><li>a</li><li>b</li></ul><blockquote><p>c</p></blockquote>");
    }

    @Test
    void aHeadingStaysOutOfThePagesOutline() {
        assertThat(Markdown.render("# Tides")).isEqualToIgnoringWhitespace("<p><strong>Tides</strong></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a <b onclick=alert(1)>b</b>",
                "![x](https://evil.example/track.gif)",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt&colon;alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](/sign-out)",
                "[x](//evil.example)",
                "[x](https://bank.example@evil.example/)",
                "[x](<https://evil.example/\" onmouseover=\"alert(1)>)",
                "<https://evil.example/\"onmouseover=alert(1)>",
                "[x](vbscript:x) <style>*{display:none}</style> <iframe src=//evil.example>",
                "<svg/onload=alert(1)>\n\n<a href='https://evil.example' style='position:fixed'>bank</a>",
            })
    void storedMarkupIsInert(String text) { // T20
        for (Element element :
                Jsoup.parseBodyFragment(Markdown.render(text)).body().select("*")) {
            assertThat(element.normalName()).isIn("body", "p", "br", "a", "b", "em", "strong", "code", "pre");
            assertThat(element.normalName()).isNotEqualTo("b");
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey()).isIn("href", "rel"));
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).startsWith("https://evil.example/");
                assertThat(element.attr("rel")).contains("nofollow", "noopener", "ugc");
                assertThat(Jsoup.parse(Markdown.render(text)).text()).contains("evil.example");
            }
        }
    }

    @Test
    void linkTextCannotHideItsTarget() { // T20
        assertThat(text("[https://bank.example](https://evil.example/x)"))
                .isEqualTo("https://bank.example (evil.example)");
        assertThat(text("[ｂank．example](https://evil.example)")).contains("(evil.example)");
        assertThat(text("[evil.example.bank.example/login](https://evil.example)"))
                .endsWith("(evil.example)");
        assertThat(text("[the report](https://tides.example/1)")).isEqualTo("the report (tides.example)");
        assertThat(text("[x](https://bаnk.example)")).as("a Cyrillic а").contains("(xn--");
        assertThat(text("see https://tides.example/report?x=1 today"))
                .isEqualTo("see https://tides.example/report?x=1 today");
        assertThat(text("mail ada@example.org")).isEqualTo("mail ada@example.org");
        assertThat(text("\u202emoc.elpmaxe.knab\u202c")).doesNotContain("\u202e");
    }

    @Test
    void aMentionLeadsWhereTheCallerSays() {
        Mentions onlyAda = handle -> handle.equals("ada")
                ? Optional.of(new Mentions.Mentioned("/members/ada", "Ada *Lovelace* <b>"))
                : Optional.empty();
        String html =
                Markdown.render("Thanks @Ada, @grace, mail x@ada.org, `@ada` and [@ada](https://a.example)", onlyAda);
        assertThat(Jsoup.parse(html).select("a[href=/members/ada]").eachText()).containsExactly("Ada *Lovelace* <b>");
        assertThat(Markdown.summary("Thanks @Ada, @grace", 80, onlyAda)).isEqualTo("Thanks Ada *Lovelace* <b>, @grace");
        assertThat(Jsoup.parse(html).text()).contains("@grace");
        assertThat(Markdown.mentioned("@Ada @grace @ada `@x` me@x.org a@b")).containsExactly("ada", "grace");
    }

    @Test
    void aSummaryIsPlainTextCutBetweenWords() {
        assertThat(Markdown.summary("# Tides\n\nWe *cut* the [power](https://x.example) draw", 100))
                .isEqualTo("Tides We cut the power draw");
        assertThat(Markdown.summary("We cut the power draw of our buoy", 15)).isEqualTo("We cut the…");
        assertThat(Markdown.summary("😀".repeat(30), 5)).isEqualTo("😀😀😀😀…");
        assertThat(Markdown.summary("<script>x</script>", 50)).isEqualTo("<script>x</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*a **b ", "[", "![", "_a ", "(", "<", "`a ``", "[a](", "**", "@a", "\\"})
    void noTextIsTooDeepOrTooLong(String piece) {
        String text = piece.repeat(60_000 / piece.length()) + "end";
        assertThat(Markdown.render(text)).isNotEmpty();
        assertThat(Markdown.summary(text, 80)).hasSizeLessThanOrEqualTo(80);
    }

    private static String text(String markdown) {
        return Jsoup.parse(Markdown.render(markdown)).text();
    }
}
