package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The launcher for Windows says what the one for the others says.
class LauncherTest {
    @Test
    void bothKeepTheDemoWhereTheEnvironmentSaysAndElseInTheSameFolder() throws IOException {
        assertThat(demoLines("../wellmet"))
                .hasSize(2)
                .allMatch(line -> line.contains("\"-Dwellmet.data=${WELLMET_DEMO_DATA:-data-demo}\""));
        assertThat(demoLines("../wellmet.cmd"))
                .hasSize(2)
                .allMatch(line -> line.contains("\"-Dwellmet.data=%WELLMET_DEMO_DATA%\""));
        assertThat(Files.readAllLines(Path.of("../wellmet.cmd")))
                .filteredOn("if \"%WELLMET_DEMO_DATA%\"==\"\" set \"WELLMET_DEMO_DATA=data-demo\""::equals)
                .hasSize(2);
    }

    private static List<String> demoLines(String launcher) throws IOException {
        return Files.readAllLines(Path.of(launcher)).stream()
                .filter(line -> line.contains("-Dwellmet.demo=true"))
                .toList();
    }
}
