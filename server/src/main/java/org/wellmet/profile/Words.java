package org.wellmet.profile;

/// What a member says in a sentence or two. Everything may be empty.
///
/// @param area where the member lives or works; its id is a city's
/// @param about Markdown
public record Words(String pronouns, Term area, String about, String looksFor, String offers) {
    /// The longest pronouns.
    public static final int MAX_PRONOUNS_LENGTH = 40;

    /// The longest area.
    public static final int MAX_AREA_LENGTH = 120;

    /// The longest about.
    public static final int MAX_ABOUT_LENGTH = 5_000;

    /// The longest goal.
    public static final int MAX_GOAL_LENGTH = 500;

    /// Nothing said.
    public static final Words NONE = new Words("", Term.NONE, "", "", "");

    /// Within the limits.
    public Words {
        Item.requireAtMost(MAX_PRONOUNS_LENGTH, pronouns);
        Item.requireAtMost(MAX_AREA_LENGTH, area.text());
        Item.requireAtMost(MAX_ABOUT_LENGTH, about);
        Item.requireAtMost(MAX_GOAL_LENGTH, looksFor, offers);
    }

    Words withPerson(String pronouns, Term area) {
        return new Words(pronouns, area, about, looksFor, offers);
    }

    Words withAbout(String about) {
        return new Words(pronouns, area, about, looksFor, offers);
    }

    Words withGoals(String looksFor, String offers) {
        return new Words(pronouns, area, about, looksFor, offers);
    }
}
