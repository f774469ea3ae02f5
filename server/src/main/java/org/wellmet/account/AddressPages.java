package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Frame;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// The link in the mail that proves a new address. It is followed wherever the mail is read, signed in or not.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class AddressPages {
    private final Accounts accounts;
    private final SignInCookie cookie;
    private final Pages pages;

    AddressPages(Accounts accounts, SignInCookie cookie, Pages pages) {
        this.accounts = accounts;
        this.cookie = cookie;
        this.pages = pages;
    }

    @GetMapping("/address/{secret}")
    ModelAndView show(@PathVariable String secret) {
        return opened(secret).isPresent()
                ? Pages.page("account/address", Map.of("secret", secret))
                : LinkOver.ofNewAddress();
    }

    @PostMapping("/address/{secret}")
    ModelAndView confirm(@PathVariable String secret, Frame frame, Viewer viewer, HttpServletRequest request) {
        Optional<MemberSecret> proof = opened(secret);
        if (proof.isEmpty()
                || !accounts.changeEmail(proof.get(), cookie.current(request).orElse(null), frame::say)) {
            return LinkOver.ofNewAddress();
        }
        Text done = Text.of("Your new address is confirmed. Sign in with it from here on.");
        return pages.onTo(viewer.is(proof.get().member()) ? "/settings/sign-in" : "/sign-in", done);
    }

    private Optional<MemberSecret> opened(String secret) {
        return MemberSecret.parse(secret).filter(accounts::mayChangeEmail);
    }
}
