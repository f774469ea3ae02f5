package org.wellmet.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the dates of LinkedIn's exports. There are seven shapes and a few kin, all in English:
///
/// | shape | where |
/// | --- | --- |
/// | `24 Sep 2023` | connections since 2019 |
/// | `9/24/17, 5:31 PM` | connections until 2018, invitations, registration |
/// | `Mar 2021` | positions, education, certificates |
/// | `2015` | the same, where only the year was given |
/// | `2026-05-08 09:00:00`, `… UTC`, `2025-05-05` | comments, reactions, messages, verifications |
/// | `2017/12/09 04:54:08 UTC` | shares and logins of 2018, endorsements |
/// | `Sat Sep 05 08:12:14 UTC 2026` | company follows |
/// | `Apr 3, 2023` | publications, birthdays |
///
/// The hour is dropped: nothing that is taken over needs it. A birthday without a year is no date.
final class ExportDates {
    private static final List<DateTimeFormatter> SHAPES = List.of(
            shape("d MMM uuuu"),
            american(),
            shape("MMM uuuu"),
            shape("MMMM uuuu"),
            shape("uuuu"),
            shape("uuuu-M-d[ H:mm[:ss]][ 'UTC']"),
            shape("uuuu/M/d[ H:mm[:ss]][ 'UTC']"),
            shape("EEE MMM d HH:mm:ss 'UTC' uuuu"),
            shape("MMM d, uuuu"),
            shape("MMMM d, uuuu"),
            shape("uuuu-M"));

    private ExportDates() {}

    static Optional<PartialDate> parse(String text) {
        // Some years put a narrow no-break space before AM and PM.
        String plain = text.replace('\u202F', ' ').replace('\u00A0', ' ').strip();
        if (plain.isEmpty() || plain.length() > 40) {
            return Optional.empty();
        }
        for (DateTimeFormatter shape : SHAPES) {
            Optional<PartialDate> date = parse(shape, plain);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /// The date where the text names a whole day.
    static Optional<LocalDate> day(String text) {
        return parse(text).filter(date -> date.day().isPresent()).map(PartialDate::firstDay);
    }

    private static Optional<PartialDate> parse(DateTimeFormatter shape, String text) {
        try {
            TemporalAccessor parsed = shape.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            if (date != null) {
                return Optional.of(PartialDate.of(date));
            }
            return Optional.of(
                    parsed.isSupported(ChronoField.MONTH_OF_YEAR)
                            ? PartialDate.of(YearMonth.from(parsed))
                            : PartialDate.of(Year.from(parsed).getValue()));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter shape(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// Month first, and two digits for the year, which is always of this century: LinkedIn opened in 2003.
    private static DateTimeFormatter american() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("M/d/")
                .appendValueReduced(ChronoField.YEAR, 2, 4, 2000)
                .appendPattern("[, h:mm a][ h:mm a][, HH:mm][ HH:mm]")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
