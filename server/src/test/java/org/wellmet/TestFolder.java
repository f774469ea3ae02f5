package org.wellmet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Data folders for servers in tests, below the module's build folder.
public final class TestFolder {
    private TestFolder() {}

    /// A new, empty one.
    public static Path fresh() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-folders"));
            return Files.createTempDirectory(parent, "data").toAbsolutePath();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
