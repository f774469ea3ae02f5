package org.wellmet.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeListener;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SecondThoughts;
import org.wellmet.introduction.Introductions;
import org.wellmet.mail.Outbox;
import org.wellmet.member.MemberId;
import org.wellmet.update.Comments;
import org.wellmet.update.Reactions;
import org.wellmet.update.Updates;
import org.wellmet.visibility.Blocks;

/// Turns changes into notifications, in the transaction that makes the change. Thread-safe.
@Component
final class NotificationWriter implements ChangeListener {
    private final NotificationStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    NotificationWriter(JdbcClient sql, Outbox outbox, InstantSource clock) {
        this.store = new NotificationStore(sql);
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void appended(String kind, long memberId, long otherId, long subjectId) {
        boolean isOfPair = otherId != 0 && otherId != memberId;
        if (isOfPair) {
            follow(kind, new MemberId(memberId), new MemberId(otherId), subjectId);
        }
    }

    private void follow(String kind, MemberId actor, MemberId other, long subjectId) {
        switch (kind) {
            case Invitations.SENT -> note(other, NotificationKind.INVITED, actor, subjectId);
            case Invitations.WITHDRAWN -> {
                store.end(other, NotificationKind.INVITED, actor, subjectId);
                endExchange(actor, other, subjectId);
            }
            case Exchanges.SAID -> {
                store.markAnswered(actor, other, subjectId);
                noteAnew(other, NotificationKind.SAID_ON_INVITATION, actor, subjectId);
            }
            // To its author it is as any other, or they would know that they were declined.
            case Exchanges.UNHEARD -> store.markAnswered(actor, other, subjectId);
            // Answered: the invitee needs to be told of it no more. Who declines tells nobody.
            case Invitations.DECLINED -> {
                store.end(actor, NotificationKind.INVITED, other, subjectId);
                store.end(actor, NotificationKind.SAID_ON_INVITATION, other, subjectId);
            }
            // As if it had never been declined.
            case SecondThoughts.RECONSIDERED -> store.resume(actor, other, subjectId);
            case Invitations.ACCEPTED -> {
                store.end(actor, NotificationKind.INVITED, other, subjectId);
                store.markAnswered(actor, other, subjectId);
                note(other, NotificationKind.ACCEPTED, actor, subjectId);
            }
            // Connected, by whatever consent: there is nothing left to accept.
            case Connections.MADE -> {
                store.endInvitations(actor, other);
                store.endInvitations(other, actor);
            }
            case Introductions.ASKED -> note(other, NotificationKind.INTRODUCTION_ASKED, actor, subjectId);
            case Introductions.FORWARDED -> note(other, NotificationKind.INTRODUCTION_FORWARDED, actor, subjectId);
            case Introductions.PASSED_ON -> note(other, NotificationKind.INTRODUCTION_PASSED_ON, actor, subjectId);
            case Introductions.DECLINED -> note(other, NotificationKind.INTRODUCTION_DECLINED, actor, subjectId);
            case Introductions.ACCEPTED -> note(other, NotificationKind.INTRODUCTION_ACCEPTED, actor, subjectId);
            case Introductions.LED_TO_CONNECTION ->
                note(other, NotificationKind.INTRODUCTION_LED_TO_CONNECTION, actor, subjectId);
            case Comments.ADDED -> note(other, NotificationKind.COMMENTED, actor, subjectId);
            case Comments.MENTIONED -> note(other, NotificationKind.MENTIONED_IN_COMMENT, actor, subjectId);
            case Updates.MENTIONED -> note(other, NotificationKind.MENTIONED, actor, subjectId);
            case Reactions.MADE -> note(other, NotificationKind.REACTED, actor, subjectId);
            case Reactions.WITHDRAWN -> store.end(other, NotificationKind.REACTED, actor, subjectId);
            case Blocks.LAID -> {
                store.endAllBy(actor, other);
                store.endAllBy(other, actor);
            }
            default -> {} // concerns nobody here
        }
    }

    private void endExchange(MemberId one, MemberId other, long invitation) {
        store.end(one, NotificationKind.SAID_ON_INVITATION, other, invitation);
        store.end(other, NotificationKind.SAID_ON_INVITATION, one, invitation);
    }

    /// With what the next mail would have told anyway: all since the last that was told. The time of this one is no
    /// bound, for what it tells of was written before.
    private void noteAnew(MemberId member, NotificationKind kind, MemberId actor, long subjectId) {
        Instant untoldSince = store.forget(member, kind, actor, subjectId).orElse(Instant.EPOCH);
        store.note(member, kind, actor, subjectId, when(kind, clock.instant(), untoldSince));
    }

    private void note(MemberId member, NotificationKind kind, MemberId actor, long subjectId) {
        Instant now = clock.instant();
        store.note(member, kind, actor, subjectId, when(kind, now, now));
    }

    /// Where no mail server is set nothing is ever due: a mail that nobody sends is no use to anybody.
    private NotificationStore.When when(NotificationKind kind, Instant now, Instant untoldSince) {
        boolean isMailed = outbox.hasMailServer() && MailKind.of(kind).isPresent();
        return new NotificationStore.When(
                now, untoldSince, isMailed ? Optional.of(now.plus(NotificationMails.DELAY)) : Optional.empty());
    }
}
