package org.wellmet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.StandardEnvironment;
import org.wellmet.relevance.EvaluateCommand;
import org.wellmet.settings.Settings;
import org.wellmet.settings.SettingsFile;
import org.wellmet.settings.SettingsRefused;

/// The server.
// Beans go by their full names, so that two features may each have a class of one name.
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public final class Wellmet {
    private static final int EXIT_SETTINGS = 2;

    private Wellmet() {}

    /// Runs the command that the first argument names, or else the server:
    /// reads the settings, starts the server, and says its address. Ends with 2 when the settings cannot stand.
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(EvaluateCommand.NAME)) {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.exit(EvaluateCommand.run(rest, System.out, System.err));
        }
        try {
            start(arguments);
        } catch (SettingsRefused refused) {
            System.err.println("Wellmet does not start, these settings need mending:");
            refused.problems().forEach(problem -> System.err.println("  " + problem));
            System.exit(EXIT_SETTINGS);
        }
    }

    private static void start(String[] arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        SettingsFile file = SettingsFile.read(environment::getProperty);
        Settings settings = file.settings(environment::getProperty);
        SpringApplication application = new SpringApplication(Wellmet.class);
        application.setDefaultProperties(defaults(settings, file));
        application.addListeners((ApplicationListener<ApplicationReadyEvent>)
                _ -> System.out.println("Wellmet runs at " + settings.publicAddress() + "/"));
        application.run(arguments);
    }

    private static Map<String, Object> defaults(Settings settings, SettingsFile file) {
        Map<String, Object> defaults = new HashMap<>(file.values());
        defaults.put("server.port", settings.port());
        defaults.put(
                "logging.file.name",
                settings.dataFolder().resolve("logs/wellmet.log").toString());
        return defaults;
    }
}
