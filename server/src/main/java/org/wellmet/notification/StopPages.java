package org.wellmet.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Members;
import org.wellmet.web.NotHere;
import org.wellmet.web.OneClick;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;

/// The link at the foot of a mail that ends mails like it: a page with one button. A mail program posts to the same
/// address by itself when its reader asks it to (RFC 8058).
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class StopPages {
    private final StopLinks links;
    private final MailSettings settings;
    private final Members members;

    StopPages(StopLinks links, MailSettings settings, Members members) {
        this.links = links;
        this.settings = settings;
        this.members = members;
    }

    @Bean
    static OneClick stopByMailProgram() {
        return new OneClick(Pattern.compile(Pattern.quote(StopLinks.ADDRESS) + StopLinks.SHAPE.pattern()));
    }

    @GetMapping(StopLinks.ADDRESS + "{secret}")
    ModelAndView show(@PathVariable String secret) {
        StopLinks.Stop stop = links.read(secret)
                .filter(found -> members.find(found.member()).isPresent())
                .orElseThrow(NotHere::new);
        return page(secret, stop, false);
    }

    @PostMapping(StopLinks.ADDRESS + "{secret}")
    ModelAndView stop(@PathVariable String secret) {
        StopLinks.Stop stop = links.read(secret)
                .filter(found -> settings.stop(found.member(), found.kinds()))
                .orElseThrow(NotHere::new);
        return page(secret, stop, true);
    }

    /// The answer to the button is no redirect: a mail program would not follow it.
    private static ModelAndView page(String secret, StopLinks.Stop stop, boolean isStopped) {
        List<MailKind> kinds =
                Arrays.stream(MailKind.values()).filter(stop.kinds()::contains).toList();
        return Pages.page("notification/stop", Map.of("secret", secret, "kinds", kinds, "isStopped", isStopped));
    }
}
