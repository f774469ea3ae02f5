package org.wellmet.connection;

import org.wellmet.member.Member;

/// A member in a line, as JSON names them. `separation` is 1, 2 or 3, and 0 for everyone else.
public record PersonWire(String handle, String name, String headline, int separation) {
    public static PersonWire of(Acquaintance person) {
        return of(person.member(), person.steps());
    }

    public static PersonWire of(Member member, int separation) {
        return new PersonWire(member.handle(), member.name(), member.headline(), separation);
    }
}
