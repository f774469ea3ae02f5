package org.wellmet.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked from the archive on the class path into a folder that every account may read.
///
/// Immutable.
record Engine(Path folder) {
    private static final int OWNER_MAY_RUN = 0100;

    /// Unpacks what is not unpacked yet, below `parent`, and clears away the engines of earlier versions.
    static Engine unpack(Path parent) throws IOException {
        String archive = archiveName();
        URL resource = Engine.class.getResource("/" + archive);
        if (resource == null) {
            throw new DatabaseRefused("There is no PostgreSQL for this system (" + archive
                    + ") in this build. Name a database of your own (WELLMET_DATABASE_URL).");
        }
        Path folder = parent.resolve(archive.replace(".txz", "") + "-" + fingerprint(resource));
        if (!Files.isDirectory(folder)) {
            Folders.delete(parent);
            Files.createDirectories(parent);
            Folders.allowPassing(parent);
            Path torn = Files.createTempDirectory(parent, "torn");
            extract(resource, torn);
            Folders.publish(torn, folder);
        }
        return new Engine(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    static boolean isWindows() {
        return system().equals("windows");
    }

    private static String archiveName() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String architecture = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
        return "postgres-" + system() + "-" + architecture + ".txz";
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name;
    }

    /// Differs from version to version, and costs nothing to know: the checksum that the jar keeps of the archive.
    private static String fingerprint(URL resource) throws IOException {
        if (resource.openConnection() instanceof JarURLConnection connection) {
            return Long.toHexString(connection.getJarEntry().getCrc());
        }
        return "unpacked";
    }

    private static void extract(URL resource, Path target) throws IOException {
        try (InputStream stream = new BufferedInputStream(resource.openStream());
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(stream))) {
            TarArchiveEntry entry = archive.getNextEntry();
            while (entry != null) {
                extract(archive, entry, inside(target, entry.getName()));
                entry = archive.getNextEntry();
            }
        }
        // Folders last and all of them: our umask may have closed them to the account that PostgreSQL runs under.
        for (Path folder : Folders.tree(target)) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                setRights(folder, "rwxr-xr-x");
            }
        }
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            setRights(path, (entry.getMode() & OWNER_MAY_RUN) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    private static Path inside(Path target, String name) {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IllegalStateException("an entry of the archive lies outside of it: " + List.of(name));
        }
        return path;
    }

    private static void setRights(Path path, String rights) throws IOException {
        if (Folders.hasRights(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }
}
