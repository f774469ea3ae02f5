package org.wellmet.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wellmet.web.FormReader;
import org.wellmet.web.Text;

/// Who may join, as an operator typed it: the set-up and the settings ask alike.
public record TypedPolicy(JoinPolicy policy, List<String> domains) {
    private static final int LONGEST = 1_900;

    /// Copies the domains.
    public TypedPolicy {
        domains = List.copyOf(domains);
    }

    /// Reads the fields `policy` and `domains`; empty when either was refused.
    public static Optional<TypedPolicy> read(FormReader reading) {
        Optional<JoinPolicy> policy = reading.choice("policy", Text.of("Who may join"), JoinPolicy::of);
        Text label = Text.of("Domains");
        String typed = reading.optional("domains", label, LONGEST);
        List<String> domains = new ArrayList<>();
        for (String word : typed.split("[\\s,;]+", -1)) {
            String bare = word.startsWith("@") ? word.substring(1) : word;
            if (!bare.isEmpty()) {
                EmailAddress.asciiDomain(bare)
                        .ifPresentOrElse(
                                domains::add,
                                () -> reading.refuse(
                                        "domains",
                                        label,
                                        Text.of("{0} is not a domain. Write it as example.org.", bare)));
            }
        }
        if (domains.size() > NetworkSetting.DOMAINS_MAX_COUNT) {
            reading.refuse(
                    "domains",
                    label,
                    Text.of(
                            "{0} domains. Take out {1}.",
                            domains.size(), domains.size() - NetworkSetting.DOMAINS_MAX_COUNT));
        }
        if (policy.equals(Optional.of(JoinPolicy.DOMAIN)) && domains.isEmpty()) {
            reading.refuse("domains", label, Text.of("Please name at least one."));
        }
        return reading.isRefused()
                ? Optional.empty()
                : policy.map(chosen ->
                        new TypedPolicy(chosen, domains.stream().distinct().toList()));
    }
}
