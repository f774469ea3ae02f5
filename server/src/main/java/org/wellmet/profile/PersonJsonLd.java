package org.wellmet.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A profile as schema.org's `Person`, made of what the viewer may see. Thread-safe.
@Component
final class PersonJsonLd {
    private final JsonMapper json = JsonMapper.builder().build();
    private final PublicAddress address;

    PersonJsonLd(PublicAddress address) {
        this.address = address;
    }

    /// The text between `<script type="application/ld+json">` and its end; nothing in it can end the element.
    String of(Profile profile) {
        return json.writeValueAsString(person(profile))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private Map<String, Object> person(Profile profile) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@context", "https://schema.org");
        person.put("@type", "Person");
        person.put("name", profile.member().name());
        person.put("url", address.of(profile.member()));
        put(person, "jobTitle", profile.member().headline());
        put(person, "description", profile.words().about());
        if (!profile.words().area().isEmpty()) {
            person.put("address", place(profile.words().area().text()));
        }
        put(
                person,
                "worksFor",
                profile.positions().stream()
                        .map(Kept::item)
                        .filter(position -> position.period().isGoingOn())
                        .map(Position::organisation)
                        .filter(name -> !name.isEmpty())
                        .map(name -> named("Organization", name))
                        .toList());
        put(
                person,
                "alumniOf",
                profile.education().stream()
                        .map(kept -> named(
                                "EducationalOrganization", kept.item().school().text()))
                        .toList());
        put(
                person,
                "knowsAbout",
                profile.skills(Skill.Kind.SKILL).stream()
                        .map(kept -> kept.item().name().text())
                        .toList());
        put(
                person,
                "knowsLanguage",
                profile.languages().stream()
                        .map(kept -> kept.item()
                                .name()
                                .id()
                                .orElse(kept.item().name().text()))
                        .toList());
        put(
                person,
                "sameAs",
                profile.links().stream().map(kept -> kept.item().url().value()).toList());
        return person;
    }

    private static Map<String, Object> place(String area) {
        Locality locality = Locality.of(area);
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("@type", "PostalAddress");
        put(place, "addressLocality", locality.city());
        put(place, "addressRegion", locality.region());
        return place;
    }

    private static Map<String, String> named(String type, String name) {
        return Map.of("@type", type, "name", name);
    }

    private static void put(Map<String, Object> person, String name, String value) {
        if (!value.isEmpty()) {
            person.put(name, value);
        }
    }

    private static void put(Map<String, Object> person, String name, List<?> values) {
        if (!values.isEmpty()) {
            person.put(name, values);
        }
    }
}
