package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.archive.Resume.Certificate;
import org.wellmet.archive.Resume.Education;
import org.wellmet.archive.Resume.Language;
import org.wellmet.archive.Resume.Link;
import org.wellmet.archive.Resume.Person;
import org.wellmet.archive.Resume.Position;
import tools.jackson.databind.json.JsonMapper;

final class JsonResumeTest {
    static final Resume EVERYTHING = new Resume(
            new Person(
                    "Ilse Vantongeren",
                    "Hydraulic engineer | \"Keeps the sea out\"",
                    "I build sluices.\n\nBefore that: bridges.",
                    "Middelburg, Zeeland",
                    Optional.of("ilse@example.org"),
                    List.of(
                            new Link("website", "https://ilse.example.org"),
                            new Link("blog", "https://b.example.org"))),
            List.of(
                    new Position(
                            "Deltawerk BV",
                            "Senior Engineer",
                            "Led the refit.\n- 62 gates",
                            "Middelburg",
                            PartialDate.parse("2021-03"),
                            Optional.empty()),
                    new Position(
                            "Brugbouw",
                            "Engineer",
                            "",
                            "",
                            PartialDate.parse("2015"),
                            PartialDate.parse("2021-02-28"))),
            List.of(new Education(
                    "TU Delft",
                    "MSc",
                    "Hydraulics",
                    "Rowing",
                    PartialDate.parse("2009"),
                    PartialDate.parse("2014-07"))),
            List.of("Hydraulics", "C++"),
            List.of("Tidal energy"),
            List.of(new Language("Nederlands", "Native"), new Language("Frysk", "")),
            List.of(new Certificate(
                    "Prince2",
                    "Axelos",
                    "https://axelos.example.org",
                    PartialDate.parse("2020"),
                    PartialDate.parse("2027-01"))));

    private final JsonResume json = new JsonResume();

    static Stream<Arguments> vectors() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (String section :
                List.of("awards", "basics", "certificates", "education", "languages", "skills", "volunteer", "work")) {
            try (InputStream file = open("test-" + section + ".json")) {
                JsonMapper.shared()
                        .readTree(file)
                        .forEachEntry((name, document) -> all.add(Arguments.of(section, name, document.toString())));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("vectors")
    void everyVectorOfTheSchemaIsJudgedAsThere(String section, String name, String document) {
        ReadResumeOutcome outcome = json.read(document.getBytes(StandardCharsets.UTF_8));

        if (name.contains("Invalid")) {
            assertThat(outcome).isInstanceOf(ReadResumeOutcome.NotAResume.class);
        } else {
            assertThat(outcome).isInstanceOf(ReadResumeOutcome.Read.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "senior-engineer", "new-grad", "career-changer"})
    void everySampleIsRead(String name) throws IOException {
        Resume resume;
        try (InputStream file = open(name + ".resume.json")) {
            resume = ((ReadResumeOutcome.Read) json.read(file.readAllBytes())).resume();
        }

        assertThat(resume.person().name()).isNotEmpty();
        assertThat(resume.positions()).isNotEmpty();
        assertThat(resume.education()).isNotEmpty();
        assertThat(resume.skills()).isNotEmpty();
        assertThat(readBack(resume)).isEqualTo(readBack(readBack(resume)));
    }

    @Test
    void whatGoesOutComesInWhole() {
        assertThat(readBack(EVERYTHING)).isEqualTo(EVERYTHING);
        assertThat(readBack(Resume.EMPTY)).isEqualTo(Resume.EMPTY);
    }

    @Test
    void whatIsNotAResumeIsRefusedWithThePlace() {
        assertThat(json.read(bytes("{\"work\":[{\"startDate\":\"soon\"}],\"skills\":null}")))
                .isEqualTo(new ReadResumeOutcome.NotAResume(List.of("skills", "work[0].startDate")));
        assertThat(json.read(bytes("[]"))).isEqualTo(new ReadResumeOutcome.NotAResume(List.of("$")));
        assertThat(json.read(bytes("\"x\""))).isEqualTo(new ReadResumeOutcome.NotAResume(List.of("$")));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThat(json.read(bytes("name: x"))).isEqualTo(new ReadResumeOutcome.NotJson());
        assertThat(json.read(bytes("{\"a\":"))).isEqualTo(new ReadResumeOutcome.NotJson());
        assertThat(json.read(bytes("[".repeat(100_000)))).isEqualTo(new ReadResumeOutcome.NotJson());
        assertThat(json.read(new byte[JsonResume.MAX_BYTES + 1])).isInstanceOf(ReadResumeOutcome.TooLong.class);
        assertThat(json.read(new byte[0])).isNotInstanceOf(ReadResumeOutcome.Read.class);
    }

    @Test
    void aFileThatPointsElsewhereIsJudgedByOurSchemaAndNothingIsFetched() {
        String document =
                "{\"$schema\":\"http://127.0.0.1:1/schema.json\",\"$ref\":\"http://127.0.0.1:1/x\",\"basics\":{\"name\":\"A\"}}";

        assertThat(json.read(bytes(document))).isInstanceOf(ReadResumeOutcome.Read.class);
    }

    @Test
    void wildTextComesInClean() {
        String document =
                "{\"basics\":{\"name\":\"A\\u0000\\ud800B\",\"summary\":\"a\\r\\n\\r\\n\\r\\nb\",\"url\":\"javascript:alert(1)\"}}";
        Resume resume = ((ReadResumeOutcome.Read) json.read(bytes(document))).resume();

        assertThat(resume.person().name()).isEqualTo("A\uFFFDB");
        assertThat(resume.person().about()).isEqualTo("a\n\nb");
        assertThat(resume.person().links()).isEmpty();
    }

    private Resume readBack(Resume resume) {
        return ((ReadResumeOutcome.Read) json.read(bytes(ResumeWriter.jsonResume(resume)))).resume();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream open(String name) {
        return JsonResumeTest.class.getResourceAsStream("/jsonresume/" + name);
    }
}
