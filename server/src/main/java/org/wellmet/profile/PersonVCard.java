package org.wellmet.profile;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Address;
import ezvcard.property.Kind;
import ezvcard.property.StructuredName;
import org.springframework.stereotype.Component;

/// A profile as a vCard 4.0, made of what the viewer may see. Thread-safe.
@Component
final class PersonVCard {
    private final PublicAddress address;

    PersonVCard(PublicAddress address) {
        this.address = address;
    }

    String of(Profile profile) {
        return written(card(profile));
    }

    /// The same with the e-mail address, for those who may see it.
    String of(Profile profile, String email) {
        VCard card = card(profile);
        card.addEmail(email);
        return written(card);
    }

    private VCard card(Profile profile) {
        VCard card = new VCard(VCardVersion.V4_0);
        card.setKind(Kind.individual());
        card.setFormattedName(profile.member().name());
        card.setStructuredName(name(profile.member().name()));
        card.addUrl(address.of(profile.member()));
        if (!profile.member().headline().isEmpty()) {
            card.addTitle(profile.member().headline());
        }
        profile.positions().stream()
                .map(Kept::item)
                .filter(position -> position.period().isGoingOn()
                        && !position.organisation().isEmpty())
                .findFirst()
                .ifPresent(position -> {
                    card.setOrganization(position.organisation());
                    card.addRole(position.title().text());
                });
        if (!profile.words().area().isEmpty()) {
            Address area = new Address();
            Locality locality = Locality.of(profile.words().area().text());
            area.setLocality(locality.city());
            if (!locality.region().isEmpty()) {
                area.setRegion(locality.region());
            }
            card.addAddress(area);
        }
        if (!profile.words().about().isEmpty()) {
            card.addNote(profile.words().about());
        }
        profile.languages().stream()
                .flatMap(kept -> kept.item().name().id().stream())
                .forEach(card::addLanguage);
        profile.links().forEach(kept -> card.addUrl(kept.item().url().value()));
        return card;
    }

    private static String written(VCard card) {
        return Ezvcard.write(card).version(VCardVersion.V4_0).prodId(false).go();
    }

    // People write their name as one text; the last word is where address books sort.
    private static StructuredName name(String whole) {
        StructuredName name = new StructuredName();
        int space = whole.lastIndexOf(' ');
        name.setFamily(space < 0 ? whole : whole.substring(space + 1));
        if (space > 0) {
            name.setGiven(whole.substring(0, space));
        }
        return name;
    }
}
