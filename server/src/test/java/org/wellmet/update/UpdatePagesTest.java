package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

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

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ME")
    void eachPathShowsAnUpdateToItsAudienceAlone(Audience audience) { // T2, T5
        UpdateId id = share(ada, "For " + audience, audience);
        sql.sql("UPDATE member SET is_public = true WHERE id = :id")
                .param("id", ada.value())
                .update();
        MemberId[] viewers = {ada, grace, edsger, mallory};
        int admitted = 2 + Math.min(2, audience.ordinal() - 1);
        for (int viewer = 0; viewer < viewers.length; viewer++) {
            expect(visitor(viewers[viewer]), id, viewer < admitted);
        }
        expect(aStranger(), id, audience == Audience.PUBLIC);
        assertThat(aStranger().get("/").status()).isEqualTo(302);
    }

    private void expect(Visitor visitor, UpdateId id, boolean isSeen) {
        int status = isSeen ? 200 : 404;
        String listed = visitor.get("/in/" + handle(ada) + "/updates").body();
        assertThat(visitor.get("/updates/" + id.value()).status()).isEqualTo(status);
        assertThat(visitor.get("/api/updates/" + id.value()).status()).isEqualTo(status);
        assertThat(listed.contains("/updates/" + id.value() + "\"")).isEqualTo(isSeen);
    }

    @Test
    void absentAndForbiddenAreTheSameBytes() { // T3
        UpdateId id = share(ada, "For connections", Audience.CONNECTIONS);
        for (String language : List.of("en", "fr", "zz, *;q=0.1")) {
            Visitor visitor = visitor(mallory).with("Accept-Language", language);
            for (String path : List.of("/updates/", "/api/updates/")) {
                Visitor.Answer forbidden = visitor.get(path + id.value());
                Visitor.Answer absent = visitor.get(path + "999999999999");
                assertThat(forbidden.status()).isEqualTo(404);
                assertThat(forbidden.bytes()).isEqualTo(absent.bytes());
            }
            assertThat(visitor.post("/updates/" + id.value() + "/comments", "text", "x")
                            .bytes())
                    .isEqualTo(visitor.post("/updates/999999999999/comments", "text", "x")
                            .bytes());
        }
        assertThat(everythingAbout(id)).isEqualTo("1 0 0");
    }

    @Test
    void countsAndListsHoldOnlyWhomTheViewerMaySee() { // T2, T4
        UpdateId id = share(grace, "For members", Audience.MEMBERS);
        for (MemberId member : List.of(ada, edsger, mallory)) {
            comment(member, id, "By " + handle(member));
            reactions.set(member, id, true);
        }
        block(ada, mallory);
        MemberId gone = aMember("Gone");
        comment(gone, id, "By gone");
        reactions.set(gone, id, true);
        members.setStatus(gone, MemberStatus.SUSPENDED);

        assertThat(counts(ada, id)).isEqualTo("2 useful, 2 comments, 2 listed");
        assertThat(counts(mallory, id)).isEqualTo("2 useful, 2 comments, 2 listed");
        assertThat(counts(edsger, id)).isEqualTo("3 useful, 3 comments, 3 listed");
        assertThat(visitor(ada).get("/updates/" + id.value()).body()).doesNotContain("Mallory", "Gone");
        assertThat(visitor(ada).get("/api/updates/" + id.value()).body()).doesNotContain("Mallory", "Gone");
    }

    private String counts(MemberId viewer, UpdateId id) {
        ShownUpdate update = updates.find(Viewer.of(viewer), id).orElseThrow();
        int listed = visitor(viewer)
                .get("/updates/" + id.value())
                .page()
                .select("#comments li")
                .size();
        return update.usefulCount() + " useful, " + update.commentCount() + " comments, " + listed + " listed";
    }

    @Test
    void whoLostAccessCanDoNothingMore() { // T10
        UpdateId id = share(ada, "For connections", Audience.CONNECTIONS);
        long comment = comment(grace, id, "Mine");
        reactions.set(grace, id, true);
        sql.sql("DELETE FROM connection WHERE (member_id, other_id) IN ((:a, :b), (:b, :a))")
                .param("a", ada.value())
                .param("b", grace.value())
                .update();
        String before = everythingAbout(id);
        refusedEverywhere(visitor(grace), id, comment);
        assertThat(everythingAbout(id)).isEqualTo(before);
        assertThat(texts(visitor(grace).get("/"))).isEmpty();
    }

    @Test
    void aBlockHoldsBothWaysAtOnceOnEveryRoute() { // T11
        UpdateId adas = share(ada, "By Ada", Audience.PUBLIC);
        UpdateId graces = share(grace, "By Grace", Audience.PUBLIC);
        long onAdas = comment(grace, adas, "By Grace");
        long onGraces = comment(ada, graces, "By Ada");
        block(ada, grace);
        refusedEverywhere(visitor(grace), adas, onAdas);
        refusedEverywhere(visitor(ada), graces, onGraces);
        // Not even the update's author deletes what they do not see.
        assertThat(visitor(ada)
                        .post("/updates/" + adas.value() + "/comments/" + onAdas + "/delete")
                        .status())
                .isEqualTo(404);
        assertThat(everythingAbout(adas)).isEqualTo("1 1 0");
        assertThat(everythingAbout(graces)).isEqualTo("1 1 0");
    }

    private static void refusedEverywhere(Visitor visitor, UpdateId id, long comment) {
        String address = "/updates/" + id.value();
        assertThat(visitor.get(address).status()).isEqualTo(404);
        assertThat(visitor.get("/api" + address).status()).isEqualTo(404);
        assertThat(visitor.post(address + "/comments", "text", "Once more").status())
                .isEqualTo(404);
        assertThat(visitor.post(address + "/useful", "useful", "true").status()).isEqualTo(404);
        assertThat(visitor.post(address + "/useful", "useful", "false").status())
                .isEqualTo(404);
        assertThat(visitor.post(address + "/comments/" + comment + "/delete").status())
                .isEqualTo(404);
        assertThat(visitor.post(address + "/delete").status()).isEqualTo(404);
    }

    @Test
    void onlyItsAuthorDeletesAnUpdateWithAllThatHangsOnIt() {
        UpdateId id = share(ada, "Soon gone", Audience.CONNECTIONS);
        comment(grace, id, "A comment");
        reactions.set(grace, id, true);
        assertThat(visitor(grace).post("/updates/" + id.value() + "/delete").status())
                .isEqualTo(404);
        assertThat(everythingAbout(id)).isEqualTo("1 1 1");
        assertThat(visitor(ada).post("/updates/" + id.value() + "/delete").status())
                .isEqualTo(303);
        assertThat(everythingAbout(id)).isEqualTo("0 0 0");
    }

    @Test
    void aCommentIsDeletedByItsWriterOrTheUpdatesAuthor() {
        UpdateId id = share(grace, "For members", Audience.MEMBERS);
        long adas = comment(ada, id, "By Ada");
        long edsgers = comment(edsger, id, "By Edsger");
        String address = "/updates/" + id.value() + "/comments/";
        assertThat(visitor(ada).post(address + edsgers + "/delete").status()).isEqualTo(404);
        assertThat(everythingAbout(id)).isEqualTo("1 2 0");
        assertThat(visitor(ada).post(address + adas + "/delete").status()).isEqualTo(303);
        assertThat(visitor(grace).post(address + edsgers + "/delete").status()).isEqualTo(303);
        assertThat(everythingAbout(id)).isEqualTo("1 0 0");
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
    void getAndHeadChangeNothingAndAForgedFormIsRefused() { // T17
        UpdateId id = share(ada, "Stays", Audience.CONNECTIONS);
        String address = "/updates/" + id.value();
        for (String path : List.of("/delete", "/useful?useful=true", "/comments?text=x")) {
            assertThat(visitor(ada).get(address + path).status()).isBetween(400, 499);
        }
        assertThat(visitor(ada).forge(address + "/delete").status()).isEqualTo(403);
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
    void tooLongAndUnknownIsRefusedAndNothingTypedIsLost() { // T25
        Visitor visitor = visitor(ada);
        Visitor.Answer refused = visitor.post("/updates", "text", "x".repeat(3_001), "audience", "MEMBERS");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text-error").text()).isEqualTo("3,001 characters. Take out 1.");
        assertThat(refused.page().select("textarea[name=text]").text()).hasSize(3_001);
        assertThat(refused.page().select("option[selected]").attr("value")).isEqualTo("MEMBERS");
        assertThat(visitor.post("/updates", "text", " \n ", "audience", "MEMBERS")
                        .status())
                .isEqualTo(422);
        for (String audience : List.of("ME", "NOBODY", "")) {
            assertThat(visitor.post("/updates", "text", "x", "audience", audience)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(texts(visitor.get("/"))).isEmpty();

        UpdateId id = share(ada, "😀".repeat(3_000), Audience.MEMBERS);
        Visitor.Answer comment = visitor.post("/updates/" + id.value() + "/comments", "text", "y".repeat(1_501));
        assertThat(comment.status()).isEqualTo(422);
        assertThat(comment.page().select("textarea[name=text]").text()).hasSize(1_501);
        assertThat(everythingAbout(id)).isEqualTo("1 0 0");
    }

    @Test
    void aMentionIsALinkForWhoMaySeeTheMentionedAndTextForOthers() { // T4
        UpdateId id = share(
                grace, "Thanks @" + handle(ada) + ", @" + handle(mallory) + " and @nobody-here", Audience.MEMBERS);
        block(ada, mallory);
        assertThat(links(edsger, id)).containsExactly("/in/" + handle(ada), "/in/" + handle(mallory));
        assertThat(links(ada, id)).containsExactly("/in/" + handle(ada));
    }

    @Test
    void whileOneTypesAMentionOnlyVisiblePeopleAreOffered() { // T1
        assertThat(visitor(ada).get("/updates/mentions?q=grace").body()).contains("\"" + handle(grace) + "\"");
        assertThat(visitor(ada).get("/updates/mentions?q=").body()).isEqualTo("{\"suggestions\":[]}");
        assertThat(aStranger().get("/updates/mentions?q=grace").status()).isEqualTo(302);

        MemberId far = aMember("Quirijn Mentionworthy");
        assertThat(visitor(ada).get("/updates/mentions?q=mentionworthy").body()).contains("\"" + handle(far) + "\"");
        assertThat(visitor(far).get("/updates/mentions?q=mentionworthy").body()).isEqualTo("{\"suggestions\":[]}");
        block(far, mallory);
        assertThat(visitor(mallory).get("/updates/mentions?q=mentionworthy").body())
                .isEqualTo("{\"suggestions\":[]}");
        members.setStatus(far, MemberStatus.SUSPENDED);
        assertThat(visitor(ada).get("/updates/mentions?q=mentionworthy").body()).isEqualTo("{\"suggestions\":[]}");
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

    private List<String> links(MemberId viewer, UpdateId id) {
        return visitor(viewer)
                .get("/updates/" + id.value())
                .page()
                .select(".body a")
                .eachAttr("href");
    }

    @Test
    void aPictureNeedsWordsAndIsSeenByTheUpdatesAudience() throws IOException { // T21
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        Visitor author = visitor(ada);
        Map<String, String> wordless = Map.of("text", "A tide", "audience", "CONNECTIONS");
        assertThat(author.upload("/updates", wordless, "picture", "../../x.php", png.toByteArray())
                        .status())
                .isEqualTo(422);
        Map<String, String> fields =
                Map.of("text", "A tide", "audience", "CONNECTIONS", "picture-text", "Twelve curves");
        assertThat(author.upload("/updates", fields, "picture", "x.svg", "<svg/>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(texts(author.get("/"))).isEmpty();
        assertThat(author.upload("/updates", fields, "picture", "../../x.php", png.toByteArray())
                        .status())
                .isEqualTo(303);

        Element image = visitor(grace).get("/").page().selectFirst("figure img");
        assertThat(image.attr("alt")).isEqualTo("Twelve curves");
        assertThat(image.attr("width")).isEqualTo("400");
        assertThat(visitor(grace).get(image.attr("src")).status()).isEqualTo(200);
        assertThat(visitor(edsger).get(image.attr("src")).status()).isEqualTo(404);
        block(ada, grace);
        assertThat(visitor(grace).get(image.attr("src")).status()).isEqualTo(404);
        author.post(author.get("/").page().select("form[action$=/delete]").attr("action"));
        assertThat(author.get(image.attr("src")).status()).isEqualTo(404);
    }

    @Test
    void whoSharesTooMuchIsToldWhenThereIsRoomAgain() { // T14
        Visitor visitor = visitor(mallory);
        for (int number = 0; number < Updates.SHARING.count(); number++) {
            share(mallory, "Number " + number, Audience.CONNECTIONS);
        }
        Visitor.Answer refused = visitor.post("/updates", "text", "One more", "audience", "CONNECTIONS");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3_600);
        assertThat(refused.page().select("textarea[name=text]").text()).isEqualTo("One more");
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
