package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.archive.Resume.Certificate;
import org.wellmet.archive.Resume.Language;
import org.wellmet.archive.Resume.Link;

final class LinkedInExportTest {
    static final String OF_2018 = "2018-04_Complete_LinkedInDataExport_11-04-2018.zip";
    static final String OF_2026 = "2026-08_Complete_LinkedInDataExport_08-25-2026.zip";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private final LinkedInExport export = new LinkedInExport();

    @Test
    void theArchiveOf2018IsRead() throws IOException {
        LinkedInArchive archive = read(fixture(OF_2018));

        assertThat(archive.resume().person().name()).isEqualTo("Ilse Vantongeren");
        assertThat(archive.resume().person().headline()).isEqualTo("Hydraulic engineer");
        assertThat(archive.resume().person().area()).isEqualTo("Middelburg");
        assertThat(archive.resume().person().email()).contains("ilse@example.org");
        assertThat(archive.resume().person().links()).containsExactly(new Link("other", "https://ilse.example.org"));
        assertPositionsEducationAndSkills(archive.resume());
        assertThat(archive.resume().languages()).isEmpty();
        assertThat(archive.contacts()).hasSize(7);
        assertThat(archive.contacts().getFirst())
                .isEqualTo(new Contact(
                        "Joris",
                        "Pellgrim",
                        Optional.empty(),
                        Optional.of("joris.pellgrim@example.org"),
                        "Quayside Robotics, Inc.",
                        "VP, Engineering",
                        Optional.of(LocalDate.of(2017, 9, 24))));
        assertThat(archive.leftAlone()).contains("Messages", "Imported Contacts", "Logins", "Saved Jobs");
        assertThat(archive.unknown()).containsExactly("2017-12-09 04:54:08.html", "Shares.csv");
    }

    @Test
    void theArchiveOf2026IsRead() throws IOException {
        LinkedInArchive archive = read(fixture(OF_2026));

        assertThat(archive.resume().person().headline()).isEqualTo("Hydraulic engineer | \"Keeps the sea out\"");
        assertThat(archive.resume().person().about()).isEqualTo("I build sluices.\n\nBefore that: bridges.");
        assertThat(archive.resume().person().area()).isEqualTo("Middelburg, Zeeland, Netherlands");
        assertThat(archive.resume().person().links())
                .containsExactly(
                        new Link("portfolio", "https://ilse.example.org"),
                        new Link("blog", "https://blog.example.org/a?b=1"));
        assertPositionsEducationAndSkills(archive.resume());
        assertThat(archive.resume().languages())
                .containsExactly(
                        new Language("Nederlands", "Native or bilingual proficiency"), new Language("Frysk", ""));
        assertThat(archive.resume().certificates())
                .containsExactly(new Certificate(
                        "Prince2 Practitioner", "Axelos", "", PartialDate.parse("2020"), PartialDate.parse("2027-01")));
        assertThat(archive.contacts()).hasSize(7);
        assertThat(archive.contacts().get(1).address()).contains(new ProfileAddress("fx-amélie-fournier"));
        assertThat(archive.contacts())
                .extracting(Contact::name)
                .containsExactly(
                        "Joris Pellgrim",
                        "Amélie Fournier-Brûlé",
                        "Sofía 🚀 Núñez, PMP, CSM",
                        "Mohamed Ali",
                        "Mohamed Ali",
                        "Wren (Wrenna) O'Dell \"Dell\"",
                        "");
        assertThat(archive.contacts().getLast().isClosed()).isTrue();
        assertThat(archive.contacts().getLast().connectedOn()).contains(LocalDate.of(2020, 11, 9));
        assertThat(archive.leftAlone()).contains("messages", "Comments", "Invitations", "Shares", "Votes");
        assertThat(archive.unknown()).contains("Some Future File.csv");
    }

    @Test
    void onlyWhatIsThereIsRead() throws IOException {
        LinkedInArchive archive = read(Zips.zip("x.csv", "Name\nHydraulics\n\n,\nC++\nHydraulics\n"));

        assertThat(archive.resume().skills()).containsExactly("Hydraulics", "C++");
        assertThat(archive.contacts()).isEmpty();
        assertThat(archive.resume().person().name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void aConnectionIsTheSameInEveryEncodingAndWithEveryDelimiter(String encoding) throws IOException {
        String comma = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
                + "Amélie,Brûlé,https://www.linkedin.com/in/am%C3%A9lie,,\"Ateliers \"\"Azur\"\"\r\nSud\",Ingénieure,03 Jan 2019\r\n";
        for (String delimiter : List.of(",", ";", "\t")) {
            byte[] bytes = comma.replace(",", delimiter).getBytes(Charset.forName(encoding));

            assertThat(read(Zips.zip(Map.of("any name", bytes))).contacts())
                    .as("delimited by %s", delimiter)
                    .containsExactly(new Contact(
                            "Amélie",
                            "Brûlé",
                            Optional.of(new ProfileAddress("amélie")),
                            Optional.empty(),
                            "Ateliers \"Azur\" Sud",
                            "Ingénieure",
                            Optional.of(LocalDate.of(2019, 1, 3))));
        }
    }

    @Test
    void aCharacterCutInTwoByTheLookAtTheBeginningDoesNoHarm() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String skills = "Name\n" + "x".repeat(shift) + "é🚀".repeat(4_000).replaceAll("(.{80})", "$1\n");

            assertThat(read(Zips.zip("s", skills)).resume().skills().getFirst()).contains("é🚀");
        }
    }

    @Test
    void brokenQuotesLoseNoFile() throws IOException {
        String rows = "Company Name,Title,Description,Location,Started On,Finished On\n"
                + "Delta,Engineer,\"a \\\"quote\\\" here\",Gent,Mar 2021,\n"
                + "Brug,Engineer,\"First. \"\"\n\"\"\n\"\"Second\",Gent,2015,Feb 2021\n"
                + "Short,Row\n"
                + "Long,Row,,,,,too,much\n"
                + "Open,Row,\"never closed,,,\n";

        assertThat(read(Zips.zip("p", rows)).resume().positions())
                .extracting(Resume.Position::organisation)
                .contains("Delta", "Brug", "Short", "Long", "Open");
    }

    @Test
    void anExcelFileIsRead() throws IOException {
        byte[] excel =
                "Notes:;;;;;;\r\n\"When exporting\";;;;;;\r\n;;;;;;\r\nFirst Name;Last Name;URL;Email Address;Company;Position;Connected On\r\nZoë;Müller;;ZOE@Example.org;Straße AG;CEO;24 Sep 2023\r\n;;;;;;\r\n"
                        .getBytes(WINDOWS_1252);

        assertThat(read(Zips.zip(Map.of("Connections.csv", excel))).contacts())
                .containsExactly(new Contact(
                        "Zoë",
                        "Müller",
                        Optional.empty(),
                        Optional.of("zoe@example.org"),
                        "Straße AG",
                        "CEO",
                        Optional.of(LocalDate.of(2023, 9, 24))));
    }

    @Test
    void whatCameInIsCleanAndBounded() throws IOException {
        String wild = "Name\n\u0000\u0007a\u202Eb\u0000\n" + "long ".repeat(200) + "\n";
        byte[] lonely = ("Name\n\uFEFFx").getBytes(StandardCharsets.UTF_16LE);
        byte[] half = Arrays.copyOf(lonely, lonely.length + 2);
        half[half.length - 1] = (byte) 0xD8;

        assertThat(read(Zips.zip("s", wild)).resume().skills()).first().isEqualTo("ab");
        assertThat(read(Zips.zip("s", wild)).resume().skills())
                .allSatisfy(skill -> assertThat(skill.length()).isLessThanOrEqualTo(Resume.MAX_NAME));
        assertThat(read(Zips.zip(Map.of("s", half)))
                        .resume()
                        .skills()
                        .getFirst()
                        .chars())
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Test
    void aLinkThatIsNotOnTheWebIsLeftOut() throws IOException {
        String profile = "First Name,Last Name,Headline,Summary,Websites\n"
                + "A,B,,,\"[PERSONAL:javascript:alert(1),BLOG:https://user:secret@example.org/,OTHER:https://ok.example.org]\"\n";

        assertThat(read(Zips.zip("p", profile)).resume().person().links())
                .containsExactly(new Link("other", "https://ok.example.org"));
    }

    @Test
    void thirtyThousandConnectionsAreReadQuicklyAndOnlyOnceEach() throws IOException {
        StringBuilder rows =
                new StringBuilder("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
        for (int i = 0; i < 30_000; i++) {
            rows.append(
                    "Ann,Lee,https://www.linkedin.com/in/ann-%d,,Firm %d,Clerk,24 Sep 2023\n".formatted(i % 29_000, i));
        }

        assertThat(read(Zips.zip("c", rows.toString())).contacts()).hasSize(29_000);
    }

    private static void assertPositionsEducationAndSkills(Resume resume) {
        assertThat(resume.positions())
                .containsExactly(
                        new Resume.Position(
                                "Deltawerk BV",
                                "Senior Engineer",
                                "Led the Oosterschelde gate refit.\n- 62 gates\n- 3 crews",
                                "Middelburg",
                                PartialDate.parse("2021-03"),
                                Optional.empty()),
                        new Resume.Position(
                                "Brugbouw NV",
                                "Engineer",
                                "",
                                "Gent, België",
                                PartialDate.parse("2015"),
                                PartialDate.parse("2021-02")));
        assertThat(resume.education())
                .containsExactly(
                        new Resume.Education(
                                "TU Delft",
                                "MSc, Hydraulic Engineering",
                                "",
                                "Rowing",
                                PartialDate.parse("2009"),
                                PartialDate.parse("2014-07")),
                        new Resume.Education("", "VWO", "", "", PartialDate.parse("1997"), PartialDate.parse("2003")));
        assertThat(resume.skills()).containsExactly("Hydraulics", "C++", "Project Management, Prince2", "Français");
    }

    private LinkedInArchive read(byte[] zip) throws IOException {
        return read(Zips.file(folder, zip));
    }

    private LinkedInArchive read(Path file) throws IOException {
        return ((ReadArchiveOutcome.Read) export.read(file)).archive();
    }

    static Path fixture(String name) {
        try {
            return Path.of(LinkedInExportTest.class
                    .getResource("/linkedin-export/" + name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
