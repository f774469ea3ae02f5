package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of the README compiles and prints what stands below it, at its first run and when it finds its file.
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleDoesWhatItSays() throws Exception {
        List<String> blocks = List.of(Files.readString(Path.of("README.md")).split("```"));
        Path source =
                Files.writeString(folder.resolve("Example.java"), blocks.get(1).substring("java".length()));
        String classes = System.getProperty("java.class.path");
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classes, "-d", "" + folder, "" + source);
        assertThat(failures).isZero();

        assertThat(run(classes)).isEqualTo(blocks.get(3).strip());
        assertThat(folder.resolve("graph.bin")).isRegularFile();
        assertThat(run(classes)).as("from the file").contains("THIRD");
    }

    private String run(String classes) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process example = new ProcessBuilder(java, "-cp", folder + ":" + classes, "Example", folder + "/graph.bin")
                .redirectErrorStream(true)
                .start();
        String said = new String(example.getInputStream().readAllBytes()).strip();
        assertThat(example.waitFor()).as(said).isZero();
        return said;
    }
}
