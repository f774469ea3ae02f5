package org.wellmet.relevance;

import java.util.List;
import java.util.Map;
import org.wellmet.changelog.Change;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;
import org.wellmet.visibility.Audience;
import org.wellmet.web.Text;

/// One kind of trait: where it is said, when two go together, how much that is worth, and in which words it is a
/// reason.
///
/// *A new kind is one class*: a bean of this type, in this package or one above. The model, the index, the pages
/// and the fitting find it by themselves.
public interface TraitSource {
    /// What a member says, and to whom.
    record Said(Audience audience, List<Trait> traits) {
        /// Copies the list.
        public Said {
            traits = List.copyOf(traits);
        }
    }

    /// A word that stands for the kind where weights are kept. Never changes.
    String name();

    /// What members call it.
    Text label();

    /// What each of these members says; whoever says nothing may be missing. `profiles` are whole.
    Map<MemberId, Said> of(Map<MemberId, Profile> profiles);

    /// Why the match is a reason, in words: the viewer reads it.
    Text reason(Match match);

    /// How many reasons of this kind may stand beside each other.
    default int mostReasons() {
        return Judgement.MOST_REASONS;
    }

    /// Units of log-odds for one unit of strength if it were the only kind ([FixedWeights] shares that among
    /// all), until they are fitted.
    default double usualWeight() {
        return FixedWeights.USUAL;
    }

    /// What a match is worth before its weight: its rarity, or less.
    default double strength(Match match) {
        return match.rarity();
    }

    /// Whether every match is known to be worth its rarity, whatever else there is to it. Then it is not looked at
    /// closely before it is a reason.
    default boolean isByRarity() {
        return false;
    }

    /// The key that goes together with this one: the same.
    default String counterpart(String key) {
        return key;
    }

    /// Whether any two traits of the kind may go together, more or less, as areas do: how strongly is then a matter of
    /// the two keys alone.
    default boolean isGradual() {
        return false;
    }

    /// Whether the traits of the change's member must be read anew.
    default boolean concerns(Change change) {
        return change.kind().startsWith("member.") || change.kind().equals(Profiles.CHANGED);
    }
}
