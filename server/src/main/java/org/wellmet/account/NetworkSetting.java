package org.wellmet.account;

import java.util.List;

/// What the operator decided about the network.
///
/// @param name what it is called; empty until the operator has said
/// @param description one line about it; may be empty
/// @param domains in ASCII and lower case; asked by [JoinPolicy#DOMAIN] only
/// @param isSetUp whether the three steps of the set-up are done
public record NetworkSetting(
        String name, String description, JoinPolicy joinPolicy, List<String> domains, boolean isSetUp) {
    /// The longest name there may be.
    public static final int NAME_MAX_LENGTH = 80;

    /// The longest description there may be.
    public static final int DESCRIPTION_MAX_LENGTH = 200;

    /// The most domains there may be.
    public static final int DOMAINS_MAX_COUNT = 30;

    /// Of a server that nobody has set up. Nobody may join before the operator has said who.
    static final NetworkSetting NONE = new NetworkSetting("", "", JoinPolicy.APPROVAL, List.of(), false);

    /// Copies the domains.
    public NetworkSetting {
        domains = List.copyOf(domains);
    }

    /// The same with another name and description.
    public NetworkSetting named(String newName, String newDescription) {
        return new NetworkSetting(newName, newDescription, joinPolicy, domains, isSetUp);
    }

    /// The same with another policy; to have chosen one ends the set-up.
    public NetworkSetting joinedBy(JoinPolicy newPolicy, List<String> newDomains) {
        return new NetworkSetting(name, description, newPolicy, newDomains, true);
    }
}
