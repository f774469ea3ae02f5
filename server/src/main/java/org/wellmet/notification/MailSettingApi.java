package org.wellmet.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.mail.Outbox;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;

/// What a member gets by mail, as JSON: what the page shows and does.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/settings/mail", produces = MediaType.APPLICATION_JSON_VALUE)
final class MailSettingApi {
    private final MailSettings settings;
    private final Outbox outbox;
    private final Problems problems;

    MailSettingApi(MailSettings settings, Outbox outbox, Problems problems) {
        this.settings = settings;
        this.outbox = outbox;
        this.problems = problems;
    }

    /// Whether each kind is mailed, and the quiet hours, which are empty where there are none. What is missing in a
    /// request changes nothing; quiet hours of two empty texts end them.
    record SettingWire(
            @Nullable Boolean invitations,
            @Nullable Boolean messages,
            @Nullable Boolean introductions,
            @Nullable Boolean accepted,
            @Nullable QuietWire quietHours,
            @Nullable Boolean isSent) {
        @Nullable
        Boolean of(MailKind kind) {
            return switch (kind) {
                case INVITATIONS -> invitations;
                case MESSAGES -> messages;
                case INTRODUCTIONS -> introductions;
                case ACCEPTED -> accepted;
            };
        }
    }

    /// As `22:00`, in the member's time zone.
    record QuietWire(@Nullable String from, @Nullable String to) {}

    @GetMapping
    ResponseEntity<SettingWire> show(Viewer viewer) {
        MailSetting setting = settings.of(viewer.id());
        return ResponseEntity.ok(new SettingWire(
                setting.isMailed(MailKind.INVITATIONS),
                setting.isMailed(MailKind.MESSAGES),
                setting.isMailed(MailKind.INTRODUCTIONS),
                setting.isMailed(MailKind.ACCEPTED),
                new QuietWire(
                        setting.quietHours()
                                .map(quiet -> quiet.from().toString())
                                .orElse(""),
                        setting.quietHours().map(quiet -> quiet.to().toString()).orElse("")),
                outbox.hasMailServer()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object change(Viewer viewer, @RequestBody SettingWire sent, HttpServletRequest request) {
        FormReader reading = typed(sent.quietHours()).reading();
        Optional<QuietHours> quiet = MailSettingPages.quietHours(reading);
        if (reading.isRefused()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        settings.change(
                viewer.id(),
                before -> new MailSetting(
                        stopped(before, sent), sent.quietHours() == null ? before.quietHours() : quiet));
        return show(viewer);
    }

    private static Set<MailKind> stopped(MailSetting before, SettingWire sent) {
        Set<MailKind> stopped = EnumSet.noneOf(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            @Nullable Boolean chosen = sent.of(kind);
            if (chosen == null ? !before.isMailed(kind) : !chosen) {
                stopped.add(kind);
            }
        }
        return stopped;
    }

    private static Form typed(@Nullable QuietWire sent) {
        return sent == null
                ? Form.empty()
                : Form.empty()
                        .with("from", sent.from() == null ? "" : sent.from())
                        .with("to", sent.to() == null ? "" : sent.to());
    }
}
