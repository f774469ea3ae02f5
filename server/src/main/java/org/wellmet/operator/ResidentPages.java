package org.wellmet.operator;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.account.Resident;
import org.wellmet.account.Residents;
import org.wellmet.mail.Outbox;
import org.wellmet.member.MemberId;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// Those who wait, and those who are in.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
final class ResidentPages {
    private static final String WAITING = "/operator/waiting";
    private static final String MEMBERS = "/operator/members";
    private static final int LONGEST_QUERY = 254;

    private final Residents residents;
    private final Outbox outbox;
    private final Pages pages;

    ResidentPages(Residents residents, Outbox outbox, Pages pages) {
        this.residents = residents;
        this.outbox = outbox;
        this.pages = pages;
    }

    @GetMapping(WAITING)
    ModelAndView waiting(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        List<Resident> found = residents.waiting(before);
        return Pages.page("operator/waiting", Map.of("residents", found, "older", older(WAITING + "?", found)));
    }

    @PostMapping(WAITING + "/{id}/approve")
    ModelAndView approve(@PathVariable long id, Frame frame) {
        return done(
                residents.approve(member(id), frame::say),
                WAITING,
                outbox.hasMailServer()
                        ? Text.of("They are in, and a mail tells them so.")
                        : Text.of("They are in. Their mail lies here to be handed on."));
    }

    @PostMapping(WAITING + "/{id}/refuse")
    ModelAndView refuse(@PathVariable long id, Frame frame) {
        return done(
                residents.refuse(member(id), frame::say),
                WAITING,
                Text.of("They were turned away, and what they gave is deleted."));
    }

    @GetMapping(MEMBERS)
    ModelAndView members(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
        List<Resident> found = residents.page(query, before);
        String older = query.isEmpty() ? older(MEMBERS + "?", found) : "";
        return Pages.page("operator/members", Map.of("residents", found, "query", query, "older", older));
    }

    @PostMapping(MEMBERS + "/{id}/suspend")
    ModelAndView suspend(@PathVariable long id) {
        return done(
                residents.suspend(member(id)), MEMBERS, Text.of("The member is suspended and signed out everywhere."));
    }

    @PostMapping(MEMBERS + "/{id}/lift")
    ModelAndView lift(@PathVariable long id) {
        return done(residents.lift(member(id)), MEMBERS, Text.of("The member takes part again."));
    }

    private ModelAndView done(boolean isDone, String address, Text said) {
        if (!isDone) {
            throw new NotHere();
        }
        return pages.onTo(address, said);
    }

    private static MemberId member(long id) {
        if (id <= 0) {
            throw new NotHere();
        }
        return new MemberId(id);
    }

    private static String older(String address, List<Resident> found) {
        return found.size() < Residents.PAGE_SIZE
                ? ""
                : address + "before=" + found.getLast().member().id().value();
    }
}
