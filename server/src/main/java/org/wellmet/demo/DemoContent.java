package org.wellmet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What the people of the demo could be and say. The file is `demo/harbour-city.json`.
record DemoContent(
        List<Names> names,
        List<Share> areas,
        List<Share> schools,
        List<Employer> organisations,
        Map<String, Sector> sectors,
        Goals goals,
        List<Note> updates,
        List<Wish> invitations,
        List<Illustration> pictures,
        List<Plea> introductions) {

    private static final String FILE = "/demo/harbour-city.json";

    /// Given names and surnames that go together.
    record Names(List<String> given, List<String> surnames) {}

    /// Something of which some people have one, in proportion to `share`.
    record Share(String name, int share) {}

    /// `size` is how many people of the demo work there today, `titles` what they are called.
    record Employer(String name, String sector, int size, List<String> titles) {}

    /// What people of a sector care for and can do.
    record Sector(List<String> topics, List<String> skills) {}

    /// What people look for and offer.
    record Goals(List<String> look, List<String> offer) {}

    /// What asker and connector of an introduction could write; what is not written is empty.
    record Plea(String toConnector, String toTarget, String words, Optional<String> reason, Optional<String> reply) {}

    /// An update that somebody of that sector could share, by title or organisation where it says `by`; `@{friend}`
    /// mentions one of their connections. `comments` are what others say to it.
    record Note(String sector, Optional<String> by, String text, List<String> comments) {
        boolean suits(DemoPerson person) {
            return person.sector().equals(sector) && by.map(person::is).orElse(true);
        }
    }

    /// An invitation to the visitor, from somebody of the organisation `by`; where that is empty, from somebody
    /// far away who has nothing in common with them, and claims something that nobody can check.
    record Wish(String by, int hoursAgo, String claim, String why) {
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
