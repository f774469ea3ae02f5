package org.wellmet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.wellmet.settings.Settings;

/// Where an upload lies while it is read, and not a moment longer. Readable by the server's own user alone.
/// Thread-safe.
@Component
final class UploadFolder {
    private final Path folder;

    UploadFolder(Settings settings) {
        this.folder = settings.dataFolder().resolve("upload");
    }

    /// What `read` makes of the uploaded file, which is gone afterwards, whatever happens.
    <T> T reading(MultipartFile upload, Function<Path, T> read) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "archive-", ".upload");
            try {
                upload.transferTo(file.toAbsolutePath());
                return read.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }
}
