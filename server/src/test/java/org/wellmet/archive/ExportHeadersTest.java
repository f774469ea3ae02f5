package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExportHeadersTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String NOTES = "Notes:\n\"When exporting your connection data, you may notice\"\n\n";

    private final ExportHeaders headers = ExportHeaders.known();

    static Stream<Arguments> everyHeader() throws IOException {
        try (InputStream json = ExportHeadersTest.class.getResourceAsStream("/linkedin-export/headers-by-era.json")) {
            List<Arguments> all = new ArrayList<>();
            JsonMapper.shared()
                    .readTree(json)
                    .forEachEntry((name, eras) -> eras.forEach((JsonNode era) ->
                            all.add(Arguments.of(name, era.get("header").asString()))));
            return all.stream();
        }
    }

    @Test
    void thereAreEightyFourHeaderLines() throws IOException {
        assertThat(everyHeader()).hasSize(84);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyHeader")
    void everyHeaderLineIsKnownInEveryWriting(String name, String header) {
        for (String line : List.of(header, header.replace(',', ';'), header.replace(',', '\t'), quoted(header))) {
            for (String ending : List.of("\n", "\r\n", "\r")) {
                assertKnown(line + ending + "a,b" + ending);
                assertKnown(NOTES.replace("\n", ending) + line + ending);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyHeader")
    void whatIsTakenOverIsToldFromWhatIsNot(String name, String header) {
        ExportFile expected = switch (name) {
            case "Connections.csv" -> ExportFile.CONNECTIONS;
            case "Profile.csv" -> ExportFile.PROFILE;
            case "Positions.csv" -> ExportFile.POSITIONS;
            case "Education.csv" -> ExportFile.EDUCATION;
            case "Certifications.csv" -> ExportFile.CERTIFICATES;
            case "Languages.csv" -> ExportFile.LANGUAGES;
            case "Email Addresses.csv" -> ExportFile.EMAIL_ADDRESSES;
            case "Skills.csv" -> ExportFile.SKILLS;
            case "Profile Summary.csv" -> ExportFile.PROFILE_SUMMARY;
            default -> null;
        };

        assertThat(headers.find(header).orElseThrow().file().orElse(null)).isEqualTo(expected);
    }

    @Test
    void anUnknownFileIsUnknownWhateverFollows() {
        assertThat(headers.find("Col A,Col B\nx,y\nName\n")).isEmpty();
        assertThat(headers.find("<html>\n<head>\nName\n")).isEmpty();
        assertThat(headers.find("")).isEmpty();
        assertThat(headers.find("\n\n\n")).isEmpty();
    }

    @Test
    void aColumnMoreDoesNoHarm() {
        String header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On,Mood\n";

        assertThat(headers.find(header).orElseThrow().file()).contains(ExportFile.CONNECTIONS);
    }

    private void assertKnown(String text) {
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, WINDOWS_1252)) {
            assertThat(headers.find(ExportText.of(text.getBytes(charset))))
                    .as("%s in %s", text, charset)
                    .isPresent();
            if (!charset.equals(WINDOWS_1252)) {
                assertThat(headers.find(ExportText.of(("\uFEFF" + text).getBytes(charset))))
                        .as("marked, %s in %s", text, charset)
                        .isPresent();
            }
        }
    }

    private static String quoted(String header) {
        return "\"" + header.replace(",", "\",\"") + "\"";
    }
}
