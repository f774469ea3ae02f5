package org.wellmet.relevance;

import org.wellmet.web.Text;

/// What members call the signals and the bands.
final class SignalLabels {
    private SignalLabels() {}

    static Text of(TieSignal signal) {
        return switch (signal) {
            case ACTIVITY -> Text.of("How many connections they have, by its logarithm");
            case ACTIVITY_SQUARED -> Text.of("The square of that logarithm");
            case MUTUAL -> Text.of("Mutual connections, by their logarithm");
            case ALLOCATION -> Text.of("Mutual connections, each divided by how many it has");
            case ALLOCATION_LOG -> Text.of("Mutual connections, each divided by how many it has, by the logarithm");
            case CLOSENESS -> Text.of("Mutual connections who have few");
            case LIFT -> Text.of("Two steps lead there oftener than chance");
            case COMPANIONS -> Text.of("Your connections share connections with them");
        };
    }

    static Text of(TraitSignal signal) {
        return switch (signal) {
            case SHARED -> Text.of("You have it in common, weighted by rarity");
            case ALIKE -> Text.of("Members like you connect with members like them");
            case COMPANY -> Text.of("They are connected to members like you");
            case AROUND -> Text.of("Your connections have it in common with them");
        };
    }

    static Text of(Band band) {
        return switch (band) {
            case NEWCOMER -> Text.of("0");
            case FIRST_TIES -> Text.of("1–2");
            case SOME_TIES -> Text.of("3–9");
            case CONNECTED -> Text.of("10+");
        };
    }
}
