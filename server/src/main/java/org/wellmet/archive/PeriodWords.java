package org.wellmet.archive;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.web.Frame;

/// Says a period as people do: March 2021 to now.
public final class PeriodWords {
    private PeriodWords() {}

    /// Empty where nothing is known.
    public static String of(Frame frame, Period period) {
        Optional<String> from = period.from().map(when -> month(frame, when));
        Optional<String> to = period.to().map(when -> month(frame, when));
        if (from.isEmpty()) {
            return to.map(end -> frame.say("until {0}", end)).orElse("");
        }
        return to.map(end -> frame.say("{0} to {1}", from.get(), end))
                .orElseGet(() -> frame.say("since {0}", from.get()));
    }

    private static String month(Frame frame, MonthOrYear when) {
        return when.month() == 0
                ? Integer.toString(when.year())
                : YearMonth.of(when.year(), when.month())
                        .format(DateTimeFormatter.ofPattern(
                                "LLLL uuuu",
                                Locale.forLanguageTag(frame.language().code())));
    }
}
