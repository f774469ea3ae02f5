package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Racing verbs on one introduction never leave what must not be, whoever races and from wherever.
class IntroductionRacesTest extends IntroductionRaces {
    private static final int TIMES = 24;

    private static final List<String> ANSWERS_OF_CONNECTOR = List.of("forward", "connector declines", "withdraw");
    private static final List<String> ANSWERS_OF_TARGET = List.of("accept", "reply", "target declines", "withdraw");

    private static final List<String> FROM_OUTSIDE = List.of(
            "lapse",
            "asker blocks target",
            "target blocks asker",
            "connector blocks asker",
            "target blocks connector",
            "connector leaves asker",
            "target leaves connector",
            "asker deletes account",
            "connector deletes account",
            "target deletes account");

    static Stream<Arguments> duels() {
        List<Arguments> duels = new ArrayList<>();
        for (String outside : FROM_OUTSIDE) {
            ANSWERS_OF_CONNECTOR.forEach(answer -> duels.add(Arguments.of(IntroductionStatus.ASKED, answer, outside)));
            ANSWERS_OF_TARGET.forEach(answer -> duels.add(Arguments.of(IntroductionStatus.FORWARDED, answer, outside)));
        }
        duels.add(Arguments.of(IntroductionStatus.ASKED, "forward", "connector declines"));
        duels.add(Arguments.of(IntroductionStatus.ASKED, "forward", "withdraw"));
        duels.add(Arguments.of(IntroductionStatus.ASKED, "forward", "accept"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "accept", "target declines"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "accept", "withdraw"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "accept", "accept"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "accept", "reply"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "reply", "reply"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "target blocks connector", "connector blocks asker"));
        duels.add(Arguments.of(IntroductionStatus.FORWARDED, "connector leaves asker", "target leaves connector"));
        for (String outside : List.of("asker blocks target", "target blocks connector", "connector leaves asker")) {
            duels.add(Arguments.of(IntroductionStatus.LAPSED, "ask", outside)); // nothing is asked yet
        }
        duels.add(Arguments.of(IntroductionStatus.LAPSED, "ask", "target deletes account"));
        duels.add(Arguments.of(IntroductionStatus.LAPSED, "ask", "ask"));
        return duels.stream();
    }

    @ParameterizedTest(name = "from {0}: {1} against {2}")
    @MethodSource("duels")
    void leaveNothingForbidden(IntroductionStatus from, String left, String right) {
        List<Race> races = race(TIMES, from, left, right);

        assertThat(faults(races)).isEmpty();
        assertThat(refusals()).as("nothing was left for the schema to stop").isEmpty();
    }
}
