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
    private static final String DEMO_MARK = "demo";

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Makes the folder where it is missing, and takes it. Throws [DatabaseRefused] when another server has it.
    static FolderLock take(Path dataFolder, boolean isDemo) {
        try {
            boolean isFresh = Folders.isEmpty(dataFolder);
            Folders.createOwn(dataFolder);
            FileChannel channel =
                    FileChannel.open(dataFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DatabaseRefused("Another Wellmet server is running on the folder " + dataFolder
                        + ". Stop it first, or give this one a folder of its own (WELLMET_DATA).");
            }
            try {
                holdApart(dataFolder, isDemo, isFresh);
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

    private static void holdApart(Path dataFolder, boolean isDemo, boolean isFresh) throws IOException {
        Path mark = dataFolder.resolve(DEMO_MARK);
        if (isDemo && isFresh) {
            Files.writeString(mark, "This folder is a demo's: anyone may sign in as anyone here.\n");
        } else if (isDemo && !Files.exists(mark)) {
            throw new DatabaseRefused(
                    "The folder " + dataFolder + " is no demo's. A demo lets anyone sign in as anyone,"
                            + " so it takes a new folder only (WELLMET_DATA).");
        } else if (!isDemo && Files.exists(mark)) {
            throw new DatabaseRefused("The folder " + dataFolder + " is a demo's. Choose another one for a real network"
                    + " (WELLMET_DATA).");
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
