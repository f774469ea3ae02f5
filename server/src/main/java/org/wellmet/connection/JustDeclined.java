package org.wellmet.connection;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wellmet.member.MemberId;
import org.wellmet.web.Text;

/// The invitations that were declined just now and can wait again: what the list says of them, beside the way back.
///
/// @param ids what is to be taken back
public record JustDeclined(Text said, List<Long> ids) {
    private static final String IN_AN_ADDRESS =
            "[0-9]{1,18}(?:\\.[0-9]{1,18}){0,%d}".formatted(Invitations.PAGE_SIZE - 1);
    private static final int MOST_NAMED = 3;

    /// Copies the list.
    public JustDeclined {
        ids = List.copyOf(ids);
    }

    /// Names up to three of their inviters. Empty where nothing can be taken back.
    static Optional<JustDeclined> of(List<Invitation> declined, Map<MemberId, Acquaintance> people) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (Invitation one : declined) {
            Acquaintance inviter = people.get(one.inviter());
            if (inviter != null) {
                names.put(one.id(), inviter.member().name());
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new JustDeclined(said(List.copyOf(names.values())), List.copyOf(names.keySet())));
    }

    private static Text said(List<String> names) {
        String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMED;
        if (more > 0) {
            return Text.of("Declined: {0} and {1} more. Nobody is told of it.", some, more);
        }
        return names.size() > 1
                ? Text.of("Declined: {0}. Nobody is told of it.", some)
                : Text.of("You declined the invitation by {0}, and nobody is told of it.", some);
    }

    /// As it stands in an address.
    static String written(Collection<Long> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining("."));
    }

    /// What an address says; nothing where it says anything else.
    static List<Long> ids(String typed) {
        return typed.matches(IN_AN_ADDRESS)
                ? Arrays.stream(typed.split("\\."))
                        .map(Long::valueOf)
                        .distinct()
                        .toList()
                : List.of();
    }
}
