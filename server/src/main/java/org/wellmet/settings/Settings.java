package org.wellmet.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the operator decided. `publicAddress` is what members type and what links in mails begin with; it has no path
/// and no slash at its end. `trustedProxies` are believed when they say whose request they pass on. Without a
/// `database` the server brings its own, without `mail` mails stay in the outbox.
///
/// Immutable.
public record Settings(
        int port,
        URI publicAddress,
        Set<InetAddress> trustedProxies,
        Path dataFolder,
        boolean isDemo,
        Optional<DatabaseAddress> database,
        Optional<MailServer> mail) {

    /// Every name that is understood.
    public static final List<String> NAMES = List.of(
            "wellmet.port",
            "wellmet.public-address",
            "wellmet.trusted-proxies",
            "wellmet.data",
            "wellmet.demo",
            "wellmet.database.url",
            "wellmet.database.user",
            "wellmet.database.password",
            "wellmet.mail.host",
            "wellmet.mail.port",
            "wellmet.mail.security",
            "wellmet.mail.user",
            "wellmet.mail.password",
            "wellmet.mail.from");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    /// Copies the proxies.
    public Settings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /// Reads every setting from a source that answers null to a name that it does not know.
    ///
    /// Throws [SettingsRefused] with everything that is wrong.
    public static Settings read(Function<String, @Nullable String> source) {
        return read(source, List.of());
    }

    /// As above, with what was found wrong before.
    static Settings read(Function<String, @Nullable String> source, List<String> problems) {
        SettingsReader reader = new SettingsReader(source);
        problems.forEach(reader::refuse);
        int port = reader.number("wellmet.port", DEFAULT_PORT, 1, LAST_PORT);
        URI address = reader.value(
                        "wellmet.public-address",
                        "an address like https://people.example.org, without a path",
                        Settings::publicAddress)
                .orElseGet(() -> URI.create("http://localhost:" + port));
        Set<InetAddress> proxies = reader.value(
                        "wellmet.trusted-proxies",
                        "addresses in digits with commas between them, like 127.0.0.1, ::1",
                        Settings::addresses)
                .orElse(Set.of());
        boolean isDemo =
                reader.value("wellmet.demo", "true or false", Settings::yesOrNo).orElse(false);
        Path folder = reader.value("wellmet.data", "the path of a folder", Settings::path)
                .orElseGet(() -> Path.of(isDemo ? "data-demo" : "data"));
        Settings settings = new Settings(
                port, address, proxies, folder.toAbsolutePath().normalize(), isDemo, database(reader), mail(reader));
        if (isDemo && reader.text("wellmet.database.url").isPresent()) {
            reader.refuse("wellmet.demo (WELLMET_DEMO) is \"true\" beside wellmet.database.url;"
                    + " the demo runs in a database of its own only.");
        }
        reader.finish();
        return settings;
    }

    private static Optional<DatabaseAddress> database(SettingsReader reader) {
        Optional<String> url = reader.text("wellmet.database.url");
        Optional<String> user = reader.text("wellmet.database.user");
        Optional<Secret> password = reader.secret("wellmet.database.password");
        if (url.isEmpty()) {
            if (user.isPresent() || password.isPresent()) {
                reader.refuse("wellmet.database.url (WELLMET_DATABASE_URL) is missing beside a user or a password.");
            }
            return Optional.empty();
        }
        if (url.get().toLowerCase(Locale.ROOT).contains("password=")) {
            reader.refuse("wellmet.database.url (WELLMET_DATABASE_URL) holds a password;"
                    + " allowed is one in wellmet.database.password (WELLMET_DATABASE_PASSWORD) only.");
        } else if (!url.get().startsWith("jdbc:postgresql://")) {
            reader.refuse(
                    "wellmet.database.url", url.get(), "an address like jdbc:postgresql://db.example.org/wellmet");
        }
        return Optional.of(new DatabaseAddress(url.get(), user.orElse("wellmet"), password.orElse(new Secret(""))));
    }

    private static Optional<MailServer> mail(SettingsReader reader) {
        Optional<String> host = reader.text("wellmet.mail.host");
        MailServer.Security security = reader.value(
                        "wellmet.mail.security", "none, starttls or tls", Settings::security)
                .orElse(MailServer.Security.STARTTLS);
        int port = reader.number("wellmet.mail.port", usualPort(security), 1, LAST_PORT);
        Optional<String> from = reader.value(
                "wellmet.mail.from",
                "an address like wellmet@example.org",
                text -> Optional.of(text).filter(MAIL_ADDRESS.asMatchPredicate()));
        if (host.isPresent() && reader.text("wellmet.mail.from").isEmpty()) {
            reader.refuse("wellmet.mail.from (WELLMET_MAIL_FROM) is missing beside wellmet.mail.host;"
                    + " allowed is an address like wellmet@example.org.");
        }
        Optional<String> user = reader.text("wellmet.mail.user");
        Optional<Secret> password = reader.secret("wellmet.mail.password");
        return host.map(name -> new MailServer(name, port, security, user, password, from.orElse("")));
    }

    private static int usualPort(MailServer.Security security) {
        return switch (security) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        };
    }

    private static Optional<MailServer.Security> security(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.of(MailServer.Security.NONE);
            case "starttls" -> Optional.of(MailServer.Security.STARTTLS);
            case "tls" -> Optional.of(MailServer.Security.TLS);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    // Digits only: a name would be believed at whatever address it points to one day.
    private static Optional<Set<InetAddress>> addresses(String text) {
        Set<InetAddress> addresses = new HashSet<>();
        for (String address : text.split(",", -1)) {
            try {
                addresses.add(InetAddress.ofLiteral(address.strip()));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.of(addresses);
    }

    private static Optional<URI> publicAddress(String text) {
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean isBare = "".equals(address.getRawPath())
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            return isWeb && isBare && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
