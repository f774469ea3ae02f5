package org.wellmet.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.wellmet.settings.Secret;

/// The embedded database's two passwords, kept in a file of the data folder that only the server's account may read:
/// one for its administrator, one for the application, which has no more rights than it needs.
///
/// Immutable.
record Passwords(Secret administrator, Secret application) {
    private static final int BYTES = 24;

    static Passwords readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            Folders.writeSecretly(file, "administrator=" + random() + "\napplication=" + random() + "\n");
        }
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        return new Passwords(password(lines, "administrator", file), password(lines, "application", file));
    }

    private static Secret password(Properties lines, String name, Path file) {
        String password = lines.getProperty(name, "");
        if (password.isEmpty()) {
            throw new DatabaseRefused("The file " + file + " lacks the line \"" + name
                    + "=\". Put the file of your last backup in its place.");
        }
        return new Secret(password);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
