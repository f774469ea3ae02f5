package org.wellmet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.wellmet.TestDatabase;

/// The database of an older server, brought up to date by this one. Files of a feature are numbered beside its older
/// ones, so some that are new stand before some that have run.
class UpgradeTest {
    /// What came after a server that had run V80 and V81.
    private static final Set<String> LATER = Set.of("V47", "V48", "V49", "V51", "V63", "V64");

    @TempDir
    Path older;

    @Test
    void whatWasRunBeforeIsNoHindrance() throws IOException {
        String database = ofAnOlderServer();

        Flyway ours = flyway(database, "classpath:db/migration")
                .outOfOrder(Boolean.parseBoolean(settings().getProperty("spring.flyway.out-of-order")))
                .load();
        assertThat(ours.migrate().migrationsExecuted).isEqualTo(LATER.size());
        assertThat(ours.validateWithResult().validationSuccessful).isTrue();
    }

    /// The control.
    @Test
    void inOrderItWouldBeOne() throws IOException {
        Flyway inOrder = flyway(ofAnOlderServer(), "classpath:db/migration").load();

        assertThatThrownBy(inOrder::migrate).isInstanceOf(FlywayException.class).hasMessageContaining("47");
    }

    private String ofAnOlderServer() throws IOException {
        String database = TestDatabase.empty();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql")) {
            String name = String.valueOf(file.getFilename());
            if (!LATER.contains(name.substring(0, name.indexOf("__")))) {
                Files.write(older.resolve(name), file.getContentAsByteArray());
            }
        }
        flyway(database, "filesystem:" + older).load().migrate();
        return database;
    }

    private static FluentConfiguration flyway(String database, String files) {
        return Flyway.configure().dataSource(database, "postgres", "postgres").locations(files);
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = UpgradeTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return settings;
    }
}
