package org.wellmet.profile;

import java.util.List;

/// One employer, one title, one period. The title's id is an occupation's, the area's a city's.
public record Position(Term title, String organisation, Term area, Period period, String description) implements Item {
    /// The longest title, organisation and area.
    public static final int MAX_LENGTH = 120;

    /// The longest description.
    public static final int MAX_DESCRIPTION_LENGTH = 3_000;

    /// A position has a title.
    public Position {
        Item.requireSaid(title.text());
        Item.requireAtMost(MAX_LENGTH, title.text(), organisation, area.text());
        Item.requireAtMost(MAX_DESCRIPTION_LENGTH, description);
    }

    @Override
    public Section section() {
        return Section.POSITIONS;
    }

    @Override
    public List<String> sameness() {
        return List.of(
                "position",
                title.sameness(),
                Term.sameness(organisation),
                period.from().map(MonthOrYear::iso).orElse(""));
    }

    @Override
    public int mostPerMember() {
        return 100;
    }
}
