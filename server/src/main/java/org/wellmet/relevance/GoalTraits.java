package org.wellmet.relevance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Words;
import org.wellmet.vocabulary.Folding;
import org.wellmet.web.Text;

/// Goals that complement one another: what one looks for, the other offers. Compared word by word, by rarity; named by
/// the whole phrase in which the word stands.
@Component
final class GoalTraits implements TraitSource {
    private static final String LOOKS_FOR = "looks for ";
    private static final String OFFERS = "offers ";
    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 40;
    private static final int LONGEST_LABEL = 80;
    private static final Pattern BETWEEN_PHRASES = Pattern.compile("\\R+|(?<=[.!?;])\\s+");
    private static final Pattern END = Pattern.compile("[\\s.;,]+$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    /// Words that say nothing about a goal; what is common here counts little anyway, by its rarity.
    private static final Set<String> EMPTY = Set.of(
            "with",
            "from",
            "that",
            "this",
            "have",
            "some",
            "someone",
            "people",
            "about",
            "into",
            "would",
            "like",
            "what",
            "your",
            "their",
            "them",
            "help",
            "looking",
            "offer",
            "offers",
            "seek",
            "want",
            "work",
            "avec",
            "pour",
            "dans",
            "cherche",
            "offre",
            "aide",
            "vous",
            "nous",
            "leur",
            "plus",
            "gens",
            "quelqu",
            "also",
            "other",
            "more",
            "advice",
            "hour",
            "hours",
            "month",
            "months",
            "year",
            "years",
            "time",
            "first",
            "new",
            "moving",
            "outside",
            "inside",
            "good",
            "anyone",
            "anybody",
            "somebody",
            "where",
            "which",
            "when",
            "need",
            "conseil",
            "conseils",
            "heure",
            "heures",
            "mois",
            "fois",
            "premier",
            "première",
            "quelqu'un");

    @Override
    public String name() {
        return "goal";
    }

    /// Words of one goal are one reason, not several.
    @Override
    public int mostReasons() {
        return 1;
    }

    @Override
    public double usualWeight() {
        return 1.5;
    }

    @Override
    public Text label() {
        return Text.of("Goals that fit together");
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(profiles, Section.GOALS, profile -> traits(profile.words()));
    }

    private static List<Trait> traits(Words words) {
        Map<String, Trait> traits = new LinkedHashMap<>();
        // Where one is says nothing about what one looks for; the area is a kind of its own.
        Set<String> places = Arrays.stream(BETWEEN_WORDS.split(words.area().text()))
                .map(Folding::fold)
                .collect(Collectors.toSet());
        add(traits, LOOKS_FOR, words.looksFor(), places);
        add(traits, OFFERS, words.offers(), places);
        return List.copyOf(traits.values());
    }

    private static void add(Map<String, Trait> traits, String side, String text, Set<String> places) {
        BETWEEN_PHRASES
                .splitAsStream(text)
                .map(String::strip)
                .forEach(phrase -> BETWEEN_WORDS
                        .splitAsStream(phrase)
                        .filter(word -> word.length() >= SHORTEST && !EMPTY.contains(Folding.fold(word)))
                        .filter(word -> !places.contains(Folding.fold(word)))
                        .limit(MOST_WORDS)
                        .forEach(word -> traits.putIfAbsent(
                                side + Folding.fold(word),
                                Trait.of(side + Folding.fold(word), shortened(phrase, word)))));
    }

    /// The phrase as it was written; of a long one a part in which the word stands, between whole words.
    static String shortened(String phrase, String word) {
        String whole = END.matcher(phrase).replaceFirst("");
        if (whole.length() <= LONGEST_LABEL) {
            return whole;
        }
        int at = Math.max(0, whole.indexOf(word));
        boolean isInTheBeginning = at + word.length() <= LONGEST_LABEL;
        String rest = isInTheBeginning ? whole : "… " + whole.substring(at);
        if (rest.length() <= LONGEST_LABEL) {
            return rest;
        }
        int end = rest.lastIndexOf(' ', LONGEST_LABEL - 1);
        return rest.substring(0, end > LONGEST_LABEL / 2 ? end : LONGEST_LABEL - 1) + "…";
    }

    @Override
    public String counterpart(String key) {
        return key.startsWith(LOOKS_FOR)
                ? OFFERS + key.substring(LOOKS_FOR.length())
                : LOOKS_FOR + key.substring(OFFERS.length());
    }

    @Override
    public boolean isByRarity() {
        return true;
    }

    @Override
    public Text reason(Match match) {
        String phrase = match.theirs().label();
        return match.mine().key().startsWith(LOOKS_FOR)
                ? Text.of("You look for what they offer: {0}", phrase)
                : Text.of("They look for what you offer: {0}", phrase);
    }
}
