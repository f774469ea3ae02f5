package org.wellmet.relevance;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wellmet.settings.Settings;

/// The running server's side of `./wellmet refit`: looks twice a second whether a wish lies in the data folder.
///
/// Thread-safe: `thread` is volatile, the rest belongs to it.
@Component
final class RefitWishes implements SmartLifecycle {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(RefitWishes.class);

    private final RefitLetterbox letterbox;
    private final Supplier<RefitOutcome> refit;
    private volatile @Nullable Thread thread;

    @Autowired
    RefitWishes(Settings settings, Refitting refitting) {
        this(new RefitLetterbox(settings.dataFolder()), refitting::refit);
    }

    RefitWishes(RefitLetterbox letterbox, Supplier<RefitOutcome> refit) {
        this.letterbox = letterbox;
        this.refit = refit;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("refit-wishes").start(this::lookUntilStopped);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void lookUntilStopped() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does what is wished for, if anything.
    void look() {
        try {
            Optional<String> wished = letterbox.wished();
            if (wished.isPresent()) {
                letterbox.answer(wished.get(), fulfil());
            }
        } catch (IOException failure) {
            LOG.warn("the wish to fit the weights anew could not be read or answered", failure);
        }
    }

    private String fulfil() {
        try {
            return refit.get().inWords();
        } catch (RuntimeException failure) { // whoever wished waits for an answer, and the next wish for this thread
            LOG.warn("the weights could not be fitted anew", failure);
            return "Nothing was changed: it failed, and the server's log says why.";
        }
    }
}
