package org.wellmet;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A migrated database for a test that needs no server, out of one PostgreSQL per JVM.
public final class FreshDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private FreshDatabase() {}

    /// A pool of ten connections, as the server has, on an empty and migrated database.
    public static HikariDataSource pool() {
        String name = "fresh_" + COUNT.incrementAndGet();
        JdbcClient.create(One.POSTGRES.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        HikariConfig config = new HikariConfig();
        config.setDataSource(One.POSTGRES.getDatabase("postgres", name));
        config.setMaximumPoolSize(10);
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
    }

    private static final class One {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        postgres.close();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }));
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
