package org.wellmet.operator;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.mail.MailId;
import org.wellmet.mail.Outbox;
import org.wellmet.mail.OutboxMail;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// The mails that went out, wait to, or lie here to be read where there is no mail server.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
final class OutboxPages {
    private static final String ADDRESS = "/operator/mails";
    private static final int LISTED = 100;

    private final Outbox outbox;
    private final Pages pages;

    OutboxPages(Outbox outbox, Pages pages) {
        this.outbox = outbox;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView list() {
        return Pages.page(
                "operator/mails", Map.of("mails", outbox.latest(LISTED), "hasMailServer", outbox.hasMailServer()));
    }

    @GetMapping(ADDRESS + "/{id}")
    ModelAndView show(@PathVariable long id) {
        OutboxMail mail = outbox.find(new MailId(id)).orElseThrow(NotHere::new);
        return Pages.page("operator/mail", Map.of("mail", mail, "hasMailServer", outbox.hasMailServer()));
    }

    @PostMapping(ADDRESS + "/{id}/hand-on")
    ModelAndView handOn(@PathVariable long id) {
        if (!outbox.handOn(new MailId(id))) {
            throw new NotHere();
        }
        return pages.onTo(ADDRESS, Text.of("Noted: the mail is handed on."));
    }
}
