package org.wellmet;

import com.zaxxer.hikari.HikariDataSource;

/// A migrated database for a test that needs no server.
public final class FreshDatabase {
    private FreshDatabase() {}

    /// A pool of ten connections on an empty database with the schema.
    public static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh());
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(10);
        return pool;
    }
}
