package org.wellmet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.web.Language;
import org.wellmet.web.Theme;

/// What the front doors rightly do not offer and a demo needs: ties without the ceremony, and a past.
final class DemoStore {
    private static final String CONNECT = """
            INSERT INTO connection (member_id, other_id, since) VALUES (:a, :b, :since), (:b, :a, :since)
            """;

    // Some were here for weeks before they knew anybody.
    private static final String JOIN = """
            UPDATE member
               SET joined_at = coalesce((SELECT min(since) FROM connection WHERE member_id = member.id), joined_at)
                               - make_interval(days => (id % 40)::int)
            """;

    // Most were here in the last two weeks; one in 29 has been away since spring.
    private static final String SEEN = """
            INSERT INTO member_seen (member_id, seen_on)
            SELECT id, CAST(:today AS date) - CASE WHEN id % 29 = 0 THEN 240 ELSE (id % 15)::int END FROM member
            """;

    private static final String LIVES = """
            INSERT INTO member_look (member_id, language, theme, zone) VALUES (:member, :language, :theme, :zone)
            """;

    // What was asked is twenty hours older than what came of it.
    private static final String BACKDATE_INTRODUCTION = """
            UPDATE introduction
               SET asked_at = asked_at - make_interval(secs => :ago) - CASE WHEN status = 'ASKED' THEN interval '0' ELSE interval '20 hours' END,
                   expires_at = expires_at - make_interval(secs => :ago),
                   forwarded_at = forwarded_at - make_interval(secs => :ago),
                   ended_at = ended_at - make_interval(secs => :ago)
             WHERE id = :id
            """;

    private static final String BACKDATE_ITS_NOTICES = """
            UPDATE notification SET at = at - make_interval(secs => :ago) WHERE kind LIKE 'INTRODUCTION%' AND subject_id = :id
            """;

    private static final String BACKDATE_ITS_CONNECTION = """
            UPDATE connection SET since = since - make_interval(secs => :ago)
             WHERE (member_id = :a AND other_id = :b) OR (member_id = :b AND other_id = :a)
            """;

    private static final String BACKDATE_ITS_INVITATION = """
            UPDATE invitation SET sent_at = sent_at - make_interval(secs => :ago), expires_at = expires_at - make_interval(secs => :ago)
             WHERE inviter_id = :a AND invitee_id = :b
            """;

    private static final String BACKDATE_ITS_MESSAGES = """
            UPDATE invitation_message SET at = at - make_interval(secs => :ago)
             WHERE invitation_id IN (SELECT id FROM invitation WHERE inviter_id = :a AND invitee_id = :b)
            """;

    private static final String BACKDATE_NOTICES_OF_MESSAGES = """
            UPDATE notification SET at = at - make_interval(secs => :ago)
             WHERE kind = 'SAID_ON_INVITATION'
               AND subject_id IN (SELECT id FROM invitation WHERE inviter_id = :a AND invitee_id = :b)
            """;

    private final JdbcClient sql;

    DemoStore(JdbcClient sql) {
        this.sql = sql;
    }

    void connect(MemberId a, MemberId b, Instant since) {
        sql.sql(CONNECT)
                .param("a", a.value())
                .param("b", b.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Everybody joined before their first connection, and was here lately.
    void comeBefore(LocalDate today) {
        sql.sql(JOIN).update();
        sql.sql(SEEN).param("today", today).update();
    }

    /// What the clocks say where a member lives, and in which language they read.
    void lives(MemberId member, Language language, ZoneId zone) {
        sql.sql(LIVES)
                .param("member", member.value())
                .param("language", language.code())
                .param("theme", Theme.DEVICE.code())
                .param("zone", zone.getId())
                .update();
    }

    /// The introduction, and all that came of it between who asked and who was sought.
    void backdateIntroduction(long id, MemberId asker, MemberId target, Duration ago) {
        for (String one : List.of(BACKDATE_INTRODUCTION, BACKDATE_ITS_NOTICES)) {
            sql.sql(one).param("id", id).param("ago", ago.toSeconds()).update();
        }
        for (String one : List.of(
                BACKDATE_ITS_CONNECTION,
                BACKDATE_ITS_INVITATION,
                BACKDATE_ITS_MESSAGES,
                BACKDATE_NOTICES_OF_MESSAGES)) {
            sql.sql(one)
                    .param("a", asker.value())
                    .param("b", target.value())
                    .param("ago", ago.toSeconds())
                    .update();
        }
    }

    void backdateUpdate(long id, Instant at) {
        backdate("UPDATE member_update SET posted_at = :at WHERE id = :id", id, at);
    }

    void backdateComment(long id, Instant at) {
        backdate("UPDATE update_comment SET posted_at = :at WHERE id = :id", id, at);
    }

    /// The invitation, and that its invitee was told of it.
    void backdateInvitation(long id, Instant at) {
        backdate("""
                UPDATE invitation SET expires_at = expires_at + (:at - sent_at), sent_at = :at WHERE id = :id
                """, id, at);
        backdate("UPDATE notification SET at = :at WHERE kind = 'INVITED' AND subject_id = :id", id, at);
    }

    /// What was last said on an invitation.
    void backdateLastMessage(long invitation, Instant at) {
        backdate("""
                UPDATE invitation_message SET at = :at
                 WHERE id = (SELECT max(id) FROM invitation_message WHERE invitation_id = :id)
                """, invitation, at);
        backdate(
                "UPDATE notification SET at = :at WHERE kind = 'SAID_ON_INVITATION' AND subject_id = :id",
                invitation,
                at);
    }

    private void backdate(String statement, long id, Instant at) {
        sql.sql(statement)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
