package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Blocks;

/// Who reads what of a profile, asked through page, JSON and vCard.
class ProfileTest extends ServerTest {
    @Autowired
    private Profiles profiles;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Gates gates;

    @Autowired
    private Connections connections;

    /// One secret per section, so that a leak says where it comes from.
    private static final Map<Section, String> SECRETS = Map.of(
            Section.PERSON, "Pronounium",
            Section.ABOUT, "Aboutium",
            Section.GOALS, "Goalium",
            Section.POSITIONS, "Positium",
            Section.EDUCATION, "Educium",
            Section.SKILLS, "Skillium",
            Section.LANGUAGES, "Languium",
            Section.CERTIFICATES, "Certium",
            Section.LINKS, "linkium");

    private MemberId aFullProfile(String name) {
        MemberId member = aMember(name);
        profiles.introduce(member, name, "Keeper of buoys", "", Term.of("Pronounium"));
        profiles.describe(member, "I write about Aboutium.");
        profiles.aim(member, "Goalium", "Goalium, too");
        Period period = new Period(Optional.of(new MonthOrYear(2020, 1)), Optional.empty());
        Stream.of(
                        new Position(Term.of("Lead"), "Positium", Term.NONE, period, "Positium"),
                        new Education(Term.of("Educium"), "Master", period, ""),
                        new Skill(Skill.Kind.SKILL, Term.of("Skillium")),
                        new Skill(Skill.Kind.TOPIC, Term.of("Skillium topics")),
                        new SpokenLanguage(Term.of("Languium"), SpokenLanguage.Fluency.NATIVE),
                        new Certificate("Certium", "", "", Optional.empty(), Period.NONE),
                        new Link(WebAddress.parse("linkium.example").orElseThrow(), ""))
                .forEach(item -> assertThat(profiles.add(member, item)).isInstanceOf(AddItemOutcome.Added.class));
        return member;
    }

    private String handle(MemberId member) {
        return members.find(member).map(Member::handle).orElseThrow();
    }

    private static List<String> everyShape(Visitor visitor, String handle) {
        return List.of(
                visitor.get("/in/" + handle).body(),
                visitor.get("/api/members/" + handle).body(),
                visitor.get("/in/" + handle + "/card.vcf").body());
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"ME", "CONNECTIONS", "MEMBERS", "PUBLIC"})
    void eachShapeCarriesASectionOnlyForItsAudience(Audience audience) { // T1, T5
        MemberId ada = aFullProfile("Ada " + audience.name().toLowerCase(java.util.Locale.ROOT));
        MemberId friend = aMember("Friend of Ada");
        connected(ada, friend);
        profiles.open(ada, true, false);
        SECRETS.keySet().forEach(section -> profiles.show(ada, section, audience));

        assertSees(visitor(ada), ada, true);
        assertSees(visitor(friend), ada, audience != Audience.ME);
        assertSees(visitor(aMember("Other")), ada, audience.compareTo(Audience.MEMBERS) >= 0);
        assertSees(aStranger(), ada, audience == Audience.PUBLIC);
    }

    private void assertSees(Visitor visitor, MemberId member, boolean isSeen) {
        List<String> shapes = everyShape(visitor, handle(member));
        SECRETS.forEach((section, secret) -> {
            if (isSeen) {
                assertThat(shapes.get(0)).as("page, " + section).contains(secret);
                assertThat(shapes.get(1)).as("JSON, " + section).contains(secret);
            } else {
                assertThat(shapes).as(section.name()).noneMatch(shape -> shape.contains(secret));
            }
        });
        assertThat(shapes).allMatch(shape -> shape.contains("Keeper of buoys"));
    }

    @Test
    void whatIsHiddenLooksLikeWhatWasNeverSaid() { // T4
        MemberId hidden = aFullProfile("Same Name");
        MemberId silent = aMember("Same Name");
        profiles.introduce(silent, "Same Name", "Keeper of buoys", "", Term.NONE);
        SECRETS.keySet().forEach(section -> profiles.show(hidden, section, Audience.ME));
        Visitor reader = visitor(aMember("Reader"));

        assertThat(reader.get("/api/members/" + handle(hidden)).body())
                .isEqualTo(reader.get("/api/members/" + handle(silent))
                        .body()
                        .replace(handle(silent), handle(hidden))
                        .replace("\"id\":" + silent.value(), "\"id\":" + hidden.value()));
    }

    @ParameterizedTest
    @EnumSource(NotSeen.class)
    void whoIsNotToBeSeenAnswersAsWhoNeverWas(NotSeen reason) { // T3
        MemberId ada = aFullProfile("Hidden " + reason.name().toLowerCase(java.util.Locale.ROOT));
        MemberId reader = aMember("Reader");
        Visitor visitor = switch (reason) {
            case NOT_PUBLIC -> aStranger();
            case BLOCKED -> {
                transactions.run(() -> blocks.lay(ada, reader));
                yield visitor(reader);
            }
            case SUSPENDED -> {
                members.suspend(ada);
                yield visitor(reader);
            }
        };
        String there = handle(ada);
        String never = "x".repeat(there.length());
        visitor.get("/in/" + never); // takes the cookie that every first answer brings
        for (String language : List.of("en", "fr", "de-CH, tlh;q=0.5")) {
            for (String accept : List.of("text/html", "application/json", "text/vcard", "*/*")) {
                visitor.with("Accept-Language", language).with("Accept", accept);
                for (String path : List.of("/in/%s", "/api/members/%s", "/in/%s/card.vcf", "/in/%s?as=member")) {
                    Visitor.Answer refused = visitor.get(path.formatted(there));
                    Visitor.Answer absent = visitor.get(path.formatted(never));
                    assertThat(refused.status()).as(path).isEqualTo(404);
                    assertThat(absent.status()).isEqualTo(404);
                    assertThat(refused.body().replace(there, never)).isEqualTo(absent.body());
                    assertThat(names(refused)).isEqualTo(names(absent));
                }
            }
        }
    }

    enum NotSeen {
        NOT_PUBLIC,
        BLOCKED,
        SUSPENDED
    }

    private static java.util.Set<String> names(Visitor.Answer answer) {
        return answer.response().headers().map().keySet();
    }

    @Test
    void aPublicPageAsksSearchEnginesToStayAwayUntilItsOwnerLetsThemIn() {
        MemberId ada = aFullProfile("Open Ada");
        profiles.open(ada, true, false);
        String page = "/in/" + handle(ada);

        assertThat(aStranger().get(page).header("X-Robots-Tag")).isEqualTo("noindex");
        profiles.open(ada, true, true);
        assertThat(aStranger().get(page).header("X-Robots-Tag")).isEmpty();
        assertThat(visitor(aMember("Reader")).get(page).header("X-Robots-Tag")).isEqualTo("noindex");
        profiles.open(ada, false, true);
        assertThat(aStranger().get(page).status()).isEqualTo(404);
        assertThat(profiles.own(ada).isIndexed()).isFalse();
    }

    @Test
    void theMailAddressStandsInTheVCardOfThoseWhoMayHaveIt() { // T5
        MemberId ada = aMember("Mailed Ada");
        MemberId friend = aMember("Friend");
        connected(ada, friend);
        String address = "ada" + ada.value() + "@example.org";
        sql.sql("""
                INSERT INTO account (member_id, email, password, password_at, created_at)
                VALUES (:member, :email, '$argon2id$x', now(), now())
                """).param("member", ada.value()).param("email", address).update();

        everyShape(visitor(friend), handle(ada))
                .forEach(shape -> assertThat(shape).doesNotContain(address));
        profiles.show(ada, Section.EMAIL, Audience.CONNECTIONS);
        assertThat(visitor(friend).get("/in/" + handle(ada) + "/card.vcf").body())
                .contains(address);
        everyShape(visitor(aMember("Other")), handle(ada))
                .forEach(shape -> assertThat(shape).doesNotContain(address));
    }

    @Test
    void theOwnerSeesThePageAsOthersDo() {
        MemberId ada = aFullProfile("Seen Ada");
        profiles.show(ada, Section.POSITIONS, Audience.CONNECTIONS);
        String page = "/in/" + handle(ada);

        assertThat(visitor(ada).get(page + "?as=connection").body()).contains("Positium");
        assertThat(visitor(ada).get(page + "?as=member").body())
                .doesNotContain("Positium")
                .contains("Educium");
        assertThat(visitor(ada).get(page + "?as=public").body()).doesNotContain("Educium");
        assertThat(visitor(aMember("Reader")).get(page + "?as=connection").body())
                .doesNotContain("Positium");
    }

    @Test
    void anOldAddressLeadsOnForThoseWhoMaySee() {
        MemberId ada = aMember("Moving Ada");
        String old = handle(ada);
        Visitor.Answer saved = visitor(ada).post("/profile/edit/address", "handle", "moved-" + old);

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(visitor(aMember("Reader")).get("/in/" + old).header("Location"))
                .isEqualTo("/in/moved-" + old);
        assertThat(aStranger().get("/in/" + old).status()).isEqualTo(404);
        MemberId mallory = aMember("Mallory");
        Visitor.Answer refused = visitor(mallory).post("/profile/edit/address", "handle", old);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(handle(mallory)).isNotEqualTo(old);
    }

    @Test
    void bringingTheSameThingsTwiceAddsNothing() {
        MemberId ada = aMember("Bringing Ada");
        Period period = new Period(Optional.of(new MonthOrYear(2020, 1)), Optional.empty());
        Brought brought = new Brought(
                "Keeper of buoys",
                new Words("", Term.of("Halifax"), "About", "", ""),
                List.of(
                        new Position(Term.of("Lead"), "Tidewright", Term.NONE, period, ""),
                        new Position(Term.of("LEAD"), "tidewright", Term.NONE, period, "again"),
                        new Skill(Skill.Kind.SKILL, Term.of("Time series"))));

        TakenOver first = profiles.takeOver(ada, brought);
        Profile after = profiles.own(ada);
        TakenOver second = profiles.takeOver(ada, brought);

        assertThat(first.addedCount()).isEqualTo(2);
        assertThat(first.wordsFilled()).isEqualTo(3);
        assertThat(second.addedCount()).isZero();
        assertThat(second.alreadyThere()).isEqualTo(3);
        assertThat(second.wordsFilled()).isZero();
        assertThat(profiles.own(ada)).isEqualTo(after);
    }

    @Test
    void sharedPlacesNeedTheLeaveOfBoth() {
        MemberId ada = aMember("Ada");
        MemberId grace = aMember("Grace");
        Period ended = new Period(Optional.of(new MonthOrYear(2020, 3)), Optional.of(new MonthOrYear(2020, 12)));
        Period began = new Period(Optional.of(new MonthOrYear(2020, 11)), Optional.empty());
        profiles.add(ada, new Position(Term.of("Lead"), "Tidewright Ltd.", Term.NONE, ended, ""));
        profiles.add(grace, new Position(Term.of("Analyst"), "tidewright ltd", Term.NONE, began, ""));

        assertThat(profiles.sharedPlaces(ada, grace))
                .containsExactly(new SharedPlace(SharedPlace.Kind.ORGANISATION, "Tidewright Ltd.", 2, true));
        profiles.show(grace, Section.POSITIONS, Audience.CONNECTIONS);
        assertThat(profiles.sharedPlaces(ada, grace)).isEmpty();
        assertThat(profiles.sharedPlaces(grace, ada)).isEmpty();
    }

    @Test
    void anAddressThatSeveralShowProvesNothing() {
        MemberId ada = aMember("Ada");
        MemberId mallory = aMember("Mallory");
        WebAddress url =
                WebAddress.parse("https://social.example/ada-" + ada.value()).orElseThrow();
        profiles.add(ada, new Link(url, ""));
        org.wellmet.visibility.Viewer reader = org.wellmet.visibility.Viewer.of(aMember("Reader"));

        assertThat(profiles.membersShowing(reader, List.of(url))).containsExactly(Map.entry(url, ada));
        profiles.add(mallory, new Link(url, ""));
        assertThat(profiles.membersShowing(reader, List.of(url))).isEmpty();
    }

    @Test
    void everyChangeIsToldToTheProjections() {
        MemberId ada = aMember("Told Ada");
        long before = changeCount(ada);
        profiles.add(ada, new Skill(Skill.Kind.SKILL, Term.of("R")));
        profiles.add(ada, new Skill(Skill.Kind.SKILL, Term.of("r"))); // there already
        profiles.show(ada, Section.SKILLS, Audience.ME);
        profiles.describe(ada, "Hello");
        assertThat(changeCount(ada) - before).isEqualTo(3);
    }

    private long changeCount(MemberId member) {
        return sql.sql("SELECT count(*) FROM change WHERE kind = 'profile.changed' AND member_id = :member")
                .param("member", member.value())
                .query(Long.class)
                .single();
    }

    @Test
    void sharedTopicsStandFirstUnderTheirOwnHeading() {
        MemberId ada = aMember("Ada Topical");
        MemberId reader = aMember("Reader of Topics");
        Skill shared = new Skill(Skill.Kind.TOPIC, Term.of("Zebra crossings"));
        Stream.of(
                        new Skill(Skill.Kind.SKILL, Term.of("Drawing")),
                        new Skill(Skill.Kind.TOPIC, Term.of("Aqueducts")),
                        shared)
                .forEach(item -> profiles.add(ada, item));
        profiles.add(reader, shared);
        SECRETS.keySet().forEach(section -> profiles.show(ada, section, Audience.MEMBERS));

        String page = visitor(reader).get("/in/" + handle(ada)).body();

        assertThat(page).containsSubsequence("Drawing", ">Topics<", "Zebra crossings", "you share it", "Aqueducts");
    }

    @Test
    void languagesAreNamedInTheReadersLanguage() {
        MemberId ada = aMember("Ada Polyglot");
        profiles.add(ada, new SpokenLanguage(Term.of("Arabic"), SpokenLanguage.Fluency.NATIVE));
        profiles.show(ada, Section.LANGUAGES, Audience.MEMBERS);
        Visitor reader = visitor(aMember("Reader of Arabic"));

        assertThat(reader.get("/in/" + handle(ada)).body()).contains("speaks Arabic");
        assertThat(reader.with("Accept-Language", "fr")
                        .get("/in/" + handle(ada))
                        .body())
                .contains("parle arabe", "<li>Arabe")
                .doesNotContain("Arabic");
    }

    /// The gate is nobody's to know: the next step is said of the path that the viewer sees, whatever keeps the door
    /// shut.
    @Test
    void whoIsShutOutIsToldTheNextStepOfThePathTheySee() { // T1, T4
        MemberId me = aMember("Noor Outside");
        MemberId first = aMember("First Friend");
        MemberId second = aMember("Second Step");
        MemberId kevin = aMember("Kevin Inside");
        connected(me, first);
        connected(first, second);
        connected(second, kevin);
        gates.choose(kevin, Gate.INTRODUCED);
        String introduced = visitor(me)
                .get("/in/" + handle(kevin))
                .page()
                .select("main .hint")
                .text();
        gates.choose(kevin, Gate.CLOSED);
        String closed = visitor(me)
                .get("/in/" + handle(kevin))
                .page()
                .select("main .hint")
                .text();

        assertThat(introduced)
                .contains("You know nobody in common yet. Once you know Second Step, on the path to Kevin");
        assertThat(closed).isEqualTo(introduced);
        connections.showList(second, Audience.ME);
        assertThat(visitor(me).get("/in/" + handle(kevin)).body()).doesNotContain("Second Step");
    }
}
