package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// A new password by mail. Nobody is signed in by it: whoever has chosen a password can type it.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class ForgotPages {
    private static final String ASK = "account/forgot";
    private static final String CHOOSE = "account/forgot-choose";

    private final Accounts accounts;
    private final Letters letters;
    private final AccountLimits limits;
    private final Pages pages;
    private final Problems problems;

    ForgotPages(Accounts accounts, Letters letters, AccountLimits limits, Pages pages, Problems problems) {
        this.accounts = accounts;
        this.letters = letters;
        this.limits = limits;
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping("/forgot")
    ModelAndView show() {
        return Pages.page(ASK, Map.of("form", Form.empty(), "isMailed", letters.areMailed()));
    }

    @PostMapping("/forgot")
    ModelAndView ask(Form form, Frame frame, HttpServletRequest request) {
        FormReader reading = form.reading();
        Optional<EmailAddress> email = TypedPassword.email(reading);
        if (email.isEmpty()) {
            return Pages.again(ASK, reading.refused(), Map.of("isMailed", letters.areMailed()));
        }
        Optional<Duration> wait = limits.mail(request, email.get());
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        accounts.requestReset(email.get(), frame::say);
        return pages.onTo("/forgot/sent");
    }

    @GetMapping("/forgot/sent")
    ModelAndView sent() {
        return Pages.page("account/forgot-sent", Map.of("isMailed", letters.areMailed()));
    }

    @GetMapping("/forgot/{secret}")
    ModelAndView showChoose(@PathVariable String secret) {
        return opened(secret).isPresent()
                ? Pages.page(CHOOSE, Map.of("form", Form.empty(), "secret", secret))
                : LinkOver.ofReset();
    }

    @PostMapping("/forgot/{secret}")
    ModelAndView choose(@PathVariable String secret, Form form, Frame frame, HttpServletRequest request) {
        Optional<Duration> wait = limits.proof(request);
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        Optional<MemberSecret> proof = opened(secret);
        if (proof.isEmpty()) {
            return LinkOver.ofReset();
        }
        FormReader reading = form.reading();
        String password = TypedPassword.chosen(
                form, reading, accounts.personal(proof.get().member()));
        if (reading.isRefused()) {
            return Pages.again(CHOOSE, reading.refused(), Map.of("secret", secret));
        }
        if (!accounts.reset(proof.get(), password, frame::say)) {
            return LinkOver.ofReset();
        }
        return pages.onTo(
                "/sign-in",
                Text.of("Your password is changed, and you are signed out everywhere. Sign in with the new one."));
    }

    private Optional<MemberSecret> opened(String secret) {
        return MemberSecret.parse(secret).filter(accounts::mayReset);
    }
}
