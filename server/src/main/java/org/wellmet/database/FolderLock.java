package org.wellmet.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// This server's claim on a data folder. The operating system drops it when the process dies, however it dies.
///
/// The folder also knows whether it is a demo's: a demo signs anyone in, so it never opens a real network's folder, and
/// a real network never opens a demo's.
///
/// Thread-safe.
final class FolderLock implements AutoCloseable {
    static final String FILE = "lock";
    private static final String MARK = "purpose";
    private static final String DEMO = "demo";
    private static final String NETWORK = "network";

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Makes the folder where it is missing, and takes it. Throws [DatabaseRefused] when another server has it.
    static FolderLock take(Path dataFolder, boolean isDemo) {
        try {
            Folders.createOwn(dataFolder);
            FileChannel channel =
                    FileChannel.open(dataFolder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DatabaseRefused("Another Wellmet server is running on the folder " + dataFolder
                        + ". Stop it first, or give this one a folder of its own (WELLMET_DATA).");
            }
            try {
                holdApart(dataFolder, isDemo);
            } catch (DatabaseRefused refused) {
                channel.close();
                throw refused;
            }
            return new FolderLock(dataFolder, channel);
        } catch (IOException problem) {
            throw new DatabaseRefused(
                    "The data folder " + dataFolder + " cannot be used: " + problem
                            + ". Mend its rights, or choose another one (WELLMET_DATA).",
                    problem);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by another server within this process
        }
    }

    private static void holdApart(Path dataFolder, boolean isDemo) throws IOException {
        Path mark = dataFolder.resolve(MARK);
        if (!Files.exists(mark)) {
            boolean hasMembers = Files.exists(dataFolder.resolve("database"));
            Files.writeString(mark, isDemo && !hasMembers ? DEMO : NETWORK);
        }
        boolean isDemoFolder = Files.readString(mark).strip().equals(DEMO);
        if (isDemo && !isDemoFolder) {
            throw new DatabaseRefused("The folder " + dataFolder + " is a real network's. A demo lets anyone sign in as"
                    + " anyone, so it takes a new folder only (WELLMET_DATA).");
        }
        if (!isDemo && isDemoFolder) {
            throw new DatabaseRefused("The folder " + dataFolder + " is a demo's, where anyone signs in as anyone."
                    + " Choose another one for a real network (WELLMET_DATA).");
        }
    }

    /// The folder that is ours as long as this is open.
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
