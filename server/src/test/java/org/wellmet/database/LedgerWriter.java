package org.wellmet.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.wellmet.settings.DatabaseAddress;

/// A server reduced to what the kill test asks of it: the supervisor, and a writer that acknowledges each row
/// in a ledger outside of the database once the database has said that it is committed. It runs until it is
/// killed.
///
/// As the control that must lose, it asks PostgreSQL to say "committed" before the row is on its way to the disk.
final class LedgerWriter {
    private LedgerWriter() {}

    /// Arguments: data folder, ledger, "durable" or "hasty".
    public static void main(String[] arguments) throws IOException {
        FolderLock lock = FolderLock.take(Path.of(arguments[0]), false);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, EmbeddedPostgresTest.ENGINES);
        boolean isHasty = arguments[2].equals("hasty");
        try (FileChannel ledger =
                FileChannel.open(Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (lock.folder().toFile().exists()) {
                write(postgres.address(), ledger, isHasty);
            }
        }
    }

    /// Until the connection breaks, as it does when the postmaster is killed.
    private static void write(DatabaseAddress address, FileChannel ledger, boolean isHasty) throws IOException {
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.user(), address.password().value());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS ledger (id text PRIMARY KEY)");
            statement.execute("SET synchronous_commit = " + (isHasty ? "off" : "on"));
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ledger (id) VALUES (?)")) {
                while (!connection.isClosed()) {
                    // Not a number that the database gives: it would give that of a lost row again.
                    String id = UUID.randomUUID().toString();
                    insert.setString(1, id);
                    insert.executeUpdate();
                    ledger.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII)));
                }
            }
        } catch (SQLException _) {
            Thread.onSpinWait(); // nothing was acknowledged; the next connection goes on
        }
    }
}
