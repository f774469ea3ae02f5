package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// Who may see an update and do something to it, on every path.
class UpdateLeaveTest extends UpdateTest {
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
        members.suspend(gone);

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
    void getAndHeadChangeNothingAndAForgedFormIsRefused() { // T17
        UpdateId id = share(ada, "Stays", Audience.CONNECTIONS);
        String address = "/updates/" + id.value();
        for (String path : List.of("/delete", "/useful?useful=true", "/comments?text=x")) {
            assertThat(visitor(ada).get(address + path).status()).isBetween(400, 499);
        }
        assertThat(visitor(ada).forge(address + "/delete").status()).isEqualTo(403);
        assertThat(everythingAbout(id)).isEqualTo("1 0 0");
    }
}
