package org.wellmet.notification;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.mail.Outbox;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// What the viewer gets by mail, and at which hours not.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(MailSettingPages.ADDRESS)
final class MailSettingPages {
    static final String ADDRESS = "/settings/mail";
    private static final String TEMPLATE = "notification/settings";
    private static final String ON = "on";
    private static final int LONGEST_TIME = 12;

    private final MailSettings settings;
    private final Outbox outbox;
    private final Pages pages;

    MailSettingPages(MailSettings settings, Outbox outbox, Pages pages) {
        this.settings = settings;
        this.outbox = outbox;
        this.pages = pages;
    }

    @Bean
    static Place mailSettingsPlace() {
        return Place.link(Place.Where.SETTINGS, 57, ADDRESS, Text.of("By mail"));
    }

    @GetMapping
    ModelAndView show(Viewer viewer) {
        return Pages.page(TEMPLATE, Map.of("form", form(settings.of(viewer.id())), "isSent", outbox.hasMailServer()));
    }

    @PostMapping
    ModelAndView save(Viewer viewer, Form form) {
        FormReader reading = form.reading();
        Optional<QuietHours> quiet = quietHours(reading);
        if (reading.isRefused()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of("isSent", outbox.hasMailServer()));
        }
        Set<MailKind> stopped = EnumSet.allOf(MailKind.class);
        stopped.removeIf(kind -> reading.isTicked(kind.code()));
        settings.choose(viewer.id(), new MailSetting(stopped, quiet));
        return pages.onTo(ADDRESS, Text.of("Your settings are saved."));
    }

    private static Form form(MailSetting setting) {
        Form form = Form.empty();
        for (MailKind kind : MailKind.values()) {
            form = setting.isMailed(kind) ? form.with(kind.code(), ON) : form;
        }
        if (setting.quietHours().isPresent()) {
            QuietHours quiet = setting.quietHours().get();
            form = form.with("from", quiet.from().toString())
                    .with("to", quiet.to().toString());
        }
        return form;
    }

    /// The hours that were typed; empty when none were, or when something is wrong with them, which is noted.
    static Optional<QuietHours> quietHours(FormReader reading) {
        Text from = Text.of("Quiet from");
        Text to = Text.of("until");
        String typedFrom = reading.optional("from", from, LONGEST_TIME);
        String typedTo = reading.optional("to", to, LONGEST_TIME);
        if (typedFrom.isEmpty() && typedTo.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalTime> begin = time(reading, "from", from, typedFrom);
        Optional<LocalTime> end = time(reading, "to", to, typedTo);
        if (begin.isPresent() && begin.equals(end)) {
            reading.refuse("to", to, Text.of("Quiet hours end at another time than they begin."));
        }
        return reading.isRefused() || begin.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuietHours(begin.get(), end.get()));
    }

    private static Optional<LocalTime> time(FormReader reading, String name, Text label, String typed) {
        try {
            return Optional.of(LocalTime.parse(typed).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeParseException _) {
            reading.refuse(name, label, Text.of("Write it as 22:00, or leave both empty."));
            return Optional.empty();
        }
    }
}
