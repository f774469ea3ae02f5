package org.wellmet.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whether a server runs on a data folder: for commands, which must not open its database a second time.
public final class ServerAtWork {
    private ServerAtWork() {}

    /// Asks the claim on the folder, which the operating system drops with the server, however that ended.
    public static boolean isOn(Path dataFolder) throws IOException {
        Path claim = dataFolder.resolve(FolderLock.FILE);
        if (!Files.exists(claim)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(claim, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException _) {
            return true; // a server within this process
        }
    }
}
