package org.wellmet.connection;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;
import org.wellmet.web.TypedText;

/// One invitation with what both sides have said on it.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/invitations/{id:[0-9]{1,18}}")
final class ExchangePages {
    private static final String TEMPLATE = "connection/exchange";
    static final Text MESSAGE = Text.of("Message");

    private final Exchanges exchanges;
    private final Pages pages;

    ExchangePages(Exchanges exchanges, Pages pages) {
        this.exchanges = exchanges;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(Viewer viewer, @PathVariable long id) {
        return Pages.page(TEMPLATE, Map.of("exchange", read(viewer, id), "form", Form.empty()));
    }

    @PostMapping("/messages")
    ModelAndView say(Viewer viewer, @PathVariable long id, Form form) {
        Exchange exchange = read(viewer, id);
        FormReader reading = form.reading();
        String text = typed(form, reading);
        if (reading.isRefused()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of("exchange", exchange));
        }
        Optional<Problem> refused = Refusals.of(exchanges.say(viewer.id(), id, text));
        if (refused.isEmpty()) {
            return pages.onTo("/invitations/" + id, Text.of("Your message is sent."));
        }
        if (refused.get().status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        reading.refuse("text", MESSAGE, refused.get().detail());
        ModelAndView again = Pages.again(TEMPLATE, reading.refused(), Map.of("exchange", exchange));
        again.setStatus(refused.get().status());
        return again;
    }

    /// The message as typed, or the note of what is wrong with it.
    static String typed(Form form, FormReader reading) {
        reading.required("text", MESSAGE, Message.MAX_LENGTH);
        String text = TypedText.tidy(form.value("text")).strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > Message.MAX_LENGTH) {
            reading.refuse("text", MESSAGE, Text.of("Please write 1 to {0} characters.", Message.MAX_LENGTH));
        }
        return text;
    }

    private Exchange read(Viewer viewer, long id) {
        return exchanges.read(viewer, id).orElseThrow(NotHere::new);
    }
}
