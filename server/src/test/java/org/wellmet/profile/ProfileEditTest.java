package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
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

/// Changing one's profile through its forms.
class ProfileEditTest extends ServerTest {
    private static final String EVIL =
            "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) \"' onmouseover=\"alert(1)";

    @Autowired
    private Profiles profiles;

    private String page(MemberId member) {
        return "/in/" + members.find(member).map(Member::handle).orElseThrow();
    }

    @Test
    void aPositionIsAddedChangedAndTakenAway() {
        MemberId ada = aMember("Ada");
        Visitor visitor = visitor(ada);

        visitor.post(
                "/profile/edit/positions",
                "title",
                "Software Engineer",
                "title-id",
                "15-1252.00",
                "organisation",
                "Tidewright Instruments",
                "area",
                "Halifax, Nova Scotia, Canada",
                "from-month",
                "1",
                "from-year",
                "2020",
                "to-month",
                "0",
                "to-year",
                "");

        Kept<Position> kept = profiles.own(ada).positions().getFirst();
        assertThat(kept.item().title().id()).hasValue("15-1252.00");
        assertThat(kept.item().area().id()).hasValue("6324729");
        assertThat(visitor.get(page(ada))
                        .page()
                        .select("#positions + ol, section[aria-labelledby=positions]")
                        .text())
                .contains("Software Engineer", "Tidewright Instruments · January 2020 to today");
        String one = "/profile/edit/positions/" + kept.id();
        assertThat(visitor.get(one).page().select("[name=title]").val()).isEqualTo("Software Engineer");
        visitor.post(one, "title", "Lead", "organisation", "Tidewright Instruments", "from-year", "2020");
        assertThat(profiles.own(ada).positions().getFirst().item().title().text())
                .isEqualTo("Lead");
        visitor.post(one + "/remove");
        assertThat(profiles.own(ada).positions()).isEmpty();
        assertThat(visitor.post(one + "/remove").status()).isEqualTo(404);
    }

    @Test
    void theItemsOfOthersAreNotThere() { // T9
        MemberId ada = aMember("Ada");
        profiles.add(ada, new Position(Term.of("Lead"), "Tidewright", Term.NONE, Period.NONE, ""));
        Visitor mallory = visitor(aMember("Mallory"));
        String one = "/profile/edit/positions/"
                + profiles.own(ada).positions().getFirst().id();

        assertThat(mallory.get(one).status()).isEqualTo(404);
        assertThat(mallory.post(one, "title", "Fool").status()).isEqualTo(404);
        assertThat(mallory.post(one + "/remove").status()).isEqualTo(404);
        assertThat(profiles.own(ada).positions()).hasSize(1);
        assertThat(aStranger().get("/profile/edit").header("Location")).contains("/sign-in?to=");
        assertThat(visitor(ada).forge(one + "/remove").status()).isEqualTo(403);
        assertThat(profiles.own(ada).positions()).hasSize(1);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysAllThatIsWrong() {
        MemberId ada = aMember("Ada");

        Visitor.Answer answer = visitor(ada)
                .post(
                        "/profile/edit/positions",
                        "title",
                        "",
                        "organisation",
                        "x".repeat(121),
                        "from-month",
                        "5",
                        "from-year",
                        "",
                        "to-year",
                        "20",
                        "description",
                        "kept as typed");

        Document form = answer.page();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(form.select("[role=alert] li").eachText())
                .containsExactlyInAnyOrder(
                        "Title: Please fill this in.",
                        "Organisation: 121 characters. Take out 1.",
                        "Began: Add the year.",
                        "Ended: Write the year in four digits, from 1900 to 2046.");
        assertThat(form.select("[name=description]").text()).isEqualTo("kept as typed");
        assertThat(form.select("[name=organisation]").val()).hasSize(121);
        assertThat(form.select("[name=from-month] [selected]").val()).isEqualTo("5");
        for (Element link : form.select("[role=alert] li a")) {
            assertThat(form.select(link.attr("href"))).as(link.attr("href")).hasSize(1);
        }
        assertThat(profiles.own(ada).items()).isEmpty();
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        MemberId ada = aMember("Ada");
        Visitor.Answer answer = visitor(ada)
                .post(
                        "/profile/edit/education",
                        "school",
                        "Dalhousie University",
                        "from-year",
                        "2020",
                        "to-year",
                        "2019");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("This is before it began.");
        assertThat(profiles.own(ada).education()).isEmpty();
    }

    @Test
    void severalSkillsAreAddedAtOnceAndNoneTwice() {
        MemberId ada = aMember("Ada");
        visitor(ada).post("/profile/edit/skills", "skills", "Kubernetes, time series,kubernetes", "topics", "Tides");
        assertThat(profiles.own(ada).skills(Skill.Kind.SKILL))
                .extracting(kept -> kept.item().name().text())
                .containsExactly("Kubernetes", "time series");
        assertThat(profiles.own(ada)
                        .skills(Skill.Kind.SKILL)
                        .getFirst()
                        .item()
                        .name()
                        .id())
                .hasValue("topic:kubernetes");
        assertThat(profiles.own(ada).skills(Skill.Kind.TOPIC)).hasSize(1);
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

    @Test
    void aPictureIsPutUpSeenByThoseWhoMayAndTakenDown() throws IOException { // T21
        MemberId ada = aMember("Pictured Ada");
        Visitor visitor = visitor(ada);
        visitor.upload("/profile/edit/picture", Map.of(), "picture", "../../evil.svg", png());
        String address =
                visitor.get(page(ada)).page().select("h1, .hero img.avatar").attr("src");

        assertThat(address).matches("/pictures/\\d+/avatar");
        assertThat(visitor(aMember("Reader")).get(address).status()).isEqualTo(200);
        assertThat(aStranger().get(address).status()).isEqualTo(404);
        profiles.open(ada, true, false);
        assertThat(aStranger().get(address).status()).isEqualTo(200);

        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        Visitor.Answer refused = visitor.upload("/profile/edit/picture", Map.of(), "picture", "a.png", svg);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is no JPEG, PNG or GIF that we can read.");
        assertThat(visitor.get(address).status()).isEqualTo(200);

        visitor.post("/profile/edit/picture/remove");
        assertThat(visitor.get(address).status()).isEqualTo(404);
        assertThat(profiles.own(ada).member().pictureId()).isEmpty();
    }

    @Test
    void theVCardIsWhatAddressBooksRead() {
        MemberId ada = aMember("Ada Lovelace");
        profiles.add(
                ada,
                new Position(
                        Term.of("Lead"),
                        "Tidewright; Instruments",
                        Term.NONE,
                        new Period(java.util.Optional.of(MonthOrYear.of(2020)), java.util.Optional.empty()),
                        ""));
        profiles.describe(ada, "Line one\nBEGIN:VCARD");
        Visitor.Answer answer = visitor(aMember("Reader")).get(page(ada) + "/card.vcf");
        ezvcard.VCard card = ezvcard.Ezvcard.parse(answer.body()).first();

        assertThat(answer.header("Content-Type")).startsWith("text/vcard");
        assertThat(answer.header("Content-Disposition")).contains("attachment", ".vcf");
        assertThat(card.getFormattedName().getValue()).isEqualTo("Ada Lovelace");
        assertThat(card.getStructuredName().getFamily()).isEqualTo("Lovelace");
        assertThat(card.getOrganization().getValues()).containsExactly("Tidewright; Instruments");
        assertThat(card.getNotes().getFirst().getValue()).isEqualTo("Line one\nBEGIN:VCARD");
        assertThat(ezvcard.Ezvcard.parse(answer.body()).all()).hasSize(1);
    }

    @Test
    void frenchSpeakersReadItInFrench() {
        MemberId ada = aMember("Ada");
        profiles.add(
                ada,
                new Position(
                        Term.of("Lead"),
                        "Tidewright",
                        Term.NONE,
                        new Period(
                                java.util.Optional.of(new MonthOrYear(2020, 1)),
                                java.util.Optional.of(new MonthOrYear(2021, 2))),
                        ""));
        Visitor visitor = visitor(ada).with("Accept-Language", "fr");
        assertThat(visitor.get(page(ada)).body()).contains("janvier 2020 à février 2021, 1 an 2 mois");
        assertThat(visitor.get("/vocabulary/city?q=londres").body()).contains("Royaume-Uni");
    }

    @Test
    void suggestionsComeAsJsonOrAsHtml() {
        Visitor visitor = aStranger();
        assertThat(visitor.with("Accept", "application/json")
                        .get("/vocabulary/city?q=halif")
                        .body())
                .contains("\"value\":\"Halifax, Nova Scotia, Canada\"", "\"id\":\"6324729\"");
        assertThat(visitor.get("/vocabulary/nothing?q=x").status()).isEqualTo(404);
        assertThat(visitor.get("/vocabulary/city").body()).isEqualTo("{\"suggestions\":[]}");
        assertThat(aStranger()
                        .with("Accept", "text/html")
                        .get("/vocabulary/skill?q=kubern")
                        .body())
                .contains("<option value=\"Kubernetes\">");
        assertThat(aStranger().get("/attribution").body()).contains("O*NET", "GeoNames", "CC BY 4.0");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
