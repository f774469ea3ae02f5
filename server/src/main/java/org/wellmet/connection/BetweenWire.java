package org.wellmet.connection;

import org.jspecify.annotations.Nullable;
import org.wellmet.member.Member;

/// One of the mutual connections by name, and how many there are besides, as JSON tells it.
public record BetweenWire(String handle, String name, int otherCount) {
    /// Null when nobody may be named.
    public static @Nullable BetweenWire of(NamedMutuals mutuals) {
        if (mutuals.named().isEmpty()) {
            return null;
        }
        Member named = mutuals.named().getFirst();
        return new BetweenWire(named.handle(), named.name(), mutuals.others());
    }
}
