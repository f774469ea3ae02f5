package org.wellmet.relevance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Areas;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Term;
import org.wellmet.vocabulary.Place;
import org.wellmet.vocabulary.Vocabulary;
import org.wellmet.web.Text;

/// How near two live: `e^(-kilometres / 50)`, so that the same city is 1 and 150 kilometres are a twentieth.
///
/// Thread-safe.
@Component
final class AreaTraits implements TraitSource {
    private static final int TENS = 10;
    /// Keys of cities begin so; free text cannot.
    private static final String CITY = "#";

    private final Vocabulary vocabulary;
    /// As many as there are cities at most: looking one up costs too much for every comparison.
    private final Map<String, Optional<Place>> places = new ConcurrentHashMap<>();

    AreaTraits(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "area";
    }

    @Override
    public Text label() {
        return Text.of("Area");
    }

    @Override
    public double usualWeight() {
        return 2.5;
    }

    @Override
    public boolean isGradual() {
        return true;
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles, Section.PERSON, profile -> traits(profile.words().area()));
    }

    private static List<Trait> traits(Term area) {
        if (area.isEmpty()) {
            return List.of();
        }
        String key = area.id().map(id -> CITY + id).orElseGet(() -> ProfileTraits.key(area.text()));
        return List.of(Trait.of(key, area.text()));
    }

    @Override
    public double strength(Match match) {
        return match.mine().key().equals(match.theirs().key()) ? 1 : Areas.nearness(kilometres(match));
    }

    private double kilometres(Match match) {
        Optional<Place> mine = place(match.mine().key());
        Optional<Place> theirs = place(match.theirs().key());
        return mine.isPresent() && theirs.isPresent() ? mine.get().kilometresTo(theirs.get()) : Double.MAX_VALUE;
    }

    private Optional<Place> place(String key) {
        return key.startsWith(CITY)
                ? places.computeIfAbsent(key, city -> vocabulary.place(city.substring(CITY.length())))
                : Optional.empty();
    }

    @Override
    public Text reason(Match match) {
        if (match.mine().key().equals(match.theirs().key())) {
            return Text.of("Both in {0}", match.theirs().label());
        }
        long kilometres = Math.max(1, Math.round(kilometres(match) / TENS)) * TENS;
        return Text.of("About {0} km apart", kilometres);
    }
}
