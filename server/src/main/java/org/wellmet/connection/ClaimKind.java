package org.wellmet.connection;

import java.util.Arrays;
import java.util.Optional;

/// How two members can know each other.
public enum ClaimKind {
    /// They worked at one organisation.
    WORKED,
    /// They studied at one school.
    STUDIED,
    /// They met at an event.
    MET,
    /// They share a group.
    GROUP,
    /// They share a topic.
    TOPIC,
    /// They share a skill.
    SKILL,
    /// Somebody introduced them.
    INTRODUCED,
    /// One came here by the other's personal invitation. Nobody claims it: the server knows.
    WELCOMED,
    /// Something else, in the inviter's own words.
    OTHER;

    /// The kind of that name, as forms and JSON write it.
    public static Optional<ClaimKind> parse(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
