package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Blocks;

/// Four members and what a test does with updates.
abstract class UpdateTest extends ServerTest {
    @Autowired
    Updates updates;

    @Autowired
    Comments comments;

    @Autowired
    Reactions reactions;

    @Autowired
    Blocks blocks;

    //  ada -- grace -- edsger      mallory
    MemberId ada;
    MemberId grace;
    MemberId edsger;
    MemberId mallory;

    @BeforeEach
    void people() {
        ada = aMember("Ada Lovelace");
        grace = aMember("Grace Hopper");
        edsger = aMember("Edsger Dijkstra");
        mallory = aMember("Mallory Marsh");
        connected(ada, grace);
        connected(grace, edsger);
    }

    UpdateId share(MemberId author, String text, Audience audience) {
        ShareUpdateOutcome outcome = updates.share(author, new UpdateDraft(text, audience, Optional.empty()));
        assertThat(outcome).isInstanceOf(ShareUpdateOutcome.Shared.class);
        return ((ShareUpdateOutcome.Shared) outcome).id();
    }

    long comment(MemberId writer, UpdateId update, String text) {
        AddCommentOutcome outcome = comments.add(writer, update, text);
        assertThat(outcome).isInstanceOf(AddCommentOutcome.Added.class);
        return ((AddCommentOutcome.Added) outcome).commentId();
    }

    void block(MemberId member, MemberId other) {
        transactions.run(() -> {
            sql.sql("DELETE FROM connection WHERE (member_id, other_id) IN ((:a, :b), (:b, :a))")
                    .param("a", member.value())
                    .param("b", other.value())
                    .update();
            blocks.lay(member, other);
        });
    }

    String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    List<String> texts(Visitor.Answer home) {
        return home.page().select("article.update .body").eachText();
    }

    /// All rows that a refused write could have touched.
    String everythingAbout(UpdateId update) {
        return sql.sql("""
                        SELECT concat_ws(' ', (SELECT count(*) FROM member_update WHERE id = :id),
                                         (SELECT count(*) FROM update_comment WHERE update_id = :id),
                                         (SELECT count(*) FROM update_reaction WHERE update_id = :id))
                        """).param("id", update.value()).query(String.class).single();
    }
}
