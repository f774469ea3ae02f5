package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wellmet.worker.Rounds;

/// `./wellmet refit` with and without a server at work on the folder.
class RefitCommandTest {
    private static final RefitOutcome FITTED = new RefitOutcome.Fitted(2, 1, 140, 0.2, 0.05);
    private static final RefitOutcome TOO_FEW = new RefitOutcome.TooFew(37, 100);
    private static final Supplier<RefitOutcome> NOBODY = () -> {
        throw new IllegalStateException("no second server may be started");
    };

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void withoutAServerItFitsByItself() {
        assertThat(run(() -> FITTED)).isZero();
        assertThat(said())
                .contains(
                        "Version 2 is in force", "140 answers", "before it was version 1", "0.200 before, 0.050 after");
        assertThat(run(() -> TOO_FEW)).isEqualTo(1);
        assertThat(said()).contains("Nothing was changed", "needs 100", "there are 37");
    }

    @Test
    void theRunningServerIsAskedAndItsAnswerPrinted() throws IOException {
        for (RefitOutcome outcome : List.of(FITTED, TOO_FEW)) {
            try (FileChannel claim = claim()) {
                claim.lock();
                RefitWishes wishes = new RefitWishes(new RefitLetterbox(folder), () -> outcome, InstantSource.system());
                Rounds rounds = RefitWishes.refitRounds(wishes);
                rounds.start();
                try {
                    assertThat(run(NOBODY)).isEqualTo(outcome == FITTED ? 0 : 1);
                } finally {
                    rounds.stop();
                }
            }
        }
        assertThat(said()).contains(FITTED.inWords(), TOO_FEW.inWords());
        assertThat(Files.exists(folder.resolve("refit-wish"))).isFalse();
        assertThat(Files.exists(folder.resolve("refit-answer"))).isFalse();
    }

    @Test
    void aFailureOfTheServerIsAnAnswer() throws IOException {
        RefitLetterbox letterbox = new RefitLetterbox(folder);
        letterbox.wish("one");

        new RefitWishes(letterbox, NOBODY, InstantSource.system()).look();

        assertThat(letterbox.answered("other")).as("nobody else's answer").isEmpty();
        assertThat(letterbox.answered("one")).hasValueSatisfying(answer -> {
            assertThat(answer.isFitted()).isFalse();
            assertThat(answer.words()).startsWith("Nothing was changed").contains("log");
        });
        assertThat(letterbox.wished()).isEmpty();
    }

    @Test
    void wrongUseIsSaidInALine() {
        assertThat(RefitCommand.run(List.of("now"), folder, print(out), print(errors), NOBODY))
                .isEqualTo(2);
        assertThat(RefitCommand.run(List.of(), folder.resolve("none"), print(out), print(errors), NOBODY))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("takes no arguments", "no data folder")
                .hasLineCount(2);
        assertThat(RefitCommand.run(List.of("--help"), folder, print(out), print(errors), NOBODY))
                .isZero();
    }

    private FileChannel claim() throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private int run(Supplier<RefitOutcome> alone) {
        return RefitCommand.run(List.of(), folder, print(out), print(errors), alone);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
