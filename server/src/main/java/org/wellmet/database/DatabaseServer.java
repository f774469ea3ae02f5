package org.wellmet.database;

import org.wellmet.settings.DatabaseAddress;

/// The PostgreSQL that this server stands on, while it stands on it.
interface DatabaseServer extends AutoCloseable {
    /// Where the application signs in.
    DatabaseAddress address();

    /// Lets go of it; stops it where it is ours.
    @Override
    void close();

    /// One that somebody else runs.
    static DatabaseServer given(DatabaseAddress address) {
        return new DatabaseServer() {
            @Override
            public DatabaseAddress address() {
                return address;
            }

            @Override
            public void close() {}
        };
    }
}
