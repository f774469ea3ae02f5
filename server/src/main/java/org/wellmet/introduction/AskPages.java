package org.wellmet.introduction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Invitations;
import org.wellmet.introduction.IntroductionForm.Texts;
import org.wellmet.member.MemberId;
import org.wellmet.profile.WayIn;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// The form that asks a mutual connection for an introduction to one member.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/members/{handle}/introduction")
final class AskPages {
    private static final String TEMPLATE = "introduction/ask";

    private final Introductions introductions;
    private final Acquaintances acquaintances;
    private final Invitations invitations;
    private final Pages pages;

    AskPages(Introductions introductions, Acquaintances acquaintances, Invitations invitations, Pages pages) {
        this.introductions = introductions;
        this.acquaintances = acquaintances;
        this.invitations = invitations;
        this.pages = pages;
    }

    /// From the profile of somebody two steps away.
    @Bean
    static WayIn wayInByIntroduction(Introductions introductions) {
        return new WayIn(
                "/members/",
                "/introduction",
                Text.of("Ask for an introduction"),
                (viewer, target) -> introductions.obstacle(viewer.id(), target).isEmpty());
    }

    @GetMapping
    ModelAndView show(Viewer viewer, @PathVariable String handle) {
        Acquaintance target = find(viewer, handle);
        Introductions.Ways ways = introductions.ways(viewer, target.member().id());
        Optional<Problem> problem = ways.problem(target.member().name());
        if (problem.isPresent()) {
            return notPossible(viewer, target, problem.get(), HttpStatus.OK);
        }
        List<Connector> connectors = ways.connectors();
        Form form =
                Form.empty().with("via", connectors.getFirst().person().member().handle());
        Map<String, Object> model = new HashMap<>(model(target, connectors));
        model.put("form", form);
        return Pages.page(TEMPLATE, model);
    }

    @PostMapping
    ModelAndView ask(Viewer viewer, @PathVariable String handle, Form form) {
        Acquaintance target = find(viewer, handle);
        FormReader reading = form.reading();
        Optional<Texts> texts = IntroductionForm.texts(form, reading);
        if (texts.isEmpty()) {
            return again(viewer, target, reading);
        }
        Optional<MemberId> connector = acquaintances
                .named(viewer, form.value("via"))
                .map(found -> found.member().id());
        MemberId targetId = target.member().id();
        AskOutcome outcome = connector
                .map(id -> introductions.ask(new Introductions.Wish(
                        viewer.id(),
                        id,
                        targetId,
                        texts.get().toConnector(),
                        texts.get().toTarget())))
                .orElseGet(() -> introductions.askNobody(viewer.id(), targetId));
        return answer(viewer, target, outcome, reading);
    }

    private ModelAndView answer(Viewer viewer, Acquaintance target, AskOutcome outcome, FormReader reading) {
        Optional<Problem> refused = Refusals.of(outcome, target.member().name());
        if (refused.isEmpty()) {
            return pages.onTo(
                    "/introductions/asked",
                    Text.of(
                            "Your wish to meet {0} is on its way.",
                            target.member().name()));
        }
        return switch (outcome) {
            case AskOutcome.NotOffered _,
                    AskOutcome.ConnectorBusy _,
                    AskOutcome.TooManyWaiting _,
                    AskOutcome.QuotaReached _ -> {
                // The form again, so that nothing that was typed is lost.
                reading.refuse("via", IntroductionForm.VIA, refused.get().detail());
                ModelAndView again = again(viewer, target, reading);
                again.setStatus(refused.get().status());
                yield again;
            }
            case AskOutcome.Asked _,
                    AskOutcome.Oneself _,
                    AskOutcome.Absent _,
                    AskOutcome.AlreadyConnected _,
                    AskOutcome.AlreadyAsked _,
                    AskOutcome.TooSoon _,
                    AskOutcome.Closed _ ->
                notPossible(viewer, target, refused.get(), refused.get().status());
        };
    }

    private ModelAndView again(Viewer viewer, Acquaintance target, FormReader reading) {
        return Pages.again(TEMPLATE, reading.refused(), model(target, connectors(viewer, target)));
    }

    private ModelAndView notPossible(Viewer viewer, Acquaintance target, Problem problem, HttpStatus status) {
        if (problem.status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        boolean mayInvite =
                invitations.obstacle(viewer.id(), target.member().id()).isEmpty();
        return new ModelAndView(
                "introduction/not-possible",
                Map.of("target", target, "problem", problem, "mayInvite", mayInvite),
                status);
    }

    private static Map<String, Object> model(Acquaintance target, List<Connector> connectors) {
        return Map.of("target", target, "connectors", connectors);
    }

    private List<Connector> connectors(Viewer viewer, Acquaintance target) {
        return introductions.connectors(viewer, target.member().id());
    }

    private Acquaintance find(Viewer viewer, String handle) {
        return acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
    }
}
