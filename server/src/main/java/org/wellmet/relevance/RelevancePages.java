package org.wellmet.relevance;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Frame;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// The model for members to read; the operator fits it anew here.
@Controller
final class RelevancePages {
    private static final String ADDRESS = "/relevance";

    private final PrintedModel model;
    private final Refitting refitting;
    private final Pages pages;

    RelevancePages(PrintedModel model, Refitting refitting, Pages pages) {
        this.model = model;
        this.refitting = refitting;
        this.pages = pages;
    }

    @Bean
    static Place relevancePlace() {
        return Place.link(Place.Where.NETWORK, 60, ADDRESS, Text.of("How relevance is judged"));
    }

    @GetMapping(ADDRESS)
    @OpenTo(OpenTo.Who.MEMBERS)
    ModelAndView show(Viewer viewer, Frame frame) {
        return Pages.page(
                "relevance/model",
                Map.of(
                        "model",
                        model.page(),
                        "decimals",
                        new Decimals(frame.language()),
                        "isOperator",
                        viewer.isOperator(),
                        "answers",
                        viewer.isOperator() ? refitting.answers() : 0, // how many were declined is nobody else's
                        "needed",
                        Refitting.FEWEST_ANSWERS));
    }

    @PostMapping("/operator/relevance")
    @OpenTo(OpenTo.Who.OPERATORS)
    ModelAndView refit() {
        return switch (refitting.refit()) {
            case RefitOutcome.Fitted fitted ->
                pages.onTo(
                        ADDRESS,
                        Text.of(
                                "Version {0} is in force, fitted on {1} answers. Mean error of its probabilities: {2}, before {3}.",
                                fitted.version(), fitted.answers(), fitted.errorAfter(), fitted.errorBefore()));
            case RefitOutcome.TooFew few ->
                pages.onToWithRefusal(
                        RefitPages.ADDRESS,
                        Text.of(
                                "Nothing was changed: {0} invitations have been answered, {1} are needed.",
                                few.answers(), few.needed()));
        };
    }
}
