package org.wellmet.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// How `./wellmet refit` reaches the server that runs on a data folder: a file with the wish, and one with the answer.
///
/// Only whoever may write into the data folder can wish, and that is the server's own account. Nothing listens on the
/// network for it. A wish has a name, so that nobody takes the answer to another's.
///
/// Thread-safe: files are moved to their place as a whole.
final class RefitLetterbox {
    private static final String WISH = "refit-wish";
    private static final String ANSWER = "refit-answer";

    private final Path folder;

    RefitLetterbox(Path folder) {
        this.folder = folder;
    }

    void wish(String name) throws IOException {
        write(WISH, name);
    }

    /// The name of the wish that lies here.
    Optional<String> wished() throws IOException {
        return read(WISH).map(String::strip);
    }

    /// Puts the answer in the place of the wish.
    void answer(String name, String words) throws IOException {
        write(ANSWER, name + "\n" + words);
        takeBack();
    }

    /// The answer to the wish of that name, which is taken out.
    Optional<String> answered(String name) throws IOException {
        Optional<String> words = read(ANSWER)
                .filter(text -> text.startsWith(name + "\n"))
                .map(text -> text.substring(name.length() + 1));
        if (words.isPresent()) {
            Files.deleteIfExists(folder.resolve(ANSWER));
        }
        return words;
    }

    /// Forgets the wish.
    void takeBack() throws IOException {
        Files.deleteIfExists(folder.resolve(WISH));
    }

    private Optional<String> read(String file) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private void write(String file, String text) throws IOException {
        Path torn = folder.resolve(file + ".torn");
        Files.writeString(torn, text);
        Files.move(torn, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
