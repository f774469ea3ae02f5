package org.wellmet.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// What a member is told of, read with their leave of the moment. Thread-safe.
@Component
public final class Notifications {
    /// Rows on one page; several may be shown as one.
    static final int PAGE_SIZE = 50;

    /// A badge counts no further: beyond it, more or less says nothing.
    static final int MOST_COUNTED = 100;

    private final NotificationStore store;
    private final NotificationSubjects subjects;
    private final Transactions transactions;

    Notifications(JdbcClient sql, NotificationSubjects subjects, Transactions transactions) {
        this.store = new NotificationStore(sql);
        this.subjects = subjects;
        this.transactions = transactions;
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
        NotificationSubjects.Seen seen = subjects.seen(viewer, rows);
        Map<String, List<NotificationRow>> groups = new LinkedHashMap<>();
        for (NotificationRow row : rows) {
            if (seen.target(row).isPresent()) {
                groups.computeIfAbsent(group(row), _ -> new ArrayList<>()).add(row);
            }
        }
        return groups.values().stream().map(group -> shown(group, seen)).toList();
    }

    private static ShownNotification shown(List<NotificationRow> group, NotificationSubjects.Seen seen) {
        NotificationRow latest = group.getFirst();
        NotificationSubjects.Target target = seen.target(latest).orElseThrow();
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
}
