package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.wellmet.Await;
import org.wellmet.Wellmet;

/// What may lie in the data folder in the place of a wish, and what becomes of it.
class RefitWishesTest {
    private static final RefitOutcome TOO_FEW = new RefitOutcome.TooFew(37, 100);

    @TempDir
    private Path folder;

    private final AtomicInteger refits = new AtomicInteger();

    @Test
    void aWishThatNobodyWaitsForIsThrownAwayReadableOrNot() throws IOException {
        InstantSource later = InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(6)));
        letterbox().wish("forgotten");
        wishes(this::refit, later).look();
        assertThat(wish()).doesNotExist();

        Files.createDirectory(wish());
        wishes(this::refit, later).look();
        assertThat(wish()).doesNotExist();
        assertThat(refits).hasValue(0);
    }

    @Test
    void aFailureIsLoggedOnceUntilItIsOver() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(RefitWishes.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try {
            RefitWishes wishes = wishes(this::refit, InstantSource.system());
            for (int time = 1; time <= 2; time++) {
                Files.createDirectory(wish());
                wishes.look();
                wishes.look();
                wishes.look();
                assertThat(heard.list).hasSize(time);
                Files.delete(wish());
                wishes.look();
            }
        } finally {
            log.detachAppender(heard);
        }
    }

    @Test
    void aWishWrittenWhileAnotherIsFulfilledIsNotLost() throws IOException {
        RefitWishes wishes = wishes(
                () -> {
                    if (refits.get() == 0) {
                        wish("second");
                    }
                    return refit();
                },
                InstantSource.system());
        wish("first");

        wishes.look();
        assertThat(letterbox().answered("first")).isPresent();
        assertThat(letterbox().wished()).contains("second");
        wishes.look();
        assertThat(letterbox().answered("second")).isPresent();
        assertThat(refits).hasValue(2);
    }

    @Test
    void aWishThatCannotBeAnsweredIsNotFulfilledAgain() throws IOException {
        Files.createDirectories(folder.resolve("refit-answer/in-the-way"));
        RefitWishes wishes = wishes(this::refit, InstantSource.system());
        wish("one");

        wishes.look();
        wishes.look();

        assertThat(refits).hasValue(1);
    }

    @Test
    void nobodyTakesBackTheWishOfAnother() throws IOException {
        wish("one");

        letterbox().takeBack("other");
        assertThat(letterbox().wished()).contains("one");
        letterbox().takeBack("one");
        assertThat(letterbox().wished()).isEmpty();
    }

    @Test
    void itsFilesAreForTheirOwnerAloneAndNoLinkIsFollowed() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "as it was");
        Files.createSymbolicLink(folder.resolve("refit-wish.torn"), other);
        Files.createSymbolicLink(wish(), other);

        wish("one");

        assertThat(other).hasContent("as it was");
        assertThat(wish()).isRegularFile().hasContent("one");
        assertThat(Files.getPosixFilePermissions(wish())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void ofALongFileOnlyTheBeginningIsRead() throws IOException {
        Files.writeString(wish(), "x".repeat(1 << 20));

        assertThat(letterbox().wished()).contains("x".repeat(1024));
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aCommandThatIsInterruptedTakesItsWishBack() throws Exception {
        try (FileChannel claim =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            claim.lock();
            Process command = command();
            try {
                Await.until("the command wishes", Duration.ofMinutes(1), () -> Files.exists(wish()), command::isAlive);
                command.destroy();
                command.waitFor();
            } finally {
                command.destroyForcibly();
            }
        }
        assertThat(wish()).doesNotExist();
    }

    private Process command() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Wellmet.class.getName(),
                        RefitCommand.NAME)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WELLMET_"));
        builder.environment().put("WELLMET_DATA", folder.toString());
        return builder.start();
    }

    private RefitWishes wishes(Supplier<RefitOutcome> refit, InstantSource clock) {
        return new RefitWishes(letterbox(), refit, clock);
    }

    private RefitOutcome refit() {
        refits.incrementAndGet();
        return TOO_FEW;
    }

    private RefitLetterbox letterbox() {
        return new RefitLetterbox(folder);
    }

    private void wish(String name) {
        try {
            letterbox().wish(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path wish() {
        return folder.resolve("refit-wish");
    }
}
