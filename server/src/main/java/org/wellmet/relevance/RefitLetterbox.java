package org.wellmet.relevance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wellmet.database.Folders;

/// How `./wellmet refit` reaches the server that runs on a data folder: a file with the wish, and one with the answer.
///
/// Only whoever may write into the data folder can wish, and that is the server's own account. Nothing listens on the
/// network for it. A wish has a name, so that nobody takes the answer to another's.
///
/// Thread-safe: files are moved to their place as a whole.
final class RefitLetterbox {
    /// How long a command waits for its answer: thousands of invitations take seconds.
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String WISH = "refit-wish";
    private static final String ANSWER = "refit-answer";
    /// A name has 36, an answer hardly more than 200.
    private static final int MOST_BYTES = 1024;

    private static final String FITTED = "fitted\n";
    private static final String UNCHANGED = "unchanged\n";

    private final Path folder;

    RefitLetterbox(Path folder) {
        this.folder = folder;
    }

    void wish(String name) throws IOException {
        Folders.writeSecretly(folder.resolve(WISH), name);
    }

    /// The name of the wish that lies here.
    Optional<String> wished() throws IOException {
        return read(WISH).map(String::strip);
    }

    /// Forgets the wish of that name; another's stays.
    void takeBack(String name) throws IOException {
        if (wished().filter(name::equals).isPresent()) {
            Files.deleteIfExists(folder.resolve(WISH));
        }
    }

    /// Forgets a wish that was written before then, without reading it.
    void dropOlderThan(Instant then) throws IOException {
        Path wish = folder.resolve(WISH);
        try {
            if (Files.getLastModifiedTime(wish).toInstant().isBefore(then)) {
                Files.deleteIfExists(wish);
            }
        } catch (NoSuchFileException _) { // as nearly always
        }
    }

    void answer(String name, Answer answer) throws IOException {
        String status = answer.isFitted() ? FITTED : UNCHANGED;
        Folders.writeSecretly(folder.resolve(ANSWER), name + "\n" + status + answer.words());
    }

    /// The answer to the wish of that name, which is taken out.
    Optional<Answer> answered(String name) throws IOException {
        Optional<Answer> answer = read(ANSWER)
                .filter(text -> text.startsWith(name + "\n"))
                .map(text -> Answer.parse(text.substring(name.length() + 1)));
        if (answer.isPresent()) {
            Files.deleteIfExists(folder.resolve(ANSWER));
        }
        return answer;
    }

    private Optional<String> read(String file) throws IOException {
        try (InputStream bytes = Files.newInputStream(folder.resolve(file))) {
            ByteBuffer first = ByteBuffer.wrap(bytes.readNBytes(MOST_BYTES));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(first).toString());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Whether new weights are in force, and what to tell whoever wished for them.
    record Answer(boolean isFitted, String words) {
        static Answer of(RefitOutcome outcome) {
            return new Answer(outcome instanceof RefitOutcome.Fitted, outcome.inWords());
        }

        private static Answer parse(String text) {
            return new Answer(text.startsWith(FITTED), text.substring(text.indexOf('\n') + 1));
        }
    }
}
