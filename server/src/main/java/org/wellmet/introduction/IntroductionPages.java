package org.wellmet.introduction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Badge;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// The introductions of the viewer: those that wait for an answer, those asked for, those passed on, and each by itself
/// with what the viewer can do about it.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/introductions")
final class IntroductionPages {
    private static final String ADDRESS = "/introductions";
    private static final String ONE = "introduction/one";
    private static final String ID = "{id:[0-9]{1,18}}";

    private final Introductions introductions;
    private final IntroductionViews views;
    private final Talks talks;
    private final Pages pages;

    IntroductionPages(Introductions introductions, IntroductionViews views, Talks talks, Pages pages) {
        this.introductions = introductions;
        this.views = views;
        this.talks = talks;
        this.pages = pages;
    }

    @Bean
    static Place introductionsPlace() {
        return Place.link(Place.Where.NETWORK, 15, ADDRESS, Text.of("Introductions"));
    }

    @Bean
    static Badge introductionsBadge(IntroductionViews views) {
        return new IntroductionBadge(ADDRESS, views);
    }

    /// Introductions stand behind the place of one's network.
    @Bean
    static Badge networkBadge(IntroductionViews views) {
        return new IntroductionBadge("/network", views);
    }

    @GetMapping
    ModelAndView waiting(Viewer viewer, @RequestParam(defaultValue = "0") String before) {
        long start = id(before);
        return list("introduction/waiting", views.waiting(viewer, start), viewer, tally(viewer, Role.TARGET, start));
    }

    @GetMapping("/asked")
    ModelAndView asked(Viewer viewer, @RequestParam(defaultValue = "0") String before) {
        long start = id(before);
        return list("introduction/asked", views.asked(viewer, start), viewer, tally(viewer, Role.ASKER, start));
    }

    @GetMapping("/passed")
    ModelAndView passed(Viewer viewer, @RequestParam(defaultValue = "0") String before) {
        long start = id(before);
        return list("introduction/passed", views.answered(viewer, start), viewer, tally(viewer, Role.CONNECTOR, start));
    }

    /// On the first page only: who turns the page has read it.
    private Map<String, Optional<Tally>> tally(Viewer viewer, Role role, long start) {
        return Map.of("tally", start == 0 ? Optional.of(views.tally(viewer, role)) : Optional.empty());
    }

    @GetMapping("/" + ID)
    ModelAndView one(Viewer viewer, @PathVariable long id) {
        Map<String, Object> model = new HashMap<>(model(viewer, id));
        model.put("form", Form.empty());
        return Pages.page(ONE, model);
    }

    @PostMapping("/" + ID + "/forward")
    ModelAndView forward(Viewer viewer, @PathVariable long id, Form form) {
        Shown shown = find(viewer, id);
        FormReader reading = form.reading();
        return IntroductionForm.words(form, reading)
                .map(words -> answer(
                        ADDRESS,
                        introductions.forward(viewer.id(), id, words),
                        Text.of("Passed on to {0}.", shown.target().member().name())))
                .orElseGet(() -> Pages.again(ONE, reading.refused(), model(viewer, id)));
    }

    @PostMapping("/" + ID + "/decline")
    ModelAndView decline(Viewer viewer, @PathVariable long id, Form form) {
        Shown shown = find(viewer, id);
        FormReader reading = form.reading();
        Optional<DeclineReason> reason = IntroductionForm.reason(shown.role(), reading);
        if (reading.isRefused()) {
            return Pages.again(ONE, reading.refused(), model(viewer, id));
        }
        boolean isTold = shown.role() == Role.CONNECTOR && reason.isPresent();
        return answer(
                ADDRESS,
                reason.map(why -> introductions.decline(viewer.id(), id, why))
                        .orElseGet(() -> introductions.decline(viewer.id(), id)),
                isTold
                        ? Text.of(
                                "Declined. {0} reads why.",
                                shown.asker().member().name())
                        : Text.of("Declined. Nobody is told of it."));
    }

    @PostMapping("/" + ID + "/accept")
    ModelAndView accept(Viewer viewer, @PathVariable long id) {
        find(viewer, id);
        return answer(ADDRESS, introductions.accept(viewer.id(), id), Text.of("You are connected."));
    }

    @PostMapping("/" + ID + "/withdraw")
    ModelAndView withdraw(Viewer viewer, @PathVariable long id) {
        find(viewer, id);
        return answer(
                ADDRESS + "/asked",
                introductions.withdraw(viewer.id(), id),
                Text.of("Taken back. Nobody is asked any more."));
    }

    @PostMapping("/" + ID + "/reply")
    ModelAndView reply(Viewer viewer, @PathVariable long id, Form form) {
        Shown shown = find(viewer, id);
        FormReader reading = form.reading();
        Optional<String> text = IntroductionForm.reply(reading);
        if (text.isEmpty()) {
            return Pages.again(ONE, reading.refused(), model(viewer, id));
        }
        AnswerOutcome outcome = introductions.reply(viewer.id(), id, text.get());
        String next =
                outcome instanceof AnswerOutcome.Replied(long invitation) ? "/invitations/" + invitation : ADDRESS;
        return answer(
                next,
                outcome,
                Text.of(
                        "Your message is on its way to {0}.",
                        shown.asker().member().name()));
    }

    private ModelAndView list(String template, IntroductionViews.Listed listed, Viewer viewer, Map<String, ?> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("list", listed);
        model.put("waitingCount", views.waitingCount(viewer));
        return Pages.page(template, model);
    }

    private Map<String, Object> model(Viewer viewer, long id) {
        Shown one = find(viewer, id);
        return Map.of(
                "one",
                one,
                "talk",
                talks.on(one).map(found -> "/invitations/" + found).orElse(""),
                "waitingCount",
                views.waitingCount(viewer));
    }

    private Shown find(Viewer viewer, long id) {
        return views.see(viewer, id).orElseThrow(NotHere::new);
    }

    private ModelAndView answer(String next, AnswerOutcome outcome, Text done) {
        Optional<Problem> refused = Refusals.of(outcome);
        if (refused.isEmpty()) {
            return pages.onTo(next, done);
        }
        if (refused.get().status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        return pages.onToWithRefusal(next, refused.get().detail());
    }

    private static long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }
}
