package org.wellmet.suggestion;

import org.wellmet.web.Text;

/// What a score is a product of.
public enum Factor {
    /// The calibrated probability.
    RELEVANCE,
    /// How good a bridge the mutual connections make.
    BRIDGE,
    /// What both are and can.
    ALIKE,
    /// Goals that complement each other.
    FIT,
    /// The same place, or near it.
    NEAR,
    /// How far somebody is spared.
    AVAILABILITY;

    /// What members call it.
    public Text label() {
        return switch (this) {
            case RELEVANCE -> Text.of("Relevance");
            case BRIDGE -> Text.of("Bridge");
            case ALIKE -> Text.of("Likeness");
            case FIT -> Text.of("Goals that fit");
            case NEAR -> Text.of("Nearness");
            case AVAILABILITY -> Text.of("Availability");
        };
    }

    /// As it stands in the formula.
    public String symbol() {
        return switch (this) {
            case RELEVANCE -> "relevance^a";
            case BRIDGE -> "bridge(m)^b";
            case ALIKE -> "alike^c";
            case FIT -> "fit^d";
            case NEAR -> "near^e";
            case AVAILABILITY -> "availability";
        };
    }
}
