package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// How many introductions wait, in the frame and on the pages, and the pages of those that do.
class IntroductionCountTest extends IntroductionTest {
    @Test
    void whatWaitsForConnectorOrTargetIsCountedInTheFrameUntilItIsAnswered() {
        Trio trio = aTrio();
        assertThat(count(trio.connector())).isEmpty();

        long id = asked(trio);
        assertThat(count(trio.connector())).isEqualTo("1 waiting");
        assertThat(count(trio.target())).isEmpty();
        assertThat(count(trio.asker())).isEmpty();
        assertThat(visitor(trio.connector())
                        .get("/network")
                        .page()
                        .select("a[href=/introductions] .count")
                        .text())
                .isEqualTo("1 waiting");

        must(introductions.forward(trio.connector(), id, WORDS));
        assertThat(count(trio.connector())).isEmpty();
        assertThat(count(trio.target())).isEqualTo("1 waiting");
        must(declineUnseen(trio.target(), id));
        assertThat(count(trio.target())).isEmpty();
    }

    private String count(MemberId member) {
        return visitor(member)
                .get("/settings/blocked")
                .page()
                .select(".nav a[href=/network] .count")
                .text();
    }

    @Test
    void moreThanAPageOfThemLeadsOn() {
        Trio trio = aTrio();
        MemberId target = trio.target();
        for (int i = 0; i <= IntroductionViews.PAGE_SIZE; i++) {
            MemberId asker = aMember("Ada Asker");
            connected(asker, trio.connector());
            forwarded(new Trio(asker, trio.connector(), target));
        }
        Visitor visitor = visitor(target);
        Document first = visitor.get("/introductions").page();
        Document second = visitor.get(first.select("a[rel=next]").attr("href")).page();

        assertThat(first.select("#waiting").text()).isEqualTo("21 wait for your answer");
        assertThat(first.select(".list > li")).hasSize(IntroductionViews.PAGE_SIZE);
        assertThat(second.select(".list > li")).hasSize(1);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(visitor.get("/api/introductions").body()).containsPattern("\"next\":[1-9][0-9]*");
    }
}
