package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.visibility.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the tests of suggestions share: a chain of three, and looks at all that somebody is told.
abstract class SuggestionTest extends ServerTest {
    static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Suggestions suggestions;

    @Autowired
    Profiles profiles;

    @Autowired
    Connections connections;

    @Autowired
    Gates gates;

    @Autowired
    Ties ties;

    MemberId me;
    MemberId between;
    MemberId other;

    /// me -- between -- other
    @BeforeEach
    void aChain() {
        me = aMember("Vera Viewer");
        between = aMember("Bela Between");
        other = aMember("Otto Other");
        connected(me, between);
        connected(between, other);
    }

    String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    List<MemberId> slate(MemberId viewer) {
        return suggestions.slate(Viewer.of(viewer), Lens.BALANCED).stream()
                .map(one -> one.person().member().id())
                .toList();
    }

    JsonNode json(MemberId viewer, String query) {
        Answer answer = visitor(viewer).get("/api/suggestions" + query);
        assertThat(answer.status()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /// Nowhere: neither slate, page, card nor numbers, and the numbers are the bytes of nobody.
    void assertAbsent(MemberId viewer, MemberId absent) {
        String handle = handle(absent);
        for (Lens lens : Lens.values()) {
            assertThat(visitor(viewer).get("/suggestions?lens=" + lens.code()).body())
                    .doesNotContain(handle + "\"");
            assertThat(json(viewer, "?lens=" + lens.code()).toString()).doesNotContain("\"" + handle + "\"");
        }
        assertThat(visitor(viewer)
                        .with("HX-Request", "true")
                        .get("/suggestions/card")
                        .body())
                .doesNotContain("/in/" + handle + "\"");
        Answer numbers = visitor(viewer).get("/suggestions/formula?member=" + handle);
        assertThat(numbers.status()).isEqualTo(404);
        assertThat(withoutToken(numbers).replace(handle, "?"))
                .isEqualTo(withoutToken(visitor(viewer).get("/suggestions/formula?member=nobody-at-all"))
                        .replace("nobody-at-all", "?"));
    }

    /// The mask of the token in the forms differs at each request.
    static String withoutToken(Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    long rows() {
        return sql.sql("SELECT count(*) FROM suggestion_dismissal WHERE member_id = :me")
                .param("me", me.value())
                .query(Long.class)
                .single();
    }

    void invitation(MemberId inviter, MemberId invitee, String status, int daysAgo) {
        sql.sql("""
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at, ended_at)
                        VALUES (:inviter, :invitee, :status, 'OTHER', 'We met', false, 'Because we met in a test.',
                                now() - :days * interval '1 day', now() + interval '60 days',
                                CASE WHEN :status = 'PENDING' THEN NULL ELSE now() END)
                        """)
                .param("inviter", inviter.value())
                .param("invitee", invitee.value())
                .param("status", status)
                .param("days", daysAgo)
                .update();
    }

    void seen(MemberId member, int daysAgo) {
        sql.sql("""
                        INSERT INTO member_seen (member_id, seen_on) VALUES (:member, current_date - :days)
                        ON CONFLICT (member_id) DO UPDATE SET seen_on = excluded.seen_on
                        """).param("member", member.value()).param("days", daysAgo).update();
    }

    double availability() {
        return json(me, "")
                .get("suggestions")
                .get(0)
                .get("numbers")
                .get("factors")
                .get("availability")
                .asDouble();
    }
}
