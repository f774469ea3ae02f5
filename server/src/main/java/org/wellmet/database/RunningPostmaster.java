package org.wellmet.database;

/// A postmaster that takes connections: our own child, or one that an earlier server left.
///
/// Immutable.
record RunningPostmaster(ProcessHandle process, int port) {
    long pid() {
        return process.pid();
    }

    void awaitEnd() {
        process.onExit().join();
    }
}
