package org.wellmet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.StandardEnvironment;
import org.wellmet.relevance.EvaluateCommand;
import org.wellmet.relevance.RefitCommand;
import org.wellmet.relevance.RefitOutcome;
import org.wellmet.relevance.Refitting;
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
            if (arguments.length > 0 && arguments[0].equals(RefitCommand.NAME)) {
                List<String> rest = List.of(arguments).subList(1, arguments.length);
                System.exit(RefitCommand.run(rest, settings().dataFolder(), System.out, System.err, Wellmet::refit));
            }
            start(arguments);
        } catch (SettingsRefused refused) {
            System.err.println("Wellmet does not start, these settings need mending:");
            refused.problems().forEach(problem -> System.err.println("  " + problem));
            System.exit(EXIT_SETTINGS);
        }
    }

    private static void start(String[] arguments) {
        Settings settings = settings();
        SpringApplication application = application(settings);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>)
                _ -> System.out.println("Wellmet runs at " + settings.publicAddress() + "/"));
        application.run(arguments);
    }

    /// With a server that lives as long as this takes, on a port that only this machine reaches.
    private static RefitOutcome refit() {
        SpringApplication application = application(settings());
        application.setBannerMode(Banner.Mode.OFF);
        try (ConfigurableApplicationContext server = application.run("--server.port=0", "--server.address=127.0.0.1")) {
            return server.getBean(Refitting.class).refit();
        }
    }

    private static Settings settings() {
        return file().settings(new StandardEnvironment()::getProperty);
    }

    private static SettingsFile file() {
        return SettingsFile.read(new StandardEnvironment()::getProperty);
    }

    private static SpringApplication application(Settings settings) {
        SpringApplication application = new SpringApplication(Wellmet.class);
        application.setDefaultProperties(defaults(settings, file()));
        return application;
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
