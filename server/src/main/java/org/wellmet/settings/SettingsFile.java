package org.wellmet.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The lines of the settings file: `wellmet.properties` where the server is started, or what `WELLMET_SETTINGS` names.
/// There need not be one. A name that nobody understands is a problem, for it is mostly one that was mistyped.
///
/// Immutable.
public record SettingsFile(Map<String, String> values, List<String> problems) {
    private static final String PLACE = "wellmet.settings";
    private static final String USUAL_PLACE = "wellmet.properties";

    /// Copies both.
    public SettingsFile {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /// Reads the file that `environment` names, or the usual one.
    public static SettingsFile read(Function<String, @Nullable String> environment) {
        String named = environment.apply(PLACE);
        Path file = Path.of(named == null ? USUAL_PLACE : named);
        if (named == null && !Files.exists(file)) {
            return new SettingsFile(Map.of(), List.of());
        }
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException | IllegalArgumentException problem) {
            return new SettingsFile(
                    Map.of(),
                    List.of("wellmet.settings (WELLMET_SETTINGS) is \"" + file
                            + "\"; allowed is a file with lines like wellmet.port=8080 (" + problem + ")."));
        }
        return checked(file, lines);
    }

    /// The settings of the environment, and of this file where the environment is silent.
    public Settings settings(Function<String, @Nullable String> environment) {
        return Settings.read(
                name -> {
                    String value = environment.apply(name);
                    return value == null ? values.get(name) : value;
                },
                problems);
    }

    private static SettingsFile checked(Path file, Properties lines) {
        Map<String, String> values = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> values.put(name, lines.getProperty(name)));
        List<String> problems = new ArrayList<>();
        for (String name : values.keySet()) {
            if (!Settings.NAMES.contains(name)) {
                problems.add("\"" + name + "\" in " + file + " is no setting; allowed are "
                        + String.join(", ", Settings.NAMES) + ".");
            }
        }
        return new SettingsFile(values, problems);
    }
}
