package org.wellmet.profile;

import java.util.Optional;

/// When something began or ended, as exactly as people remember it: a month, or only a year.
///
/// @param month 1 to 12, or 0 where only the year is known
public record MonthOrYear(int year, int month) implements Comparable<MonthOrYear> {
    static final int MIN_YEAR = 1900;
    static final int MAX_YEAR = 2200;
    private static final int MONTHS = 12;

    /// Years that people work in.
    public MonthOrYear {
        if (year < MIN_YEAR || year > MAX_YEAR || month < 0 || month > MONTHS) {
            throw new IllegalArgumentException("month or year must be one of 1900 to 2200, got " + year + "-" + month);
        }
    }

    /// Only a year.
    public static MonthOrYear of(int year) {
        return new MonthOrYear(year, 0);
    }

    /// From two numbers, of which 0 means "not said"; empty where there is no year or it is none.
    public static Optional<MonthOrYear> of(int year, int month) {
        boolean isOne = year >= MIN_YEAR && year <= MAX_YEAR && month >= 0 && month <= MONTHS;
        return isOne ? Optional.of(new MonthOrYear(year, month)) : Optional.empty();
    }

    /// The number of the month it is at the earliest.
    int earliest() {
        return year * MONTHS + Math.max(month, 1);
    }

    /// The number of the month it is at the latest.
    int latest() {
        return year * MONTHS + (month == 0 ? MONTHS : month);
    }

    /// Whether something that began then may have ended at `end`: a bare year is taken as the whole of it.
    public boolean mayPrecede(MonthOrYear end) {
        return earliest() <= end.latest();
    }

    /// 2020-01, or 2020.
    public String iso() {
        return month == 0 ? "%04d".formatted(year) : "%04d-%02d".formatted(year, month);
    }

    @Override
    public int compareTo(MonthOrYear other) {
        return year == other.year ? Integer.compare(month, other.month) : Integer.compare(year, other.year);
    }
}
