package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a home without connections proposes: the steps that the features offer, in their order. Shown by
/// `frame/steps.jte`. Thread-safe.
@Component
public final class FirstSteps {
    private final ObjectProvider<Step.Offer> offers;

    FirstSteps(ObjectProvider<Step.Offer> offers) {
        this.offers = offers;
    }

    /// The steps as they stand for whoever looks.
    public List<Step> of(HttpServletRequest request) {
        return offers.stream()
                .sorted(Comparator.comparingInt(Step.Offer::order))
                .map(offer -> offer.step(request))
                .toList();
    }
}
