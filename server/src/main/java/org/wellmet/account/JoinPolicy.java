package org.wellmet.account;

import java.util.Optional;

/// Who may join. Whoever joins proves their mail address first, whatever the policy.
public enum JoinPolicy {
    /// Whoever proves a mail address.
    ANYONE("anyone"),
    /// Whoever was given a link that an operator made.
    LINK("link"),
    /// Whoever proves an address under one of the network's domains.
    DOMAIN("domain"),
    /// Whoever an operator lets in.
    APPROVAL("approval");

    private final String code;

    JoinPolicy(String code) {
        this.code = code;
    }

    /// As in forms.
    public String code() {
        return code;
    }

    /// The policy with this code.
    public static Optional<JoinPolicy> of(String code) {
        for (JoinPolicy policy : values()) {
            if (policy.code.equals(code)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
