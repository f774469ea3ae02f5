package org.wellmet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// PostgreSQL's first process, as it tells of itself in the cluster's `postmaster.pid`.
///
/// Immutable.
record Postmaster(long pid, int port, boolean isReady) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    /// What the file says, which may be torn or of a process long gone.
    static Optional<Postmaster> read(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            boolean isReady =
                    lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    isReady));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The live process; absent when it is gone and its number is unused or another program's.
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(Postmaster::isPostgres);
    }

    /// Removes the file of a process that is gone and whose number another program has got since, as happens after a
    /// container's restart: PostgreSQL would take that program for itself and refuse to start. The file stays while
    /// any PostgreSQL is about, for then it is what keeps two of them from writing into one cluster.
    static void clearStale(Path cluster) throws IOException {
        Optional<Postmaster> old = read(cluster);
        boolean isStranger = old.isPresent()
                && ProcessHandle.of(old.get().pid()).isPresent()
                && old.get().process().isEmpty();
        if (isStranger && ProcessHandle.allProcesses().noneMatch(Postmaster::isPostgres)) {
            Files.deleteIfExists(file(cluster));
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static boolean isPostgres(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.endsWith("/postgres")
                || command.endsWith("postgres.exe")
                || command.endsWith("/postgres (deleted)");
    }
}
