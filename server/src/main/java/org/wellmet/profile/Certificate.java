package org.wellmet.profile;

import java.util.List;
import java.util.Optional;

/// A certificate or licence.
///
/// @param period from when it holds until when it expires
/// @param url where it can be checked
public record Certificate(String name, String issuer, String number, Optional<WebAddress> url, Period period)
        implements Item {
    /// The longest name.
    public static final int MAX_NAME_LENGTH = 150;

    /// The longest name of an issuer.
    public static final int MAX_ISSUER_LENGTH = 120;

    /// The longest number.
    public static final int MAX_NUMBER_LENGTH = 100;

    /// A certificate has a name.
    public Certificate {
        Item.requireSaid(name);
        Item.requireAtMost(MAX_NAME_LENGTH, name);
        Item.requireAtMost(MAX_ISSUER_LENGTH, issuer);
        Item.requireAtMost(MAX_NUMBER_LENGTH, number);
    }

    @Override
    public Section section() {
        return Section.CERTIFICATES;
    }

    @Override
    public List<String> sameness() {
        return List.of("certificate", Term.sameness(name), Term.sameness(issuer));
    }

    @Override
    public int mostPerMember() {
        return 100;
    }
}
