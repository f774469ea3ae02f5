package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;

/// Changing one's profile through its forms.
class ProfileEditTest extends ServerTest {
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
        profiles.introduce(ada, "Ada Lovelace", "", "", Term.of("Halifax, Nova Scotia, Canada"));
        Visitor.Answer answer = visitor(aMember("Reader")).get(page(ada) + "/card.vcf");
        ezvcard.VCard card = ezvcard.Ezvcard.parse(answer.body()).first();

        assertThat(answer.header("Content-Type")).startsWith("text/vcard");
        assertThat(answer.header("Content-Disposition")).contains("attachment", ".vcf");
        assertThat(card.getFormattedName().getValue()).isEqualTo("Ada Lovelace");
        assertThat(card.getStructuredName().getFamily()).isEqualTo("Lovelace");
        assertThat(card.getOrganization().getValues()).containsExactly("Tidewright; Instruments");
        assertThat(card.getAddresses().getFirst().getLocality()).isEqualTo("Halifax");
        assertThat(card.getAddresses().getFirst().getRegion()).isEqualTo("Nova Scotia, Canada");
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
        assertThat(visitor.get(page(ada)).body()).contains("janvier 2020 à février 2021, 1\u00a0an\u00a02\u00a0mois");
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
