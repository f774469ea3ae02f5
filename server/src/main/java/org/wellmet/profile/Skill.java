package org.wellmet.profile;

import java.util.List;

/// Something the member can do, or a topic that interests them.
public record Skill(Kind kind, Term name) implements Item {
    /// The longest name.
    public static final int MAX_LENGTH = 80;

    /// What the member says with it.
    public enum Kind {
        /// I can do this.
        SKILL,
        /// This interests me.
        TOPIC
    }

    /// A skill has a name.
    public Skill {
        Item.requireSaid(name.text());
        Item.requireAtMost(MAX_LENGTH, name.text());
    }

    @Override
    public Section section() {
        return Section.SKILLS;
    }

    @Override
    public List<String> sameness() {
        return List.of(kind.name(), name.sameness());
    }

    @Override
    public int mostPerMember() {
        return 200;
    }
}
