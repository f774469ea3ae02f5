package org.wellmet.relevance;

import java.util.Locale;

/// What became of a wish to fit the weights anew. Every case but [Fitted] leaves them as they are.
public sealed interface RefitOutcome {
    /// In English, for the terminal.
    String inWords();

    /// A new version is in force. The errors are mean differences between predicted and observed shares of accepted
    /// invitations, on the answers that were learnt from.
    ///
    /// @param former the version that was in force before
    record Fitted(long version, long former, int answers, double errorBefore, double errorAfter)
            implements RefitOutcome {
        @Override
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "Version %d is in force, fitted on %,d answers; before it was version %d.%n"
                            + "Calibration on these answers, mean error: %.3f before, %.3f after.",
                    version,
                    answers,
                    former,
                    errorBefore,
                    errorAfter);
        }
    }

    /// Too few invitations have been answered to learn from.
    record TooFew(int answers, int needed) implements RefitOutcome {
        @Override
        public String inWords() {
            return "Nothing was changed: it needs " + needed + " accepted or declined invitations, there are " + answers
                    + ".";
        }
    }
}
