package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is brought and cannot be taken as it is: refused with its reason, or cut, and never an error.
final class ArchiveUploadTest extends ServerTest {
    @Autowired
    private Profiles profiles;

    @Autowired
    private UploadFolder uploads;

    @Test
    void theFolderOfUploadsIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(uploads.folder())))
                .isEqualTo("rwx------");
    }

    @Test // T22
    void aRefusedArchiveIsAPageWithItsReasonAndLeavesNothing() throws IOException {
        MemberId member = aMember("Trap Setter");
        Visitor browser = visitor(member);
        for (byte[] trap : List.of(
                Zips.zip("../Skills.csv", "Name\nx\n"),
                Zips.zip(Map.of("Connections.csv", new byte[50 << 20])),
                Zips.emptyFiles(100_000),
                "not a zip".getBytes(StandardCharsets.UTF_8),
                Zips.zip("holiday.txt", "sun"))) {
            Visitor.Answer answer = browser.upload("/archive/linkedin", Map.of(), "archive", "x.zip", trap);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("[role=alert]").text()).startsWith("Nothing was taken in.");
        }

        assertThat(browser.get("/archive/preview").status()).isEqualTo(303);
        assertNothingLeftOnDisk();
    }

    @Test
    void noFileAndAnEmptyFileAreRefusedByName() {
        Visitor browser = visitor(aMember("Empty Handed"));

        assertThat(browser.upload("/archive/linkedin", Map.of(), "archive", "x.zip", new byte[0])
                        .page()
                        .select("#archive-error")
                        .text())
                .isEqualTo("Choose a file first.");
        assertThat(browser.upload("/archive/resume", Map.of(), "other", "x.json", new byte[3])
                        .page()
                        .select("#resume-error")
                        .text())
                .isEqualTo("Choose a file first.");
    }

    @Test
    void aTwentyFirstUploadInAnHourWaits() {
        Visitor browser = visitor(aMember("Busy Uploader"));
        byte[] file = "not a zip".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            assertThat(browser.upload("/archive/linkedin", Map.of(), "archive", "x.zip", file)
                            .status())
                    .isEqualTo(422);
        }

        assertThat(browser.upload("/archive/linkedin", Map.of(), "archive", "x.zip", file)
                        .status())
                .isEqualTo(429);
    }

    @Test // T20
    void storedMarkupIsInertInPreviewAndContacts() {
        MemberId member = aMember("Markup Bringer");
        Visitor browser = visitor(member);
        String evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        browser.upload(
                "/archive/linkedin",
                Map.of(),
                "archive",
                "x.zip",
                Zips.zip(Map.of(
                        "a", ("Name\n\"" + evil + "\"\n").getBytes(StandardCharsets.UTF_8),
                        "b",
                                ("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                                                + "\"%1$s\",\"%1$s\",,,\"%1$s\",\"%1$s\",24 Sep 2023\n".formatted(evil))
                                        .getBytes(StandardCharsets.UTF_8))));
        assertInert(browser.get("/archive/preview"));
        browser.post("/archive/take-over", "upload", ArchivePagesTest.uploadId(browser), "take", "contacts");

        assertInert(browser.get("/contacts"));
        assertInert(browser.get("/contacts?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E"));
    }

    @Test
    void aJsonResumeComesInAndGoesOut() throws IOException {
        MemberId member = aMember("Resume Bringer");
        Visitor browser = visitor(member);
        byte[] file = ResumeWriter.jsonResume(JsonResumeTest.EVERYTHING).getBytes(StandardCharsets.UTF_8);

        assertThat(browser.upload("/archive/resume", Map.of(), "resume", "r.json", file)
                        .header("Location"))
                .isEqualTo("/archive/preview");
        ArchivePagesTest.takeOverAllOffered(browser);
        Visitor.Answer out = browser.get("/archive/resume.json");

        assertThat(out.header("Content-Disposition")).startsWith("attachment");
        assertThat(out.header("Cache-Control")).isEqualTo("no-store");
        Resume back = ((ReadResumeOutcome.Read) new JsonResume().read(out.bytes())).resume();
        assertThat(back.person().name()).isEqualTo("Resume Bringer");
        assertThat(back.person().about())
                .isEqualTo(JsonResumeTest.EVERYTHING.person().about());
        assertThat(back.person().links())
                .containsExactlyInAnyOrderElementsOf(
                        JsonResumeTest.EVERYTHING.person().links());
        assertThat(back.positions()).extracting(Resume.Position::title).containsExactly("Senior Engineer", "Engineer");
        assertThat(back.skills()).isEqualTo(JsonResumeTest.EVERYTHING.skills());
        assertThat(back.topics()).isEqualTo(JsonResumeTest.EVERYTHING.topics());
        assertThat(back.certificates()).isEqualTo(JsonResumeTest.EVERYTHING.certificates());
        JsonNode json = JsonMapper.shared().readTree(out.bytes());
        assertThat(json.at("/basics/email").isMissingNode()).isTrue();
        assertThat(json.at("/basics/location/city").asString()).isEqualTo("Middelburg");
        assertThat(json.at("/basics/location/region").asString()).isEqualTo("Zeeland");
        assertThat(json.at("/interests/0/name").asString()).isEqualTo("Tidal energy");
        assertThat(back.person().area()).isEqualTo("Middelburg, Zeeland");

        browser.upload("/archive/resume", Map.of(), "resume", "r.json", file);
        Document again = browser.get("/archive/preview").page();
        assertThat(again.select(".lede").text())
                .isEqualTo("Your profile says all of it already: there is nothing to take over.");
        assertThat(again.select("main a.go").attr("href")).isEqualTo("/profile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"work\":[{\"startDate\":\"soon\"}]}", "name: x", "[]"})
    void whatIsNoResumeIsRefused(String text) {
        Visitor.Answer answer = visitor(aMember("No Resume"))
                .upload("/archive/resume", Map.of(), "resume", "r.json", text.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#resume-error").text()).endsWith("Nothing was read.");
    }

    @Test // T25
    void textBeyondEveryLimitIsCutOrRefusedAndNeverAnError() {
        MemberId member = aMember("Long Winded");
        Visitor browser = visitor(member);
        String longText = "word ".repeat(40_000);
        String file =
                "{\"basics\":{\"label\":\"%1$s\",\"summary\":\"%1$s\",\"location\":{\"city\":\"%1$s\"}},\"skills\":[{\"name\":\"%1$s\"}],\"work\":[{\"name\":\"%1$s\",\"position\":\"%1$s\"}]}"
                        .formatted(longText.substring(0, 100_000));

        browser.upload("/archive/resume", Map.of(), "resume", "r.json", file.getBytes(StandardCharsets.UTF_8));
        ArchivePagesTest.takeOverAllOffered(browser);

        Profile own = profiles.own(member);
        assertThat(own.words().about()).hasSizeLessThanOrEqualTo(5_000).endsWith("…");
        assertThat(own.member().headline()).hasSizeLessThanOrEqualTo(120).endsWith("…");
        assertThat(own.items()).hasSize(2);
        byte[] tooLong = new byte[JsonResume.MAX_BYTES + 1];
        assertThat(browser.upload("/archive/resume", Map.of(), "resume", "r.json", tooLong)
                        .status())
                .isEqualTo(422);
    }

    private static void assertInert(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("main script, main img[onerror]")).isEmpty();
        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x");
    }

    private void assertNothingLeftOnDisk() throws IOException {
        try (var files = Files.list(uploads.folder())) {
            assertThat(files).isEmpty();
        }
    }
}
