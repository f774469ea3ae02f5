package org.wellmet.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wellmet.visibility.Audience;
import org.wellmet.web.Text;

/// A part of a profile that has an audience of its own.
public enum Section {
    /// Pronouns and area.
    PERSON,
    ABOUT,
    GOALS,
    POSITIONS,
    EDUCATION,
    /// Skills and topics.
    SKILLS,
    LANGUAGES,
    CERTIFICATES,
    LINKS,
    /// The e-mail address of the account. It is not part of the profile; the profile says only who may have it.
    EMAIL;

    /// Who sees the section until the member says otherwise: members, and nobody the address.
    public Audience usualAudience() {
        return this == EMAIL ? Audience.ME : Audience.MEMBERS;
    }

    /// The section as it stands in addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The section of that word in an address.
    public static Optional<Section> of(String word) {
        return Stream.of(values())
                .filter(section -> section.word().equals(word))
                .findFirst();
    }

    /// What members call it.
    public Text label() {
        return switch (this) {
            case PERSON -> Text.of("Pronouns and area");
            case ABOUT -> Text.of("About");
            case GOALS -> Text.of("Goals");
            case POSITIONS -> Text.of("Positions");
            case EDUCATION -> Text.of("Education");
            case SKILLS -> Text.of("Skills and topics");
            case LANGUAGES -> Text.of("Languages");
            case CERTIFICATES -> Text.of("Certificates");
            case LINKS -> Text.of("Links");
            case EMAIL -> Text.of("E-mail address");
        };
    }
}
