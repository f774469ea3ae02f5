package org.wellmet.introduction;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;

/// What the tests of this package share: three people, short ways to ask and forward, and a look at all that stands
/// between members.
abstract class IntroductionTest extends ServerTest {
    static final IntroductionText TO_CONNECTOR =
            new IntroductionText("CONFIDENTIAL: you know how shy I am with people.");
    static final IntroductionText TO_TARGET = new IntroductionText("OPENHEARTED: your tide tables answer my question.");
    static final IntroductionText WORDS = new IntroductionText("VOUCHING: I have worked with her for years.");
    static final DeclineReason REASON = new DeclineReason("BECAUSE: he travels until spring.");

    @Autowired
    Introductions introductions;

    @Autowired
    IntroductionViews views;

    @Autowired
    Connections connections;

    @Autowired
    Gates gates;

    @Autowired
    Ties ties;

    /// Asker and connector, connector and target are connected; asker and target are not.
    record Trio(MemberId asker, MemberId connector, MemberId target) {
        MemberId[] all() {
            return new MemberId[] {asker, connector, target};
        }
    }

    Trio aTrio() {
        Trio trio = new Trio(aMember("Ada Asker"), aMember("Cora Connector"), aMember("Tom Target"));
        connected(trio.asker(), trio.connector());
        connected(trio.connector(), trio.target());
        return trio;
    }

    AskOutcome ask(Trio trio) {
        return introductions.ask(
                new Introductions.Wish(trio.asker(), trio.connector(), trio.target(), TO_CONNECTOR, TO_TARGET));
    }

    /// Asks, which must go through.
    long asked(Trio trio) {
        return ((AskOutcome.Asked) ask(trio)).id();
    }

    /// Asks and forwards, which must go through.
    long forwarded(Trio trio) {
        long id = asked(trio);
        must(introductions.forward(trio.connector(), id, WORDS));
        return id;
    }

    static void must(AnswerOutcome outcome) {
        if (!isTaken(outcome)) {
            throw new AssertionError("refused: " + outcome);
        }
    }

    static boolean isTaken(AnswerOutcome outcome) {
        return outcome instanceof AnswerOutcome.Done
                || outcome instanceof AnswerOutcome.Connected
                || outcome instanceof AnswerOutcome.Replied;
    }

    AnswerOutcome declineUnseen(MemberId member, long id) {
        return introductions.decline(member, id);
    }

    /// One that has come to this state, by the ways that lead there.
    long into(IntroductionStatus state, Trio trio) {
        return switch (state) {
            case ASKED -> asked(trio);
            case FORWARDED -> forwarded(trio);
            case ANSWERED -> after(forwarded(trio), id -> introductions.reply(trio.target(), id, "Tell me more."));
            case ACCEPTED -> after(forwarded(trio), id -> introductions.accept(trio.target(), id));
            case DECLINED_UNSEEN -> after(asked(trio), id -> declineUnseen(trio.connector(), id));
            case DECLINED -> after(asked(trio), id -> introductions.decline(trio.connector(), id, REASON));
            case DECLINED_BY_TARGET -> after(forwarded(trio), id -> declineUnseen(trio.target(), id));
            case UNHEARD -> {
                long id = asked(trio);
                gates.choose(trio.target(), Gate.CLOSED);
                yield after(id, _ -> introductions.forward(trio.connector(), id, WORDS));
            }
            case WITHDRAWN -> after(forwarded(trio), id -> introductions.withdraw(trio.asker(), id));
            case LAPSED -> {
                long id = forwarded(trio);
                daysPass(id, 61);
                yield id;
            }
            case VOIDED -> {
                long id = forwarded(trio);
                ties.remove(trio.target(), trio.connector());
                yield id;
            }
            case OVERTAKEN -> {
                long id = forwarded(trio);
                connected(trio.asker(), trio.target());
                yield id;
            }
        };
    }

    private static long after(long id, LongFunction<AnswerOutcome> verb) {
        must(verb.apply(id));
        return id;
    }

    /// What this member is told of, latest first.
    List<String> told(MemberId member) {
        return visitor(member)
                .get("/notifications")
                .page()
                .select("main li a.link")
                .eachText();
    }

    String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    String status(long id) {
        return sql.sql("SELECT status FROM introduction WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("GONE");
    }

    /// As if that many days had passed since everything that happened to it.
    void daysPass(long id, int days) {
        sql.sql("""
                        UPDATE introduction
                           SET asked_at = asked_at - make_interval(days => :days),
                               expires_at = expires_at - make_interval(days => :days),
                               forwarded_at = forwarded_at - make_interval(days => :days),
                               ended_at = ended_at - make_interval(days => :days)
                         WHERE id = :id
                        """).param("days", days).param("id", id).update();
    }

    /// Every row about these members, changes and notifications included: equal before and after means that nothing was
    /// changed.
    String state(MemberId... about) {
        Long[] ids = Arrays.stream(about).map(MemberId::value).toArray(Long[]::new);
        return sql.sql("""
                        SELECT coalesce(string_agg(line, E'\\n' ORDER BY line), '') FROM (
                            SELECT 'introduction ' || introduction::text AS line FROM introduction
                             WHERE asker_id = ANY(:ids) OR connector_id = ANY(:ids) OR target_id = ANY(:ids)
                            UNION ALL
                            SELECT 'connection ' || connection::text FROM connection WHERE member_id = ANY(:ids)
                            UNION ALL
                            SELECT 'block ' || block::text FROM block WHERE member_id = ANY(:ids) OR other_id = ANY(:ids)
                            UNION ALL
                            SELECT 'invitation ' || invitation::text FROM invitation
                             WHERE inviter_id = ANY(:ids) OR invitee_id = ANY(:ids)
                            UNION ALL
                            SELECT 'message ' || invitation_message::text FROM invitation_message
                             WHERE author_id = ANY(:ids) OR inviter_id = ANY(:ids)
                            UNION ALL
                            SELECT 'notification ' || notification::text FROM notification WHERE member_id = ANY(:ids)
                            UNION ALL
                            SELECT 'change ' || change::text FROM change WHERE member_id = ANY(:ids) OR other_id = ANY(:ids)
                        ) AS lines
                        """).param("ids", ids).query(String.class).single();
    }

    long count(String query, Object... namesAndValues) {
        var statement = sql.sql(query);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            statement = statement.param((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return statement.query(Long.class).single();
    }
}
