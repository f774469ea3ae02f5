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
        if (period.isEmpty()) {
            return "";
        }
        if (period.from().isEmpty()) {
            return frame.say("until {0}", month(frame, period.to()));
        }
        return period.to().isEmpty()
                ? frame.say("since {0}", month(frame, period.from()))
                : frame.say("{0} to {1}", month(frame, period.from()), month(frame, period.to()));
    }

    private static String month(Frame frame, Optional<MonthOrYear> when) {
        return when.map(given -> given.month() == 0
                        ? Integer.toString(given.year())
                        : YearMonth.of(given.year(), given.month())
                                .format(DateTimeFormatter.ofPattern(
                                        "LLLL uuuu",
                                        Locale.forLanguageTag(frame.language().code()))))
                .orElse("");
    }
}
