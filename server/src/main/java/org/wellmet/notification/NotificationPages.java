package org.wellmet.notification;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// The page of notifications. Looking at it marks nothing read.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class NotificationPages {
    static final String ADDRESS = "/notifications";

    private final Notifications notifications;
    private final Pages pages;

    NotificationPages(Notifications notifications, Pages pages) {
        this.notifications = notifications;
        this.pages = pages;
    }

    /// The bell in the top bar.
    @Bean
    static Place notificationsPlace() {
        return new Place(Place.Where.BAR, 10, ADDRESS, Text.of("Notifications"), "bell");
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String before) {
        return Pages.page(
                "notification/notifications",
                Map.of("list", notifications.page(viewer.id(), before).orElseThrow(NotHere::new)));
    }

    @PostMapping(ADDRESS + "/read")
    ModelAndView markRead(Viewer viewer, @RequestParam long newest) {
        notifications.markRead(viewer.id(), newest);
        return pages.onTo(ADDRESS, Text.of("All are marked read."));
    }

    /// What wellmet.js sends when somebody follows the link of one. Without script, all are marked at once.
    @PostMapping(ADDRESS + "/opened")
    ResponseEntity<Void> markOpened(Viewer viewer, @RequestParam long id) {
        notifications.markOpened(viewer.id(), id);
        return ResponseEntity.noContent().build();
    }
}
