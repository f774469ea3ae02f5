package org.wellmet.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Invitations;
import org.wellmet.introduction.IntroductionViews;
import org.wellmet.introduction.Shown;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.update.Comments;
import org.wellmet.update.ShownComment;
import org.wellmet.update.ShownUpdate;
import org.wellmet.update.UpdateId;
import org.wellmet.update.Updates;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// What notifications refer to, as far as their reader may see it at this moment. Thread-safe.
@Component
final class NotificationSubjects {
    private final Visibility visibility;
    private final Members members;
    private final Updates updates;
    private final Comments comments;
    private final IntroductionViews introductions;
    private final InstantSource clock;

    NotificationSubjects(
            Visibility visibility,
            Members members,
            Updates updates,
            Comments comments,
            IntroductionViews introductions,
            InstantSource clock) {
        this.visibility = visibility;
        this.members = members;
        this.updates = updates;
        this.comments = comments;
        this.introductions = introductions;
        this.clock = clock;
    }

    /// Asks leave for everything on a page at once.
    Seen seen(Viewer reader, List<NotificationRow> rows) {
        Set<MemberId> actors = new HashSet<>();
        Set<UpdateId> ofUpdates = new HashSet<>();
        Set<Long> ofComments = new HashSet<>();
        Set<Long> ofIntroductions = new HashSet<>();
        for (NotificationRow row : rows) {
            actors.add(row.actor());
            switch (row.kind()) {
                case INVITED, SAID_ON_INVITATION, ACCEPTED -> {} // the actor says all
                case REACTED, MENTIONED -> ofUpdates.add(new UpdateId(row.subjectId()));
                case COMMENTED, MENTIONED_IN_COMMENT -> ofComments.add(row.subjectId());
                case INTRODUCTION_ASKED,
                        INTRODUCTION_FORWARDED,
                        INTRODUCTION_PASSED_ON,
                        INTRODUCTION_DECLINED,
                        INTRODUCTION_ACCEPTED,
                        INTRODUCTION_LED_TO_CONNECTION -> ofIntroductions.add(row.subjectId());
            }
        }
        return new Seen(
                members.all(visibility.visible(reader, actors)),
                updates.all(reader, ofUpdates),
                comments.all(reader, ofComments),
                introductions.all(reader, ofIntroductions),
                clock.instant().minus(Invitations.LIFE));
    }

    /// Where a notification leads, and how what it is about begins; a badge never asks for the beginning.
    record Target(String address, Supplier<String> summary) {}

    /// What the reader may see of all that a page refers to.
    record Seen(
            Map<MemberId, Member> actors,
            Map<UpdateId, ShownUpdate> updates,
            Map<Long, ShownComment> comments,
            Map<Long, Shown> introductions,
            Instant invitationsSince) {
        /// Where it leads; empty where the reader may not see who did it or what it is about, or where that
        /// is over.
        Optional<Target> target(NotificationRow row) {
            return actors.containsKey(row.actor()) ? subject(row) : Optional.empty();
        }

        private Optional<Target> subject(NotificationRow row) {
            return switch (row.kind()) {
                case INVITED ->
                    row.at().isAfter(invitationsSince)
                            ? Optional.of(new Target("/invitations", () -> ""))
                            : Optional.empty();
                // What is not to be read any more is over by then, or the page says that nothing is here.
                case SAID_ON_INVITATION ->
                    row.at().isAfter(invitationsSince)
                            ? Optional.of(new Target("/invitations/" + row.subjectId(), () -> ""))
                            : Optional.empty();
                case ACCEPTED ->
                    Optional.ofNullable(actors.get(row.actor()))
                            .map(actor -> new Target("/in/" + actor.handle(), actor::headline));
                case REACTED, MENTIONED ->
                    Optional.ofNullable(updates.get(new UpdateId(row.subjectId())))
                            .map(update -> new Target(update.id().address(), update::summary));
                case COMMENTED, MENTIONED_IN_COMMENT ->
                    Optional.ofNullable(comments.get(row.subjectId()))
                            .map(comment ->
                                    new Target(comment.updateId().address() + "#c" + comment.id(), comment::summary));
                // What asks for an answer is told until it is answered.
                case INTRODUCTION_ASKED ->
                    introduction(row).filter(Shown::isMine).map(shown -> target(shown, shown.target()));
                case INTRODUCTION_FORWARDED ->
                    introduction(row).filter(Shown::isMine).map(shown -> target(shown, shown.asker()));
                case INTRODUCTION_PASSED_ON, INTRODUCTION_DECLINED ->
                    introduction(row).map(shown -> target(shown, shown.target()));
                case INTRODUCTION_ACCEPTED -> introduction(row).map(shown -> target(shown, shown.connector()));
                case INTRODUCTION_LED_TO_CONNECTION -> introduction(row).map(shown -> target(shown, shown.asker()));
            };
        }

        private Optional<Shown> introduction(NotificationRow row) {
            return Optional.ofNullable(introductions.get(row.subjectId()));
        }

        private static Target target(Shown introduction, Acquaintance about) {
            return new Target(introduction.address(), about.member()::name);
        }
    }
}
