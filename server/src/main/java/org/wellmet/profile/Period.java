package org.wellmet.profile;

import java.util.Optional;

/// From when to when. No end means that it lasts.
public record Period(Optional<MonthOrYear> from, Optional<MonthOrYear> to) {
    /// Nothing said.
    public static final Period NONE = new Period(Optional.empty(), Optional.empty());

    /// It does not end before it began.
    public Period {
        if (from.isPresent() && to.isPresent() && !from.get().mayPrecede(to.get())) {
            throw new IllegalArgumentException("a period must not end before it begins, got " + from + " to " + to);
        }
    }

    /// Whether nothing is said.
    public boolean isEmpty() {
        return from.isEmpty() && to.isEmpty();
    }

    /// Whether it began and has not ended.
    public boolean isGoingOn() {
        return from.isPresent() && to.isEmpty();
    }

    /// How many months it lasted, both ends counted; empty without a beginning, or where a year alone would make the
    /// number a guess.
    public Optional<Integer> months(MonthOrYear today) {
        MonthOrYear end = to.orElse(today);
        return from.filter(begin -> begin.month() > 0 && end.month() > 0)
                .map(begin -> Math.max(1, end.latest() - begin.earliest() + 1));
    }

    /// How many months the two have in common at most, a bare year taken as the whole of it; 0 where either has no
    /// beginning.
    public int monthsInCommon(Period other, MonthOrYear today) {
        if (from.isEmpty() || other.from.isEmpty()) {
            return 0;
        }
        int begin = Math.max(from.get().earliest(), other.from.get().earliest());
        int end = Math.min(to.orElse(today).latest(), other.to.orElse(today).latest());
        return Math.max(0, end - begin + 1);
    }
}
