package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.Frame;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Signing in and out.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class SignInPages {
    private static final String TEMPLATE = "account/sign-in";
    private static final String HOME = "/";
    private static final Text UNKNOWN =
            Text.of("This address and this password do not belong together. Nobody was signed in.");

    private final Accounts accounts;
    private final AccountLimits limits;
    private final SignInCookie cookie;
    private final NetworkSettings network;
    private final DemoGuests demo;
    private final ObjectProvider<Arrival> arrivals;
    private final Pages pages;
    private final Problems problems;

    SignInPages(
            Accounts accounts,
            AccountLimits limits,
            SignInCookie cookie,
            NetworkSettings network,
            DemoGuests demo,
            ObjectProvider<Arrival> arrivals,
            Pages pages,
            Problems problems) {
        this.accounts = accounts;
        this.limits = limits;
        this.cookie = cookie;
        this.network = network;
        this.demo = demo;
        this.arrivals = arrivals;
        this.pages = pages;
        this.problems = problems;
    }

    /// In the top bar.
    @Bean
    static Place signInPlace() {
        return Place.link(Place.Where.GUEST, 10, "/sign-in", Text.of("Sign in"));
    }

    /// In the menu under one's own name.
    @Bean
    static Place signOutPlace() {
        return Place.link(Place.Where.MENU_POST, 90, "/sign-out", Text.of("Sign out"));
    }

    /// With `back`, who signs in goes back to the page that the link to here stood on: a page that says nothing of what
    /// it might be cannot name itself in a link.
    @GetMapping("/sign-in")
    ModelAndView show(Form form, Viewer viewer, HttpServletRequest request) {
        String to = form.value("back").isEmpty() ? wanted(form.value("to")) : wanted(LinkedFrom.page(request));
        if (viewer.isSignedIn()) {
            return pages.onTo(to);
        }
        return Pages.page(TEMPLATE, model(Form.empty().with("to", to)));
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(Form form, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        String typed = form.value("email");
        String password = form.value("password");
        Optional<Duration> wait = limits.signIn(request, typed);
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        return switch (check(typed, password)) {
            case SignInOutcome.Known known -> {
                if (!cookie.open(known.member(), frame.look(), request, response)) {
                    yield again(form, UNKNOWN);
                }
                arrivals.forEach(one -> one.takesPart(known.member()));
                yield pages.onTo(wanted(form.value("to")));
            }
            case SignInOutcome.Unknown _ -> again(form, UNKNOWN);
            case SignInOutcome.Waiting _ ->
                again(form, Text.of("An operator has yet to let you in. You will get a mail."));
            case SignInOutcome.Suspended _ ->
                again(
                        form,
                        Text.of("The operator has suspended this account. Write to them if you think that is wrong."));
        };
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.close(request, response);
        return pages.onTo("/sign-in", Text.of("You are signed out."));
    }

    private SignInOutcome check(String typed, String password) {
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        if (email.isEmpty() || password.length() > PasswordRule.MAX_LENGTH * 2) {
            accounts.checkNobody();
            return new SignInOutcome.Unknown();
        }
        return accounts.check(email.get(), password);
    }

    private ModelAndView again(Form form, Text refusal) {
        return Pages.again(TEMPLATE, form, model(form)).addObject("refusal", Optional.of(refusal));
    }

    private Map<String, Object> model(Form form) {
        return Map.of("form", form, "description", network.current().description(), "guests", demo.guests());
    }

    /// Where the visitor wanted to go; never off this server.
    private static String wanted(String to) {
        return Pages.isOurs(to) && !to.startsWith("/sign-in") ? to : HOME;
    }
}
