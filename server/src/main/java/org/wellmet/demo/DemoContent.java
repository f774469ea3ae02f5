package org.wellmet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What the people of the demo could be and say. The file is `demo/harbour-city.json`.
record DemoContent(
        List<Names> names,
        List<Area> areas,
        List<Share> schools,
        List<Employer> organisations,
        Map<String, Sector> sectors,
        Goals goals,
        List<Note> updates,
        List<Wish> invitations,
        List<Illustration> pictures,
        List<Plea> introductions) {

    private static final String FILE = "/demo/harbour-city.json";

    /// Given names and surnames that go together, and what is spoken at home besides English.
    record Names(List<String> given, List<String> surnames, Optional<String> speaks) {}

    /// Where some people live, in proportion to `share`, and what the clocks say there.
    record Area(String name, int share, String zone) {}

    /// Something of which some people have one, in proportion to `share`.
    record Share(String name, int share) {}

    /// `size` is how many people of the demo work there today, `titles` what they are called.
    record Employer(String name, String sector, int size, List<String> titles) {}

    /// What people of a sector care for and can do.
    record Sector(List<String> topics, List<String> skills) {}

    /// What people look for and offer.
    record Goals(List<String> look, List<String> offer) {}

    /// What asker and connector of an introduction could write; what is not written is empty. Each of the three is
    /// somebody to whom all the words that are listed for them apply ([DemoPerson#is]).
    record Plea(
            List<String> asker,
            List<String> connector,
            List<String> target,
            int daysAgo,
            String toConnector,
            String toTarget,
            String words,
            Optional<String> reason,
            Optional<String> reply) {
        boolean suits(DemoPerson asking, DemoPerson between, DemoPerson sought) {
            return asker.stream().allMatch(asking::is)
                    && connector.stream().allMatch(between::is)
                    && target.stream().allMatch(sought::is);
        }
    }

    /// An update that somebody of that sector could share, by title or organisation where it says `by`; `@{friend}`
    /// mentions one of their connections. `comments` are what others say to it. Where it is not in English,
    /// author and commenters speak the `language`.
    record Note(String sector, Optional<String> by, Optional<String> language, String text, List<String> comments) {
        boolean suits(DemoPerson person) {
            return person.sector().equals(sector) && by.map(person::is).orElse(true) && isReadBy(person);
        }

        boolean isReadBy(DemoPerson person) {
            return language.map(person.languages()::contains).orElse(true);
        }
    }

    /// An invitation to the visitor, from somebody to whom all the words of `by` apply ([DemoPerson#is]); where there
    /// are none, from somebody far away who has nothing in common with them. A `claim` is something that nobody can
    /// check; without one, what the two have in common is claimed.
    record Wish(List<String> by, int hoursAgo, String claim, String why) {
        boolean isFromAfar() {
            return by.isEmpty();
        }
    }

    /// A picture for the update that begins so, and what it shows in words.
    record Illustration(String begins, DemoPicture drawing, String shows) {}

    /// The picture of an update, if it has one.
    Optional<Illustration> pictureOf(Note note) {
        return pictures.stream()
                .filter(picture -> note.text().startsWith(picture.begins()))
                .findFirst();
    }

    Sector sector(Employer employer) {
        Sector sector = sectors.get(employer.sector());
        if (sector == null) {
            throw new IllegalStateException("no sector of the demo is called " + employer.sector());
        }
        return sector;
    }

    /// What somebody of that name speaks at home besides English.
    Optional<String> spoken(String name) {
        String surname = name.substring(name.indexOf(' ') + 1);
        return names.stream()
                .filter(each -> each.surnames().contains(surname))
                .findFirst()
                .flatMap(Names::speaks);
    }

    ZoneId zone(String area) {
        return areas.stream()
                .filter(each -> each.name().equals(area))
                .map(each -> ZoneId.of(each.zone()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no area of the demo is called " + area));
    }

    static DemoContent read() {
        try (InputStream file = DemoContent.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the server was built without " + FILE);
            }
            return JsonMapper.shared().readValue(file, DemoContent.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
