package org.wellmet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.wellmet.TestFolder;

class SettingsTest {
    @Test
    void withoutAnySettingAServerRunsOnThisMachineWithADatabaseOfItsOwn() {
        Settings settings = Settings.read(Map.<String, String>of()::get);

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicAddress()).hasToString("http://localhost:8080");
        assertThat(settings.dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.isDemo()).isFalse();
        assertThat(settings.database()).isEmpty();
        assertThat(settings.mail()).isEmpty();
    }

    @Test
    void everySettingIsHeard() {
        Settings settings = Settings.read(Map.ofEntries(
                Map.entry("wellmet.port", "9000"),
                Map.entry("wellmet.public-address", "https://people.example.org/"),
                Map.entry("wellmet.trusted-proxies", "127.0.0.1, ::1"),
                Map.entry("wellmet.data", "/srv/wellmet"),
                Map.entry("wellmet.database.url", "jdbc:postgresql://db.example.org/people"),
                Map.entry("wellmet.database.user", "people"),
                Map.entry("wellmet.database.password", "secret one"),
                Map.entry("wellmet.mail.host", "mail.example.org"),
                Map.entry("wellmet.mail.security", "tls"),
                Map.entry("wellmet.mail.user", "postman"),
                Map.entry("wellmet.mail.password", "secret two"),
                Map.entry("wellmet.mail.from", "wellmet@example.org"))::get);

        assertThat(settings.publicAddress()).hasToString("https://people.example.org");
        assertThat(settings.trustedProxies())
                .containsExactlyInAnyOrder(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
        assertThat(settings.database().orElseThrow().user()).isEqualTo("people");
        MailServer mail = settings.mail().orElseThrow();
        assertThat(mail.port()).isEqualTo(465);
        assertThat(mail.password().orElseThrow().value()).isEqualTo("secret two");
        assertThat(settings.toString()).doesNotContain("secret one").doesNotContain("secret two");
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsNameItsValueAndWhatIsAllowed() {
        assertThat(problems(Map.of(
                        "wellmet.port", "80a",
                        "wellmet.public-address", "people.example.org",
                        "wellmet.trusted-proxies", "127.0.0.1, proxy.example.org",
                        "wellmet.demo", "perhaps",
                        "wellmet.database.url", "mysql://db",
                        "wellmet.mail.host", "mail.example.org",
                        "wellmet.mail.port", "0",
                        "wellmet.mail.security", "ssl",
                        "wellmet.mail.from", "nobody")))
                .containsExactlyInAnyOrder(
                        "wellmet.port (WELLMET_PORT) is \"80a\"; allowed is a whole number from 1 to 65535.",
                        "wellmet.public-address (WELLMET_PUBLIC_ADDRESS) is \"people.example.org\";"
                                + " allowed is an address like https://people.example.org, without a path.",
                        "wellmet.trusted-proxies (WELLMET_TRUSTED_PROXIES) is \"127.0.0.1, proxy.example.org\";"
                                + " allowed is addresses in digits with commas between them, like 127.0.0.1, ::1.",
                        "wellmet.demo (WELLMET_DEMO) is \"perhaps\"; allowed is true or false.",
                        "wellmet.database.url (WELLMET_DATABASE_URL) is \"mysql://db\";"
                                + " allowed is an address like jdbc:postgresql://db.example.org/wellmet.",
                        "wellmet.mail.port (WELLMET_MAIL_PORT) is \"0\"; allowed is a whole number from 1 to 65535.",
                        "wellmet.mail.security (WELLMET_MAIL_SECURITY) is \"ssl\"; allowed is none, starttls or tls.",
                        "wellmet.mail.from (WELLMET_MAIL_FROM) is \"nobody\";"
                                + " allowed is an address like wellmet@example.org.");
    }

    @Test
    void aPasswordInAnAddressIsRefusedWithoutBeingRepeated() {
        assertThat(problems(Map.of("wellmet.database.url", "jdbc:postgresql://db/people?user=p&password=hush")))
                .singleElement()
                .asString()
                .contains("WELLMET_DATABASE_PASSWORD")
                .doesNotContain("hush");
    }

    @Test
    void aDemoRunsInADatabaseOfItsOwnOnly() {
        assertThat(problems(Map.of("wellmet.demo", "true", "wellmet.database.url", "jdbc:postgresql://db/people")))
                .singleElement()
                .asString()
                .contains("wellmet.demo");
        assertThat(Settings.read(Map.of("wellmet.demo", "true")::get).dataFolder())
                .isEqualTo(Path.of("data-demo").toAbsolutePath());
    }

    @Test
    void theEnvironmentIsHeardBeforeTheFileAndAMistypedNameInItIsRefused() throws Exception {
        Path file = Files.writeString(
                TestFolder.fresh().resolve("wellmet.properties"), "wellmet.port=9000\nwellmet.data=/srv/wellmet\n");
        Map<String, Object> variables = new HashMap<>();
        variables.put("WELLMET_SETTINGS", file.toString());
        variables.put("WELLMET_PORT", "9001");
        variables.put("WELLMET_PUBLIC_ADDRESS", "https://people.example.org");
        StandardEnvironment environment = environment(variables);

        Settings settings = SettingsFile.read(environment::getProperty).settings(environment::getProperty);
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.publicAddress()).hasToString("https://people.example.org");
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/wellmet"));

        Files.writeString(file, "wellmet.prot=9000\n");
        variables.put("WELLMET_PORT", "many");
        assertThat(refused(() -> SettingsFile.read(environment::getProperty).settings(environment::getProperty)))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("\"wellmet.prot\""))
                .anyMatch(problem -> problem.contains("WELLMET_PORT"));
    }

    @Test
    void theDocumentedFileNamesEverySetting() throws IOException {
        Properties lines = new Properties();
        String text = Files.readString(Path.of("..", "docs", "wellmet.properties"));
        lines.load(new StringReader(text.replaceAll("(?m)^#(wellmet\\.)", "$1")));

        assertThat(lines.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(Settings.NAMES);
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }

    private static List<String> problems(Map<String, String> values) {
        return refused(() -> Settings.read(values::get));
    }

    private static List<String> refused(ThrowingCallable start) {
        return catchThrowableOfType(SettingsRefused.class, start).problems();
    }
}
