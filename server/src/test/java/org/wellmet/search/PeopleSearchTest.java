package org.wellmet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.visibility.Audience;

/// Searching as members do, by whole requests.
class PeopleSearchTest extends ServerTest {
    @Autowired
    private Profiles profiles;

    @Autowired
    private Ties ties;

    @Test
    void theNearestOfThatNameComesFirst() {
        //  ada -- first -- second      stranger      all three of one name
        MemberId ada = aMember("Ada Nearby");
        MemberId stranger = aMember("Grace Samenamed");
        MemberId second = aMember("Grace Samenamed");
        MemberId first = aMember("Grace Samenamed");
        connected(ada, first);
        connected(first, second);

        List<String> handles = visitor(ada)
                .get("/search?q=grace+samenamed")
                .page()
                .select("main .who a")
                .eachAttr("href");

        assertThat(handles).containsExactly(address(first), address(second), address(stranger));
    }

    @Test
    void aNameTypedInFullWinsOverALikenessNearby() {
        MemberId ada = aMember("Ada Fullname");
        MemberId near = aMember("Gracia Hoppenstedt");
        MemberId meant = aMember("Grace Hoppensted");
        connected(ada, near);

        assertThat(found(ada, "grace hoppensted").getFirst()).isEqualTo(address(meant));
    }

    @Test
    void peopleAreFoundByWhatTheirProfileSays() {
        MemberId ada = aMember("Ada Asks");
        MemberId grace = aMember("Grace Answers");
        profiles.add(grace, new Skill(Skill.Kind.SKILL, org.wellmet.profile.Term.of("Hydroacoustics")));

        assertThat(found(ada, "hydroacustics")).containsExactly(address(grace));
    }

    /// T1: a search finds by a section exactly what a look at the profile would show of it.
    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"ME", "CONNECTIONS", "MEMBERS", "PUBLIC"})
    void aSearchFindsNothingThatTheProfileWouldNotShow(Audience audience) {
        String secret = "Zymurgy" + audience.name().toLowerCase(Locale.ROOT);
        MemberId owner = aMember("Olga Owner");
        MemberId friend = aMember("Frida Friend");
        MemberId stranger = aMember("Stig Stranger");
        connected(owner, friend);
        profiles.add(owner, new Skill(Skill.Kind.SKILL, org.wellmet.profile.Term.of(secret)));
        profiles.show(owner, Section.SKILLS, audience);

        for (MemberId viewer : List.of(friend, stranger)) {
            boolean isShown = visitor(viewer).get(address(owner)).body().contains(secret);
            assertThat(found(viewer, secret).contains(address(owner)))
                    .as("%s, viewer %s", audience, viewer)
                    .isEqualTo(isShown);
            assertThat(visitor(viewer).get("/search/suggest?q=" + secret).body().contains("Olga"))
                    .isEqualTo(isShown);
            assertThat(visitor(viewer).get("/api/search?q=" + secret).body().contains("Olga"))
                    .isEqualTo(isShown);
        }
    }

    @Test
    void aChangedAudienceActsOnTheNextSearch() {
        MemberId owner = aMember("Olga Changing");
        MemberId stranger = aMember("Stig Looking");
        profiles.add(owner, new Skill(Skill.Kind.SKILL, org.wellmet.profile.Term.of("Campanology")));
        assertThat(found(stranger, "campanology")).hasSize(1);

        profiles.show(owner, Section.SKILLS, Audience.ME);
        assertThat(found(stranger, "campanology")).isEmpty();

        profiles.show(owner, Section.SKILLS, Audience.MEMBERS);
        assertThat(found(stranger, "campanology")).hasSize(1);
    }

    /// T4: nor does the count say that somebody is there.
    @Test
    void aBlockActsOnTheNextSearchBothWaysAndLooksLikeAbsence() {
        MemberId ada = aMember("Ada Blockingham");
        MemberId mallory = aMember("Mallory Blockingham");
        assertThat(found(ada, "mallory blockingham")).hasSize(1);
        String nobody = visitor(ada).get("/api/search?q=nobodyatallhere").body();

        ties.block(ada, mallory);

        assertThat(visitor(ada).get("/api/search?q=mallory+blockingham").body()).isEqualTo(nobody);
        assertThat(visitor(mallory).get("/api/search?q=ada+blockingham").body()).isEqualTo(nobody);
    }

    @Test
    void aSuspendedMemberIsNotFound() {
        MemberId ada = aMember("Ada Suspicious");
        MemberId gone = aMember("Gone Suspenderson");
        members.suspend(gone);

        assertThat(found(ada, "suspenderson")).isEmpty();
    }

    @Test
    void searchingIsForMembers() {
        assertThat(aStranger().get("/search?q=ada").status()).isEqualTo(302);
        assertThat(aStranger().get("/api/search?q=ada").status()).isEqualTo(401);
        assertThat(aStranger().get("/search/suggest?q=ada").status()).isEqualTo(401);
        assertThat(aStranger().with("HX-Request", "true").get("/search?q=ada").status())
                .isEqualTo(401);
    }

    /// T20, T25: whatever is typed is text, and only so much of it.
    @Test
    void whateverIsTypedIsTextAndOnlySoMuchOfIt() {
        Visitor ada = visitor(aMember("Ada Typing"));

        for (String typed : List.of(
                "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "a".repeat(3_000), "%00", "name:ada+OR+1", "*%3F~%5E")) {
            Answer answer = ada.get("/search?q=" + typed);
            assertThat(answer.status()).as(typed).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("<script>alert");
            assertThat(answer.bytes().length).isLessThan(40_000);
        }
    }

    @Test
    void anEmptySearchSaysWhatToType() {
        MemberId ada = aMember("Ada Empty");

        assertThat(visitor(ada).get("/search").page().select("main h2").text()).isEqualTo("Whom are you looking for?");
        assertThat(visitor(ada)
                        .get("/search?q=nobodyatallhere")
                        .page()
                        .select("main h2")
                        .text())
                .isEqualTo("Nobody was found");
    }

    private List<String> found(MemberId viewer, String typed) {
        return visitor(viewer)
                .get("/search?q=" + typed.replace(' ', '+'))
                .page()
                .select("main .who a")
                .eachAttr("href");
    }

    private String address(MemberId member) {
        return "/in/" + members.find(member).orElseThrow().handle();
    }
}
