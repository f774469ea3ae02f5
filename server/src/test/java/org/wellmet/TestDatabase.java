package org.wellmet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// One real PostgreSQL for the JVM, and a template with the schema in it; a test gets a clone of its own in
/// milliseconds.
public final class TestDatabase {
    private static final String TEMPLATE = "wellmet_template";
    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /// The address of a fresh database with the schema and nothing in it.
    public static String fresh() {
        String name = "wellmet_" + CLONES.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /// The address of a database with nothing in it, not even the schema.
    public static String empty() {
        String name = "wellmet_" + CLONES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("timezone", "UTC")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(server.getJdbcUrl("postgres", TEMPLATE), "postgres", "postgres")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            setUp(server);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The three steps of the set-up are behind us: every page would lead to them.
    private static void setUp(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", TEMPLATE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO network_setting (name, description, join_policy, domains, is_set_up)
                    VALUES ('Wellmet', '', 'ANYONE', '', true)
                    """);
        }
    }

    private static synchronized void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
