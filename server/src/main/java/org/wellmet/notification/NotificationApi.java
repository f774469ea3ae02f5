package org.wellmet.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wellmet.member.Member;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Notifications as JSON: what the page shows and does. Looking marks nothing read.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
final class NotificationApi {
    private static final Text WHICH = Text.of("Which notifications");

    private final Notifications notifications;
    private final Problems problems;

    NotificationApi(Notifications notifications, Problems problems) {
        this.notifications = notifications;
        this.problems = problems;
    }

    /// A page, newest first: `newest` is what to send to mark all on it read, `next` goes into `before` for the next
    /// page and is empty on the last. `unread` counts no further than a hundred.
    record ListWire(List<NotificationWire> notifications, long unread, long newest, String next) {}

    /// One of them, `kind` being a [NotificationKind]; `address` is the page that it leads to, `summary` the beginning
    /// of what it is about.
    record NotificationWire(
            long id, String kind, List<ActorWire> actors, String address, String summary, Instant at, boolean isRead) {
        static NotificationWire of(ShownNotification one) {
            return new NotificationWire(
                    one.id(),
                    one.kind().name(),
                    one.actors().stream().map(ActorWire::of).toList(),
                    one.address(),
                    one.summary(),
                    one.at(),
                    one.isRead());
        }
    }

    /// Who did it.
    record ActorWire(String handle, String name) {
        static ActorWire of(Member member) {
            return new ActorWire(member.handle(), member.name());
        }
    }

    /// Up to which one all are read.
    record ReadWire(@Nullable Long newest) {}

    /// The one that was opened.
    record OpenedWire(@Nullable Long id) {}

    @GetMapping
    Object list(Viewer viewer, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
        return notifications
                .page(viewer.id(), before)
                .<Object>map(page -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new ListWire(
                                page.notifications().stream()
                                        .map(NotificationWire::of)
                                        .toList(),
                                notifications.unreadCount(viewer.id()),
                                page.newest(),
                                page.older().orElse(""))))
                .orElseGet(() -> problems.answer(
                        request,
                        Problem.refused("before", WHICH, Text.of("Send what the page before gave as its next."))));
    }

    /// Marks those up to `newest` read, and none that came since.
    @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object markRead(Viewer viewer, @RequestBody ReadWire sent, HttpServletRequest request) {
        Long newest = sent.newest();
        if (newest == null || newest < 0) {
            return problems.answer(
                    request, Problem.refused("newest", WHICH, Text.of("Send what the list gave as newest.")));
        }
        notifications.markRead(viewer.id(), newest);
        return ResponseEntity.noContent().build();
    }

    /// Marks one read, with those that are shown as one with it; one of somebody else's stays as it is.
    @PostMapping(path = "/opened", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object markOpened(Viewer viewer, @RequestBody OpenedWire sent, HttpServletRequest request) {
        Long id = sent.id();
        if (id == null || id < 0) {
            return problems.answer(
                    request, Problem.refused("id", WHICH, Text.of("Send the id of one of your notifications.")));
        }
        notifications.markOpened(viewer.id(), id);
        return ResponseEntity.noContent().build();
    }
}
