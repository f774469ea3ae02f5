package org.wellmet.database;

/// The database cannot be opened, for a reason that an operator can do something about. The message says both.
public final class DatabaseRefused extends RuntimeException {
    DatabaseRefused(String message) {
        super(message);
    }

    DatabaseRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
