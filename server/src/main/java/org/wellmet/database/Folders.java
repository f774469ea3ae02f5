package org.wellmet.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the server does with files of its own, with rights where the file system has them (Windows' has none of this
/// kind).
public final class Folders {
    private Folders() {}

    static boolean hasRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// Makes a folder where there is none, and lets only its owner read it. Whether others may pass through stays as it
    /// is: a running database may depend on it.
    static void createOwn(Path folder) throws IOException {
        boolean isFresh = Files.notExists(folder);
        Files.createDirectories(folder);
        if (hasRights(folder)) {
            var rights = Files.getPosixFilePermissions(folder);
            rights.retainAll(PosixFilePermissions.fromString(isFresh ? "rwx------" : "rwx--x--x"));
            Files.setPosixFilePermissions(folder, rights);
        }
    }

    /// Lets other accounts pass through a folder of ours, without listing it.
    static void allowPassing(Path folder) throws IOException {
        if (hasRights(folder)) {
            var rights = Files.getPosixFilePermissions(folder);
            rights.addAll(PosixFilePermissions.fromString("--x--x--x"));
            Files.setPosixFilePermissions(folder, rights);
        }
    }

    /// Writes a file that only its owner may read; after a crash it is there whole or not at all. A link that lies in
    /// its place is replaced, not followed.
    public static void writeSecretly(Path file, String text) throws IOException {
        Path torn = file.resolveSibling(file.getFileName() + ".torn");
        Files.deleteIfExists(torn);
        Files.createFile(torn, rights(file, "rw-------"));
        Files.writeString(torn, text, StandardOpenOption.SYNC);
        Files.move(torn, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Moves a finished folder to its place, lastingly.
    static void publish(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path parent = to.toAbsolutePath().getParent();
        if (parent != null && hasRights(to)) {
            try (FileChannel folder = FileChannel.open(parent, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        for (Path path : tree(root).reversed()) {
            Files.delete(path);
        }
    }

    static void giveTo(Path root, UserPrincipal owner) throws IOException {
        for (Path path : tree(root)) {
            if (!Files.isSymbolicLink(path)) {
                Files.setOwner(path, owner);
            }
        }
    }

    /// The folder and all in it, parents before children.
    static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        return hasRights(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
