package org.wellmet.profile;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.wellmet.web.Frame;

/// Periods as people say them, in the viewer's language.
public final class Times {
    private static final int MONTHS = 12;
    private static final char NO_BREAK_SPACE = '\u00a0'; // between a number and its unit, and between the two

    private Times() {}

    /// January 2020, or 2020.
    public static String say(Frame frame, MonthOrYear at) {
        return at.month() == 0 ? Integer.toString(at.year()) : month(frame, at.month()) + " " + at.year();
    }

    /// January 2020 to today, 6 years 11 months.
    public static String say(Frame frame, Period period) {
        if (period.isEmpty()) {
            return "";
        }
        String length = period.months(today(frame))
                .map(months -> ", " + length(frame, months))
                .orElse("");
        Optional<String> from = period.from().map(at -> say(frame, at));
        Optional<String> to = period.to().map(at -> say(frame, at));
        if (from.isEmpty()) {
            return frame.say("until {0}", to.orElse(""));
        }
        if (to.isEmpty()) {
            return frame.say("{0} to today", from.get()) + length;
        }
        return to.equals(from) ? from.get() : frame.say("{0} to {1}", from.get(), to.get()) + length;
    }

    /// Issued May 2020, valid until May 2023.
    public static String validity(Frame frame, Period period) {
        String from =
                period.from().map(at -> frame.say("issued {0}", say(frame, at))).orElse("");
        String to = period.to()
                .map(at -> frame.say("valid until {0}", say(frame, at)))
                .orElse("");
        return from.isEmpty() || to.isEmpty() ? from + to : from + ", " + to;
    }

    /// The name of a month.
    public static String month(Frame frame, int month) {
        return Month.of(month)
                .getDisplayName(
                        TextStyle.FULL_STANDALONE, Locale.of(frame.language().code()));
    }

    private static String length(Frame frame, int months) {
        int years = months / MONTHS;
        int rest = months % MONTHS;
        String inYears = years == 0 ? "" : frame.count(years, "{0} year", "{0} years");
        String inMonths = rest == 0 ? "" : frame.count(rest, "{0} month", "{0} months");
        return (inYears + " " + inMonths).strip().replace(' ', NO_BREAK_SPACE);
    }

    private static MonthOrYear today(Frame frame) {
        LocalDate today = frame.now().atZone(frame.look().zone()).toLocalDate();
        return new MonthOrYear(today.getYear(), today.getMonthValue());
    }
}
