package org.wellmet.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wellmet.profile.Brought;
import org.wellmet.profile.Item;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Words;

/// What of a [Resume] could join a profile, each thing with the name of its tick and whether the profile says it
/// already.
///
/// Immutable.
public record Offers(List<Wording> words, List<Offer> items) {
    static final String HEADLINE = "headline";
    static final String AREA = "area";
    static final String ABOUT = "about";

    public Offers {
        words = List.copyOf(words);
        items = List.copyOf(items);
    }

    /// A line or a text. It fills a gap and never replaces what the member wrote here: `isThere` says that there is no
    /// gap.
    public record Wording(String tick, String text, boolean isThere) {}

    /// An entry of a list.
    public record Offer(String tick, Item item, boolean isThere) {}

    static Offers of(Resume resume, Profile own, ResumeItems reading) {
        List<Item> brought = reading.of(resume);
        Set<List<String>> there = new HashSet<>();
        own.items().forEach(kept -> there.add(kept.item().sameness()));
        List<Offer> items = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Item item : brought) {
            if (seen.add(item.sameness())) {
                String tick = item.section().word() + "-" + items.size();
                items.add(new Offer(tick, item, there.contains(item.sameness())));
            }
        }
        return new Offers(words(resume.person(), own), items);
    }

    private static List<Wording> words(Resume.Person person, Profile own) {
        List<Wording> words = new ArrayList<>();
        word(HEADLINE, person.headline(), own.member().headline()).ifPresent(words::add);
        word(AREA, person.area(), own.words().area().text()).ifPresent(words::add);
        word(ABOUT, person.about(), own.words().about()).ifPresent(words::add);
        return words;
    }

    private static Optional<Wording> word(String tick, String found, String own) {
        return found.isEmpty() ? Optional.empty() : Optional.of(new Wording(tick, found, !own.isEmpty()));
    }

    /// The offers of one section.
    public List<Offer> in(Section section) {
        return items.stream().filter(offer -> offer.item().section() == section).toList();
    }

    /// How many things the profile does not say yet.
    public int newCount() {
        return (int) (words.stream().filter(word -> !word.isThere()).count()
                + items.stream().filter(offer -> !offer.isThere()).count());
    }

    /// How many of the ticks stand for something here.
    int ticked(Set<String> ticks) {
        return (int) (words.stream().filter(word -> ticks.contains(word.tick())).count()
                + items.stream().filter(offer -> ticks.contains(offer.tick())).count());
    }

    /// What is ticked, as the profile takes it.
    Brought brought(Set<String> ticks, ResumeItems reading) {
        Function<String, String> said = tick -> words.stream()
                .filter(word -> word.tick().equals(tick) && ticks.contains(tick))
                .map(Wording::text)
                .findFirst()
                .orElse("");
        Predicate<Offer> isTicked = offer -> ticks.contains(offer.tick());
        return new Brought(
                Texts.cut(said.apply(HEADLINE), ResumeItems.MAX_HEADLINE),
                new Words(
                        "",
                        reading.area(said.apply(AREA)),
                        Texts.cut(said.apply(ABOUT), Words.MAX_ABOUT_LENGTH),
                        "",
                        ""),
                items.stream().filter(isTicked).map(Offer::item).toList());
    }
}
