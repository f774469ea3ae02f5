package org.wellmet.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Invitations;
import org.wellmet.database.Transactions;
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

/// What a member is told of, read with their leave of the moment. Thread-safe.
@Component
public final class Notifications {
    /// Rows on one page; several may be shown as one.
    static final int PAGE_SIZE = 50;

    /// A badge counts no further: beyond it, more or less says nothing.
    static final int MOST_COUNTED = 100;

    private final NotificationStore store;
    private final Visibility visibility;
    private final Members members;
    private final Updates updates;
    private final Comments comments;
    private final IntroductionViews introductions;
    private final Transactions transactions;
    private final InstantSource clock;

    Notifications(
            JdbcClient sql,
            Visibility visibility,
            Members members,
            Updates updates,
            Comments comments,
            IntroductionViews introductions,
            Transactions transactions,
            InstantSource clock) {
        this.store = new NotificationStore(sql);
        this.visibility = visibility;
        this.members = members;
        this.updates = updates;
        this.comments = comments;
        this.introductions = introductions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A page of the member's notifications.
    ///
    /// @param before [NotificationList#older] of the page before; empty for the first
    public Optional<NotificationList> page(MemberId member, String before) {
        if (!before.isEmpty() && !before.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long bound = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        List<NotificationRow> rows = store.before(member, bound, PAGE_SIZE + 1);
        boolean isMore = rows.size() > PAGE_SIZE;
        List<NotificationRow> onPage = isMore ? rows.subList(0, PAGE_SIZE) : rows;
        return Optional.of(new NotificationList(
                shown(Viewer.of(member), onPage),
                onPage.isEmpty() ? 0 : onPage.getFirst().id(),
                isMore ? Optional.of(Long.toString(onPage.getLast().id())) : Optional.empty()));
    }

    /// How many unread ones the member would find, up to [#MOST_COUNTED]. One statement where there are none.
    public long unreadCount(MemberId member) {
        return shown(Viewer.of(member), store.unreadBefore(member, Long.MAX_VALUE, MOST_COUNTED))
                .size();
    }

    /// Marks those up to `newest` read ([NotificationList#newest]), and none that came since.
    public void markRead(MemberId member, long newest) {
        transactions.run(() -> store.markRead(member, newest));
    }

    /// Marks one read ([ShownNotification#id]), with those that are shown as one with it and none that came since; one
    /// of somebody else's stays as it is.
    public void markOpened(MemberId member, long id) {
        transactions.run(() -> store.markOpened(member, id));
    }

    private List<ShownNotification> shown(Viewer viewer, List<NotificationRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Seen seen = seen(viewer, rows);
        Map<String, List<NotificationRow>> groups = new LinkedHashMap<>();
        for (NotificationRow row : rows) {
            if (seen.target(row).isPresent() && seen.actors().containsKey(row.actor())) {
                groups.computeIfAbsent(group(row), _ -> new ArrayList<>()).add(row);
            }
        }
        return groups.values().stream().map(group -> shown(group, seen)).toList();
    }

    private static ShownNotification shown(List<NotificationRow> group, Seen seen) {
        NotificationRow latest = group.getFirst();
        Target target = seen.target(latest).orElseThrow();
        return new ShownNotification(
                latest.id(),
                latest.kind(),
                group.stream().map(row -> seen.actors().get(row.actor())).toList(),
                target.address(),
                target.summary().get(),
                latest.at(),
                group.stream().allMatch(NotificationRow::isRead));
    }

    private static String group(NotificationRow row) {
        return row.kind() == NotificationKind.REACTED ? "reacted " + row.subjectId() : "one " + row.id();
    }

    /// Asks leave for everything on a page at once.
    private Seen seen(Viewer viewer, List<NotificationRow> rows) {
        Set<MemberId> actors = visibility.visible(
                viewer, rows.stream().map(NotificationRow::actor).collect(Collectors.toSet()));
        Set<UpdateId> updateIds = subjects(rows, NotificationKind.REACTED, NotificationKind.MENTIONED).stream()
                .map(UpdateId::new)
                .collect(Collectors.toSet());
        Set<Long> commentIds = subjects(rows, NotificationKind.COMMENTED, NotificationKind.MENTIONED_IN_COMMENT);
        Set<Long> introductionIds = rows.stream()
                .filter(row -> isOfIntroduction(row.kind()))
                .map(NotificationRow::subjectId)
                .collect(Collectors.toSet());
        return new Seen(
                members.all(actors),
                updates.all(viewer, updateIds),
                comments.all(viewer, commentIds),
                introductions.all(viewer, introductionIds),
                clock.instant().minus(Invitations.LIFE));
    }

    private static boolean isOfIntroduction(NotificationKind kind) {
        return switch (kind) {
            case INTRODUCTION_ASKED,
                    INTRODUCTION_FORWARDED,
                    INTRODUCTION_PASSED_ON,
                    INTRODUCTION_DECLINED,
                    INTRODUCTION_ACCEPTED,
                    INTRODUCTION_LED_TO_CONNECTION -> true;
            case INVITED, SAID_ON_INVITATION, ACCEPTED, COMMENTED, REACTED, MENTIONED, MENTIONED_IN_COMMENT -> false;
        };
    }

    private static Set<Long> subjects(List<NotificationRow> rows, NotificationKind one, NotificationKind other) {
        return rows.stream()
                .filter(row -> row.kind() == one || row.kind() == other)
                .map(NotificationRow::subjectId)
                .collect(Collectors.toSet());
    }

    /// Where a notification leads, and how what it is about begins; a badge never asks for the beginning.
    private record Target(String address, Supplier<String> summary) {}

    /// What the reader may see of all that a page refers to.
    private record Seen(
            Map<MemberId, Member> actors,
            Map<UpdateId, ShownUpdate> updates,
            Map<Long, ShownComment> comments,
            Map<Long, Shown> introductions,
            Instant invitationsSince) {
        Optional<Target> target(NotificationRow row) {
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
