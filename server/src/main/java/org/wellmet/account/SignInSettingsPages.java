package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// What a member changes about how they sign in, where they are signed in, and how they leave.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class SignInSettingsPages {
    private static final String ADDRESS = "/settings/sign-in";
    private static final String TEMPLATE = "account/sign-in-settings";
    private static final Text OLD_PASSWORD = Text.of("Your password");
    private static final Text WRONG = Text.of("This is not your password.");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Letters letters;
    private final AccountLimits limits;
    private final SignInCookie cookie;
    private final Pages pages;
    private final Problems problems;

    SignInSettingsPages(
            Accounts accounts,
            Sessions sessions,
            Letters letters,
            AccountLimits limits,
            SignInCookie cookie,
            Pages pages,
            Problems problems) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.letters = letters;
        this.limits = limits;
        this.cookie = cookie;
        this.pages = pages;
        this.problems = problems;
    }

    /// A tab of the settings.
    @Bean
    static Place signInSettingsPlace() {
        return Place.link(Place.Where.SETTINGS, 60, ADDRESS, Text.of("Sign-in"));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Viewer viewer, HttpServletRequest request) {
        return Pages.page(TEMPLATE, model(viewer, request, Form.empty(), ""));
    }

    @PostMapping("/settings/password")
    ModelAndView changePassword(Form form, Frame frame, Viewer viewer, HttpServletRequest request) {
        return withPassword(form, viewer, request, "password", reading -> {
            String password = TypedPassword.chosen(form, reading, accounts.personal(viewer.id()));
            if (reading.isRefused()) {
                return refused(reading, viewer, request, "password");
            }
            accounts.changePassword(viewer.id(), cookie.current(request).orElse(null), password, frame::say);
            return pages.onTo(ADDRESS, Text.of("Your password is changed. Your other sessions have ended."));
        });
    }

    @PostMapping("/settings/address")
    ModelAndView changeAddress(Form form, Frame frame, Viewer viewer, HttpServletRequest request) {
        return withPassword(form, viewer, request, "address", reading -> {
            Optional<EmailAddress> email = TypedPassword.email(reading);
            if (email.isEmpty()) {
                return refused(reading, viewer, request, "address");
            }
            Optional<Duration> wait = limits.mail(request, email.get());
            if (wait.isPresent()) {
                return problems.answer(request, Problem.tooMany(wait.get()));
            }
            accounts.requestEmail(viewer.id(), email.get(), frame::say);
            return pages.onTo(
                    ADDRESS,
                    letters.areMailed()
                            ? Text.of(
                                    "Look into the mailbox of the new address. Until it is confirmed, the old one holds.")
                            : Text.of(
                                    "The operator has a link for you to confirm it. Until then, the old address holds."));
        });
    }

    @PostMapping(ADDRESS + "/sessions/{name}/end")
    ModelAndView end(@PathVariable String name, Viewer viewer) {
        boolean hasEnded =
                SessionKey.parse(viewer.id(), name).map(sessions::end).orElse(false);
        if (!hasEnded) {
            throw new NotHere();
        }
        return pages.onTo(ADDRESS, Text.of("That session has ended."));
    }

    @PostMapping(ADDRESS + "/end-others")
    ModelAndView endOthers(Viewer viewer, HttpServletRequest request) {
        Optional<SessionKey> current = cookie.current(request).filter(key -> viewer.is(key.member()));
        current.ifPresentOrElse(sessions::endOthers, () -> sessions.endAll(viewer.id()));
        return pages.onTo(ADDRESS, Text.of("All other sessions have ended."));
    }

    @GetMapping("/settings/leave")
    static ModelAndView showLeave() {
        return Pages.page("account/leave", Map.of("form", Form.empty()));
    }

    @PostMapping("/settings/leave")
    ModelAndView leave(
            Form form, Frame frame, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        Optional<Duration> wait = limits.passwordAgain(viewer.id());
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        FormReader reading = form.reading();
        if (!accounts.isPassword(viewer.id(), form.value("old"))) {
            reading.refuse("old", OLD_PASSWORD, WRONG);
        } else if (!accounts.delete(viewer.id(), frame::say)) {
            reading.refuse(
                    "old", OLD_PASSWORD, Text.of("You are the only operator. Without you nobody could let anyone in."));
        }
        if (reading.isRefused()) {
            return Pages.again("account/leave", reading.refused(), Map.of());
        }
        cookie.close(request, response);
        return pages.onTo("/sign-in", Text.of("Your account is deleted."));
    }

    /// Goes on when the member has typed their password; a screen left open is not enough.
    private ModelAndView withPassword(
            Form form,
            Viewer viewer,
            HttpServletRequest request,
            String part,
            Function<FormReader, ModelAndView> change) {
        Optional<Duration> wait = limits.passwordAgain(viewer.id());
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        FormReader reading = form.reading();
        if (!accounts.isPassword(viewer.id(), form.value("old"))) {
            reading.refuse("old", OLD_PASSWORD, WRONG);
            return refused(reading, viewer, request, part);
        }
        return change.apply(reading);
    }

    private ModelAndView refused(FormReader reading, Viewer viewer, HttpServletRequest request, String part) {
        Form form = reading.refused();
        return Pages.again(TEMPLATE, form, model(viewer, request, form, part));
    }

    private Map<String, Object> model(Viewer viewer, HttpServletRequest request, Form form, String part) {
        return Map.of(
                "passwordForm", part.equals("password") ? form : Form.empty(),
                "addressForm", part.equals("address") ? form : Form.empty(),
                "isMailed", letters.areMailed(),
                "email", accounts.email(viewer.id()).map(EmailAddress::value).orElse(""),
                "sessions", sessions.of(viewer.id()),
                "current", cookie.current(request).map(SessionKey::name).orElse(""));
    }
}
