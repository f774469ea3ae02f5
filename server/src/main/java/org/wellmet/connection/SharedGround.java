package org.wellmet.connection;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the server knows two members to share: asked for when it is first needed, and once.
///
/// Confined to one request.
final class SharedGround {
    private final Supplier<List<Found>> ask;
    private @Nullable List<Found> found;

    /// @param isAcquaintance whether it shows that the two do know each other
    record Found(CommonGround ground, boolean isAcquaintance) {}

    SharedGround(Supplier<List<Found>> ask) {
        this.ask = ask;
    }

    /// All of it, for both to read.
    List<CommonGround> all() {
        return found().stream().map(Found::ground).toList();
    }

    /// What makes an invitation on its ground free of the allowance.
    List<CommonGround> ofAcquaintances() {
        return found().stream().filter(Found::isAcquaintance).map(Found::ground).toList();
    }

    boolean isEmpty() {
        return found().isEmpty();
    }

    /// Whether somebody introduced the two.
    boolean isIntroduction() {
        return all().stream().anyMatch(CommonGround::isIntroduction);
    }

    /// What the server finds of the claim.
    Check check(Claim claim) {
        return all().stream()
                .filter(ground -> ground.claim().agreesWith(claim))
                .findFirst()
                .map(ground -> ground.isApart() ? Check.APART : Check.TRUE)
                .orElse(Check.UNCHECKED);
    }

    private List<Found> found() {
        List<Found> known = found;
        if (known == null) {
            known = ask.get();
            found = known;
        }
        return known;
    }
}
