package org.wellmet.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.wellmet.settings.DatabaseAddress;

/// The role and the database that the application works with inside an embedded PostgreSQL. It owns its database and
/// nothing else: it reads no files and runs no programs, as an administrator of PostgreSQL could.
final class ApplicationRole {
    static final String NAME = "wellmet";

    private static final String WRONG_PASSWORD = "28P01";
    private static final Set<String> NOT_THERE = Set.of(WRONG_PASSWORD, "28000", "3D000");

    private ApplicationRole() {}

    /// Makes what is missing of them; a server that was killed half-way through its first start is mended by the next.
    static void ensure(DatabaseAddress administration, DatabaseAddress application) {
        try (Connection connection = connect(application)) {
            connection.isValid(1);
        } catch (SQLException problem) {
            if (!NOT_THERE.contains(problem.getSQLState())) {
                throw new DatabaseRefused("The database takes no connections: " + problem.getMessage(), problem);
            }
            make(administration, application);
        }
    }

    private static void make(DatabaseAddress administration, DatabaseAddress application) {
        try (Connection connection = connect(administration);
                Statement statement = connection.createStatement()) {
            boolean isThere = hasRow(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'wellmet'");
            // The password is one of ours, letters and digits; PostgreSQL logs no statements here.
            statement.execute((isThere ? "ALTER" : "CREATE") + " ROLE wellmet LOGIN PASSWORD '"
                    + application.password().value() + "'");
            if (!hasRow(statement, "SELECT 1 FROM pg_database WHERE datname = 'wellmet'")) {
                statement.execute("CREATE DATABASE wellmet OWNER wellmet");
            }
        } catch (SQLException problem) {
            throw new DatabaseRefused(
                    WRONG_PASSWORD.equals(problem.getSQLState())
                            ? "The passwords in the data folder's file database-passwords do not open its database."
                                    + " Put the file of the backup that the database came from in its place."
                            : "The database could not be prepared: " + problem.getMessage(),
                    problem);
        }
    }

    private static boolean hasRow(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password().value());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(address.url(), properties);
    }
}
