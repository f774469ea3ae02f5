package org.wellmet.profile;

import java.util.List;

/// A time at a school. The school's id is its web domain.
///
/// @param degree the degree and the field, as one line
public record Education(Term school, String degree, Period period, String description) implements Item {
    /// The longest name of a school, and the longest degree.
    public static final int MAX_LENGTH = 150;

    /// The longest description.
    public static final int MAX_DESCRIPTION_LENGTH = 3_000;

    /// An education has a school.
    public Education {
        Item.requireSaid(school.text());
        Item.requireAtMost(MAX_LENGTH, school.text(), degree);
        Item.requireAtMost(MAX_DESCRIPTION_LENGTH, description);
    }

    @Override
    public Section section() {
        return Section.EDUCATION;
    }

    @Override
    public List<String> sameness() {
        return List.of(
                "education",
                school.sameness(),
                Term.sameness(degree),
                period.from().map(MonthOrYear::iso).orElse(""));
    }

    @Override
    public int mostPerMember() {
        return 50;
    }
}
