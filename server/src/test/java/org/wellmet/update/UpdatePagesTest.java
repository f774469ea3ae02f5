package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

class UpdatePagesTest extends UpdateTest {
    @Test
    void anUpdateIsReadByConnectionsNewestFirst() {
        Visitor author = visitor(ada);
        assertThat(author.post("/updates", "text", "One *two*", "audience", "CONNECTIONS")
                        .status())
                .isEqualTo(303);
        assertThat(author.post("/updates", "text", "Three", "audience", "PUBLIC")
                        .status())
                .isEqualTo(303);

        assertThat(texts(visitor(grace).get("/"))).containsExactly("Three", "One two");
        assertThat(texts(author.get("/"))).containsExactly("Three", "One two");
        assertThat(texts(visitor(edsger).get("/"))).isEmpty();
        Element card = visitor(grace).get("/").page().selectFirst("article.update");
        assertThat(card.selectFirst(".why").text()).isEqualTo("Here because Ada is your connection.");
        assertThat(card.selectFirst(".sep").text()).startsWith("1st");
        assertThat(visitor(grace).get("/").page().select(".till").text()).isEqualTo("You are caught up since today");
    }

    @Test
    void anEmptyFeedOffersStepsAndAnHonestCount() {
        var home = visitor(mallory).get("/").page();
        assertThat(home.select("h1").text()).startsWith("Welcome");
        assertThat(home.select(".steps h2").eachText())
                .containsExactly(
                        "Bring your LinkedIn archive",
                        "Say what you look for and what you offer",
                        "Find people you know");
        assertThat(home.select(".steps a").eachAttr("href"))
                .containsExactly("/archive", "/profile/edit/goals", "/search");
        assertThat(home.select(".side").text()).contains("members, you among them");
    }

    @Test
    void whoSharedSomethingButKnowsNobodyStillSeesTheSteps() {
        share(mallory, "Is anybody here?", Audience.MEMBERS);
        assertThat(visitor(mallory).get("/").page().select(".steps li")).hasSize(3);
        share(ada, "I know somebody.", Audience.MEMBERS);
        assertThat(visitor(ada).get("/").page().select(".steps li")).isEmpty();
    }

    @Test
    void aLongFeedIsReadPageByPage() {
        MemberId author = aMember("Prolific Writer");
        connected(author, mallory);
        for (int number = 1; number <= 45; number++) {
            sql.sql("""
                    INSERT INTO member_update (member_id, body, audience, posted_at)
                    VALUES (:author, :body, 'CONNECTIONS', timestamptz '2026-01-01 12:00Z' + (:number / 3) * interval '1 hour')
                    """)
                    .param("author", author.value())
                    .param("body", "Number " + number)
                    .param("number", number)
                    .update();
        }
        List<String> read = new ArrayList<>();
        String address = "/";
        while (!address.isEmpty()) {
            Visitor.Answer page = visitor(mallory).get(address);
            read.addAll(texts(page));
            address = page.page().select("a[rel=next]").attr("href");
        }
        assertThat(read)
                .hasSize(45)
                .doesNotHaveDuplicates()
                .startsWith("Number 45")
                .endsWith("Number 1");
        assertThat(visitor(mallory).get("/?before=nonsense").status()).isEqualTo(404);
        assertThat(visitor(mallory).get("/?before=99999999999999999-1").status())
                .isEqualTo(200);
    }

    @Test
    void sixtyFourParallelReactionsAreOne() { // T13
        UpdateId id = share(ada, "For connections", Audience.CONNECTIONS);
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int request = 0; request < 64; request++) {
                threads.submit(() -> {
                    gate.await();
                    return reactions.set(grace, id, true);
                });
            }
            gate.countDown();
        }
        assertThat(everythingAbout(id)).isEqualTo("1 0 1");
        assertThat(sql.sql("SELECT count(*) FROM notification WHERE member_id = :ada AND kind = 'REACTED'")
                        .param("ada", ada.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(visitor(grace)
                        .post("/updates/" + id.value() + "/useful", "useful", "false")
                        .status())
                .isEqualTo(303);
        assertThat(everythingAbout(id)).isEqualTo("1 0 0");
    }

    @Test
    void storedMarkupIsInertWhereverItIsShown() { // T20
        String evil =
                "Hello <script>alert(1)</script> <img src=x onerror=alert(1)> [bank.example](https://evil.example)"
                        + " [x](javascript:alert(1)) **\"><svg onload=alert(1)>**";
        UpdateId id = share(ada, evil, Audience.PUBLIC);
        comment(grace, id, evil);
        for (String path :
                List.of("/", "/updates/" + id.value(), "/in/" + handle(ada) + "/updates", "/notifications")) {
            var page = visitor(ada).get(path).page();
            assertThat(
                            page.select(
                                    "main script:not([src^=/static/]), main img[onerror], main svg[onload], main [href^=javascript]"))
                    .isEmpty();
            assertThat(page.select("main .body img")).isEmpty();
        }
        assertThat(visitor(ada).get("/").page().select(".body").text()).contains("bank.example (evil.example)");
    }

    @Test
    void aProfileLinksToTheUpdatesOfItsMember() {
        assertThat(visitor(ada)
                        .get("/in/" + handle(grace))
                        .page()
                        .select("a[href$=/updates]")
                        .attr("href"))
                .isEqualTo("/in/" + handle(grace) + "/updates");
    }

    @Test
    void thePageSpeaksFrench() {
        share(ada, "Bonjour", Audience.CONNECTIONS);
        assertThat(visitor(grace)
                        .with("Accept-Language", "fr")
                        .get("/")
                        .page()
                        .select(".why")
                        .text())
                .isEqualTo("Ici parce que vous êtes en relation avec Ada.");
    }
}
