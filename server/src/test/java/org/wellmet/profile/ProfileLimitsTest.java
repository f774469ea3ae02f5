package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;

/// What a profile takes: how long, how many, which addresses; and that stored markup is inert.
class ProfileLimitsTest extends ServerTest {
    private static final String EVIL =
            "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) \"' onmouseover=\"alert(1)";

    @Autowired
    private Profiles profiles;

    private String page(MemberId member) {
        return "/in/" + members.find(member).map(Member::handle).orElseThrow();
    }

    @Test
    void aListHasAnEnd() { // T25
        MemberId ada = aMember("Ada");
        for (int number = 0; number < 20; number++) {
            profiles.add(
                    ada,
                    new Link(WebAddress.parse("https://example.org/" + number).orElseThrow(), ""));
        }
        Visitor.Answer answer = visitor(ada).post("/profile/edit/links", "url", "https://example.org/one-more");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("This list holds at most 20.");
        assertThat(profiles.own(ada).links()).hasSize(20);
    }

    @Test
    void ofSeveralThatDoNotFitNoneIsAdded() { // T25
        MemberId ada = aMember("Ada");
        for (int batch = 0; batch < 4; batch++) {
            int first = batch * 49;
            String names = java.util.stream.IntStream.range(first, first + 49)
                    .mapToObj(number -> "skill " + number)
                    .collect(java.util.stream.Collectors.joining(","));
            assertThat(visitor(ada)
                            .post("/profile/edit/skills", "skills", names)
                            .status())
                    .isEqualTo(303);
        }
        Visitor.Answer answer = visitor(ada).post("/profile/edit/skills", "skills", "a, b, c, d, skill 7, e");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was saved.", "This list holds at most 200.");
        assertThat(profiles.own(ada).skills(Skill.Kind.SKILL)).hasSize(196);
        assertThat(visitor(ada)
                        .post("/profile/edit/skills", "skills", "a, b, A, c, d")
                        .status())
                .isEqualTo(303);
        assertThat(profiles.own(ada).skills(Skill.Kind.SKILL)).hasSize(200);
    }

    @ParameterizedTest
    @CsvSource({
        "person, name, 120",
        "person, headline, 120",
        "person, pronouns, 40",
        "person, area, 120",
        "about, about, 5000",
        "goals, looks-for, 500",
        "goals, offers, 500",
        "address, handle, 40",
        "positions, title, 120",
        "positions, organisation, 120",
        "positions, area, 120",
        "positions, description, 3000",
        "education, school, 150",
        "education, degree, 150",
        "education, description, 3000",
        "skills, skills, 80",
        "skills, topics, 80",
        "languages, language, 60",
        "certificates, name, 150",
        "certificates, issuer, 120",
        "certificates, number, 100",
        "certificates, url, 500",
        "links, url, 500",
        "links, label, 60"
    })
    void everyTextHasALimit(String section, String field, int limit) { // T25
        MemberId ada = aMember("Limited Ada");
        Profile before = profiles.own(ada);
        String tooLong = field.equals("url") ? "https://example.org/" + "x".repeat(limit) : "x".repeat(limit + 1);
        List<String> form = new java.util.ArrayList<>(List.of(field, tooLong));
        Map.of("name", "N", "title", "T", "school", "S", "language", "L", "url", "https://example.org")
                .forEach((name, value) -> {
                    if (!name.equals(field)) {
                        form.addAll(List.of(name, value));
                    }
                });

        Visitor.Answer answer = visitor(ada).post("/profile/edit/" + section, form.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[name=" + field + "][aria-invalid=true]"))
                .hasSize(1);
        assertThat(profiles.own(ada)).isEqualTo(before);
    }

    @Test
    void theSchemaKnowsTheSameLimits() { // T25
        List<String> unlimited = sql.sql("""
                        SELECT c.table_name || '.' || c.column_name
                          FROM information_schema.columns c
                         WHERE c.table_name LIKE 'profile%' AND c.data_type = 'text'
                           AND NOT EXISTS (
                               SELECT 1 FROM pg_constraint k
                                WHERE k.contype = 'c' AND k.conrelid = c.table_name::regclass
                                  AND pg_get_constraintdef(k.oid) ~ ('\\m' || c.column_name || '\\M'))
                        """).query(String.class).list();
        assertThat(unlimited).isEmpty();
        MemberId ada = aMember("Ada");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sql.sql("INSERT INTO profile (member_id, about) VALUES (:member, repeat('x', 5001))")
                                .param("member", ada.value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void storedMarkupIsInertInEveryField() { // T20
        MemberId ada = aMember("Ada");
        Visitor visitor = visitor(ada);
        String shortEvil = "</script><script>alert(1)</script>";
        visitor.post("/profile/edit/person", "name", EVIL, "headline", EVIL, "pronouns", shortEvil, "area", EVIL);
        visitor.post("/profile/edit/about", "about", EVIL + "\n" + shortEvil);
        visitor.post("/profile/edit/goals", "looks-for", EVIL, "offers", EVIL);
        visitor.post("/profile/edit/positions", "title", EVIL, "organisation", EVIL, "area", EVIL, "description", EVIL);
        visitor.post("/profile/edit/education", "school", EVIL, "degree", EVIL, "description", EVIL);
        visitor.post("/profile/edit/skills", "skills", shortEvil, "topics", shortEvil);
        visitor.post("/profile/edit/languages", "language", shortEvil, "fluency", "native");
        visitor.post("/profile/edit/certificates", "name", EVIL, "issuer", EVIL, "number", shortEvil);
        visitor.post("/profile/edit/links", "url", "https://example.org", "label", shortEvil);
        for (String url :
                List.of("javascript:alert(1)", "data:text/html,x", "https://me@bank.example", "//x.example")) {
            visitor.post("/profile/edit/links", "url", url);
        }
        assertThat(profiles.own(ada).items()).hasSize(7);
        assertThat(profiles.own(ada).links()).hasSizeLessThanOrEqualTo(2);
        profiles.open(ada, true, true);
        for (Section section : Section.values()) {
            profiles.show(ada, section, org.wellmet.visibility.Audience.PUBLIC);
        }

        for (Visitor reader : List.of(visitor, visitor(aMember("Reader")), aStranger())) {
            Document page = reader.get(page(ada)).page();
            assertThat(page.select("script:not([src]):not([type=application/ld+json])"))
                    .isEmpty();
            assertThat(page.select("main img, [onerror], [onmouseover], iframe, object, style"))
                    .isEmpty();
            assertThat(page.select("a[href^=javascript], a[href^=data]")).isEmpty();
        }
        Document open = aStranger().get(page(ada)).page();
        assertThat(open.select("script[type=application/ld+json]")).hasSize(1);
        assertThat(open.select("script[type=application/ld+json]").getFirst().data())
                .contains("\"@type\":\"Person\"")
                .doesNotContain("<");
        for (String section : List.of("person", "about", "goals", "positions", "skills", "certificates", "links")) {
            Document edit = visitor.get("/profile/edit/" + section).page();
            assertThat(edit.select("script:not([src]), main img, [onerror], [onmouseover]"))
                    .as(section)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a b", "ftp://example.org", "https://localhost", "example"})
    void whatIsNoWebAddressIsRefused(String typed) {
        assertThat(WebAddress.parse(typed)).isEmpty();
    }

    @Test
    void aLinkShowsWhereItLeads() { // T20
        MemberId ada = aMember("Ada");
        visitor(ada).post("/profile/edit/links", "url", "WWW.Evil.Example/Path", "label", "bank.example");
        Element link = visitor(ada)
                .get(page(ada))
                .page()
                .select("[aria-labelledby=links] li")
                .getFirst();
        assertThat(link.text()).isEqualTo("bank.example · evil.example");
        assertThat(link.select("a").attr("href")).isEqualTo("https://www.evil.example/Path");
    }
}
