package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Member;
import org.wellmet.web.Form;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;

/// The one click that signs a visitor of a demo in. Outside of a demo this route does not exist.
@Controller
@ConditionalOnProperty(name = "wellmet.demo", havingValue = "true")
@OpenTo(OpenTo.Who.ANYONE)
final class DemoPages {
    private final DemoGuests guests;
    private final SignInCookie cookie;
    private final Pages pages;

    DemoPages(DemoGuests guests, SignInCookie cookie, Pages pages) {
        this.guests = guests;
        this.cookie = cookie;
        this.pages = pages;
    }

    @PostMapping("/sign-in/demo")
    ModelAndView enter(Form form, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        Member guest = guests.guests().stream()
                .filter(member ->
                        form.value("member").equals(Long.toString(member.id().value())))
                .findFirst()
                .orElseThrow(NotHere::new);
        if (!cookie.open(guest.id(), frame.look(), request, response)) {
            throw new NotHere();
        }
        return pages.onTo("/");
    }
}
