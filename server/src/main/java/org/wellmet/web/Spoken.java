package org.wellmet.web;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers and dates as people say them, in one language and zone.
final class Spoken {
    private static final DateTimeFormatter FRENCH_TIME = DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRANCE);
    private static final Pattern UNTIL_A_DAY = Pattern.compile("jusqu’à (?=\\d{1,2}(er)? \\p{L})");
    private static final int DAYS_CALLED_BY_NAME = 6;

    private Spoken() {}

    static String number(Language language, Number value) {
        return NumberFormat.getInstance(language.locale()).format(value);
    }

    /// today, yesterday, Friday, 3 June, 3 June 2024.
    static String date(Language language, LocalDate day, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(day, today);
        boolean isFrench = language == Language.FRENCH;
        if (ago == 0) {
            return isFrench ? "aujourd’hui" : "today";
        }
        if (ago == 1) {
            return isFrench ? "hier" : "yesterday";
        }
        if (ago == -1) {
            return isFrench ? "demain" : "tomorrow";
        }
        if (ago > 1 && ago <= DAYS_CALLED_BY_NAME) {
            return named(language, day.getDayOfWeek());
        }
        return day.getYear() == today.getYear() ? dayAndMonth(language, day) : fullDate(language, day);
    }

    /// 3 June 2024.
    static String fullDate(Language language, LocalDate day) {
        return dayAndMonth(language, day) + " " + day.getYear();
    }

    /// In French, what stands before a day of the month takes its article in: "jusqu’au 3 juin", but "jusqu’à demain".
    static String contracted(Language language, String sentence) {
        return language == Language.FRENCH ? UNTIL_A_DAY.matcher(sentence).replaceAll("jusqu’au ") : sentence;
    }

    /// 3:10 pm, or 15 h 10.
    static String time(Language language, ZonedDateTime at) {
        if (language == Language.FRENCH) {
            return FRENCH_TIME.format(at);
        }
        int hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
        return "%d:%02d %s".formatted(hour, at.getMinute(), at.getHour() < 12 ? "am" : "pm");
    }

    static ZonedDateTime at(Instant instant, ZoneId zone) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    }

    private static String named(Language language, DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    private static String dayAndMonth(Language language, LocalDate day) {
        String month = day.getMonth().getDisplayName(TextStyle.FULL, language.locale());
        boolean isFirst = language == Language.FRENCH && day.getDayOfMonth() == 1;
        return (isFirst ? "1er" : Integer.toString(day.getDayOfMonth())) + " " + month;
    }
}
