package org.wellmet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.wellmet.settings.Settings;

/// Where an upload lies while it is read, and not a moment longer. Readable by the server's own user alone.
/// Thread-safe.
@Component
final class UploadFolder {
    private final Path folder;

    UploadFolder(Settings settings) throws IOException {
        this.folder = Files.createDirectories(settings.dataFolder().resolve("upload"));
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        sweep();
    }

    /// What `read` makes of the uploaded file, which is gone afterwards, whatever happens.
    <T> T reading(MultipartFile upload, Function<Path, T> read) {
        try {
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

    /// Deletes what a server left that was killed while it read. The folder belongs to this server alone.
    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "archive-*.upload")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path folder() {
        return folder;
    }
}
