package org.wellmet.account;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// The answer to a link that opens nothing any more, with what to do next. A link that was used, one that is too old
/// and one that never was get the same page: the server does not know them apart.
///
/// @param address where the next step is
/// @param label what it is called
public record LinkOver(Text detail, String address, Text label, String otherAddress, Text otherLabel) {
    private static final String SIGN_IN = "/sign-in";

    /// For a link from a sign-up's mail.
    static ModelAndView ofSignUp() {
        return new LinkOver(
                        Text.of("If you have confirmed your address already, sign in. If not, join once more: a fresh"
                                + " link comes."),
                        SIGN_IN,
                        signIn(),
                        "/join",
                        Text.of("Join"))
                .page();
    }

    /// For a link that an operator made.
    static ModelAndView ofJoinLink() {
        return new LinkOver(
                        Text.of("Ask whoever gave it to you for a fresh one. If you have joined with it already, sign"
                                + " in."),
                        SIGN_IN,
                        signIn(),
                        "/join",
                        Text.of("How to join"))
                .page();
    }

    /// For a link to a new password.
    static ModelAndView ofReset() {
        return new LinkOver(
                        Text.of("If you have chosen a new password with it, sign in. If not, ask for a fresh link."),
                        "/forgot",
                        Text.of("Ask for a fresh link"),
                        SIGN_IN,
                        signIn())
                .page();
    }

    /// For a link that proves a new address.
    static ModelAndView ofNewAddress() {
        return new LinkOver(
                        Text.of("If you have confirmed the new address already, sign in with it. If not, ask for the"
                                + " change again."),
                        "/settings/sign-in",
                        Text.of("To your sign-in settings"),
                        SIGN_IN,
                        signIn())
                .page();
    }

    private static Text signIn() {
        return Text.of("Sign in");
    }

    private ModelAndView page() {
        ModelAndView page = Pages.page("account/link-over", Map.of("over", this));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
