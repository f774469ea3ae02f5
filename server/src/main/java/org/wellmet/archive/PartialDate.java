package org.wellmet.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day, a month or only a year, as a curriculum states it.
public record PartialDate(int year, OptionalInt month, OptionalInt day) implements Comparable<PartialDate> {
    private static final Pattern ISO = Pattern.compile("([12]\\d{3})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (year < 1000 || year > 2999) {
            throw new IllegalArgumentException("year must be within [1000, 2999], got " + year);
        }
        if (month.isEmpty() && day.isPresent()) {
            throw new IllegalArgumentException("a day needs a month, got day " + day.getAsInt());
        }
        if (month.isPresent()) {
            LocalDate _ = LocalDate.of(year, month.getAsInt(), day.orElse(1));
        }
    }

    static PartialDate of(int year) {
        return new PartialDate(year, OptionalInt.empty(), OptionalInt.empty());
    }

    static PartialDate of(YearMonth month) {
        return new PartialDate(month.getYear(), OptionalInt.of(month.getMonthValue()), OptionalInt.empty());
    }

    static PartialDate of(LocalDate date) {
        return new PartialDate(
                date.getYear(), OptionalInt.of(date.getMonthValue()), OptionalInt.of(date.getDayOfMonth()));
    }

    /// Reads `2014`, `2014-06` and `2014-06-29`; empty for anything else, and for days that do not exist.
    static Optional<PartialDate> parse(String text) {
        Matcher parts = ISO.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(Integer.parseInt(parts.group(1)), part(parts, 2), part(parts, 3)));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static OptionalInt part(Matcher parts, int group) {
        String text = parts.group(group);
        return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    /// The day it stands for when one is needed: the first that it may mean.
    public LocalDate firstDay() {
        return LocalDate.of(year, month.orElse(1), day.orElse(1));
    }

    @Override
    public int compareTo(PartialDate other) {
        return firstDay().compareTo(other.firstDay());
    }

    /// ISO 8601 with as many parts as are known.
    @Override
    public String toString() {
        if (month.isEmpty()) {
            return "%04d".formatted(year);
        }
        return day.isEmpty()
                ? "%04d-%02d".formatted(year, month.getAsInt())
                : "%04d-%02d-%02d".formatted(year, month.getAsInt(), day.getAsInt());
    }
}
