package org.wellmet.connection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// Judges who invites: how likely the viewer is to know them and to accept, and why. Implemented above this package, as
/// one bean; without it the inbox stands by time.
public interface InviterRelevance {
    /// A judgement on each of `others`, up to a page of them, from facts that the viewer may see. Whoever is missing
    /// was not judged.
    Map<MemberId, Judged> of(Viewer viewer, Collection<MemberId> others);

    /// What is thought of one member for one viewer.
    ///
    /// @param probability within \[0, 1\]
    /// @param reasons the strongest, at most [#MOST_REASONS], strongest first; none on mutual connections, whom the
    ///     inbox names
    record Judged(double probability, List<Text> reasons) {
        /// The most reasons there are.
        public static final int MOST_REASONS = 3;

        public Judged {
            if (!(probability >= 0.0 && probability <= 1.0)) { // written so that NaN fails, too
                throw new IllegalArgumentException("a probability must be within [0, 1], got " + probability);
            }
            if (reasons.size() > MOST_REASONS) {
                throw new IllegalArgumentException(
                        "at most " + MOST_REASONS + " reasons are shown, got " + reasons.size());
            }
            reasons = List.copyOf(reasons);
        }
    }
}
