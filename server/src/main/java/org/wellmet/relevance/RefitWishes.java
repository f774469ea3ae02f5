package org.wellmet.relevance;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.wellmet.relevance.RefitLetterbox.Answer;
import org.wellmet.settings.Settings;
import org.wellmet.worker.Rounds;

/// The running server's side of `./wellmet refit`: looks twice a second whether a wish lies in the data folder.
///
/// 1. *At most once*: a wish is taken out before it is fulfilled, so whatever fails then does not repeat it.
/// 2. *Nobody's wish*: one that lies there longer than a command waits is thrown away, readable or not.
///
/// Confined to the thread of its rounds.
@Component
final class RefitWishes {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(RefitWishes.class);

    private final RefitLetterbox letterbox;
    private final Supplier<RefitOutcome> refit;
    private final InstantSource clock;
    // What was logged last, as long as it lasts: looking again twice a second would fill the log.
    private String complaint = "";

    @Autowired
    RefitWishes(Settings settings, Refitting refitting, InstantSource clock) {
        this(new RefitLetterbox(settings.dataFolder()), refitting::refit, clock);
    }

    RefitWishes(RefitLetterbox letterbox, Supplier<RefitOutcome> refit, InstantSource clock) {
        this.letterbox = letterbox;
        this.refit = refit;
        this.clock = clock;
    }

    @Bean
    static Rounds refitRounds(RefitWishes wishes) {
        return new Rounds("refit-wishes", BETWEEN_LOOKS, wishes::look);
    }

    /// Does what is wished for, if anything.
    void look() {
        try {
            letterbox.dropOlderThan(clock.instant().minus(RefitLetterbox.PATIENCE));
            Optional<String> wished = letterbox.wished();
            if (wished.isPresent()) {
                letterbox.takeBack(wished.get()); // at most once
                letterbox.answer(wished.get(), fulfil());
            }
            complaint = "";
        } catch (IOException failure) {
            if (!complaint.equals(failure.toString())) {
                complaint = failure.toString();
                LOG.warn("the wish to fit the weights anew could not be read or answered", failure);
            }
        }
    }

    private Answer fulfil() {
        try {
            return Answer.of(refit.get());
        } catch (RuntimeException failure) { // whoever wished waits for an answer, and the next wish for this thread
            LOG.warn("the weights could not be fitted anew", failure);
            return new Answer(false, "Nothing was changed: it failed, and the server's log says why.");
        }
    }
}
