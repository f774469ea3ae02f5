package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StylesheetsTest {
    private static final Path STATIC = Path.of("src", "main", "resources", "static");

    /// They come with the first view of every visitor, which fits in 40 KB compressed.
    @Test
    void bothTogetherStayUnderThirtyThousandBytes() throws IOException {
        long bytes = 0;
        for (String name : List.of("tokens.css", "wellmet.css")) {
            bytes += Files.size(STATIC.resolve(name));
        }

        assertThat(bytes).isLessThan(30_000);
    }

    @Test
    void aFieldThatTakesTheRestOfItsRowIsStyled() throws IOException {
        assertThat(Files.readString(STATIC.resolve("wellmet.css"))).contains(".row > .grow {");
    }
}
