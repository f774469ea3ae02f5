package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.wellmet.profile.Skill;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uploads, previews, take-overs and downloads through whole HTTP requests.
final class ArchivePagesTest extends ServerTest {
    @Autowired
    private Profiles profiles;

    @Autowired
    private UploadFolder uploads;

    @Test
    void theArchiveIsReadShownAndTakenOverAndDoingItTwiceDoublesNothing() throws IOException {
        MemberId ilse = aMember("Ilse Vantongeren");
        Visitor browser = visitor(ilse);

        takeOverAll(browser, LinkedInExportTest.OF_2026);
        Profile once = profiles.own(ilse);
        int contactsOnce = contactCount(ilse);
        takeOverAll(browser, LinkedInExportTest.OF_2026);

        assertThat(once.member().headline()).isEqualTo("Hydraulic engineer | \"Keeps the sea out\"");
        assertThat(once.words().about()).isEqualTo("I build sluices.\n\nBefore that: bridges.");
        assertThat(once.positions()).hasSize(2);
        assertThat(once.education()).hasSize(2);
        assertThat(once.skills(Skill.Kind.SKILL))
                .extracting(kept -> kept.item().name().text())
                .containsExactly("Hydraulics", "C++", "Project Management, Prince2", "Français");
        assertThat(once.languages()).hasSize(2);
        assertThat(once.skills(Skill.Kind.SKILL).get(1).item().name().id())
                .as("what the vocabulary knows gets its id")
                .isPresent();
        assertThat(once.certificates()).hasSize(1);
        assertThat(once.links()).hasSize(2);
        assertThat(contactsOnce).isEqualTo(7);
        assertThat(profiles.own(ilse)).isEqualTo(once);
        assertThat(contactCount(ilse)).isEqualTo(7);
        assertThat(sql.sql("SELECT count(*) FROM archive_upload WHERE member_id = :id")
                        .param("id", ilse.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertNothingLeftOnDisk();
    }

    @Test
    void theOlderArchiveAddsOnlyWhatIsMissing() throws IOException {
        MemberId ilse = aMember("Ilse Older");
        Visitor browser = visitor(ilse);

        takeOverAll(browser, LinkedInExportTest.OF_2018);
        takeOverAll(browser, LinkedInExportTest.OF_2026);

        Profile own = profiles.own(ilse);
        assertThat(own.member().headline()).isEqualTo("Hydraulic engineer");
        assertThat(own.positions()).hasSize(2);
        assertThat(own.links()).hasSize(2);
        assertThat(contactCount(ilse)).isEqualTo(7);
    }

    @Test
    void onlyWhatIsTickedIsTakenOver() throws IOException {
        MemberId member = aMember("Picky Member");
        Visitor browser = visitor(member);
        upload(browser, LinkedInExportTest.OF_2026);
        Document preview = browser.get("/archive/preview").page();

        browser.post(
                "/archive/take-over",
                "upload",
                preview.select("[name=upload]").attr("value"),
                "take",
                preview.select("label:contains(Hydraulics) [name=take]").attr("value"));

        Profile own = profiles.own(member);
        assertThat(own.items()).hasSize(1);
        assertThat(own.member().headline()).isEmpty();
        assertThat(contactCount(member)).isZero();
    }

    @Test
    void whatIsThereAlreadyIsShownAsSuchAndHasNoTick() throws IOException {
        Visitor browser = visitor(aMember("Twice Comer"));
        takeOverAll(browser, LinkedInExportTest.OF_2026);
        upload(browser, LinkedInExportTest.OF_2026);

        Document preview = browser.get("/archive/preview").page();

        assertThat(preview.select("[name=take]").eachAttr("value")).containsExactly("contacts");
        assertThat(preview.select("main").text()).contains("Already in your profile", "They take the place of the 7");
    }

    @Test
    void ofEightTakeOversAtOnceOneTakesOver() throws Exception {
        MemberId member = aMember("Impatient Member");
        Visitor browser = visitor(member);
        upload(browser, LinkedInExportTest.OF_2026);
        String id = uploadId(browser);
        List<Callable<String>> clicks = Collections.nCopies(
                8,
                () -> visitor(member)
                        .post("/archive/take-over", "upload", id, "take", "contacts", "take", "headline")
                        .header("Location"));
        List<String> led = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> click : hands.invokeAll(clicks)) {
                led.add(click.get());
            }
        }

        assertThat(led).containsOnlyOnce("/contacts").hasSize(8);
        assertThat(contactCount(member)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contacts?after=abc", "/contacts?after=99999999999", "/contacts?q=a&q=b"})
    void whatIsNoQuestionIsRefused(String path) throws IOException {
        Visitor browser = visitor(aMember("Odd Asker"));
        takeOverAll(browser, LinkedInExportTest.OF_2018);

        assertThat(browser.get(path).status()).isIn(400, 404);
        assertThat(browser.post("/archive/take-over", "upload", "abc").status()).isIn(400, 404);
        assertThat(browser.get("/contacts?after=-5&q=" + "x".repeat(5_000)).status())
                .isEqualTo(200);
    }

    @Test
    void theFolderOfUploadsIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(uploads.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void nothingTickedChangesNothingAndTheUploadStillWaits() throws IOException {
        MemberId member = aMember("Hesitant Member");
        Visitor browser = visitor(member);
        upload(browser, LinkedInExportTest.OF_2026);

        Visitor.Answer answer = browser.post("/archive/take-over", "upload", uploadId(browser));

        assertThat(answer.header("Location")).isEqualTo("/archive/preview");
        assertThat(profiles.own(member).items()).isEmpty();
        assertThat(browser.get("/archive/preview").status()).isEqualTo(200);
    }

    @Test
    void ticksOfAnEarlierUploadAreNeverAppliedToALaterOne() throws IOException {
        MemberId member = aMember("Hasty Member");
        Visitor browser = visitor(member);
        upload(browser, LinkedInExportTest.OF_2018);
        String earlier = uploadId(browser);
        upload(browser, LinkedInExportTest.OF_2026);

        Visitor.Answer answer = browser.post("/archive/take-over", "upload", earlier, "take", "contacts");

        assertThat(browser.follow(answer).page().select(".notice").text()).contains("Nothing was taken over");
        assertThat(contactCount(member)).isZero();
    }

    @Test // T9
    void whatWaitsIsItsOwnersAlone() throws IOException {
        MemberId owner = aMember("Upload Owner");
        MemberId other = aMember("Upload Other");
        upload(visitor(owner), LinkedInExportTest.OF_2026);
        String id = uploadId(visitor(owner));

        assertThat(visitor(other).get("/archive/preview").status()).isEqualTo(303);
        visitor(other).post("/archive/take-over", "upload", id, "take", "contacts");
        visitor(other).post("/archive/discard");
        visitor(other).post("/archive/delete");

        assertThat(contactCount(other)).isZero();
        assertThat(visitor(owner).get("/archive/preview").status()).isEqualTo(200);
    }

    @Test
    void whatWaitsExpires() throws IOException {
        MemberId member = aMember("Forgetful Member");
        Visitor browser = visitor(member);
        upload(browser, LinkedInExportTest.OF_2026);
        String id = uploadId(browser);
        sql.sql("UPDATE archive_upload SET expires_at = now() - interval '1 second' WHERE member_id = :id")
                .param("id", member.value())
                .update();

        assertThat(browser.get("/archive/preview").status()).isEqualTo(303);
        browser.post("/archive/take-over", "upload", id, "take", "contacts");
        upload(visitor(aMember("Somebody Later")), LinkedInExportTest.OF_2018);

        assertThat(contactCount(member)).isZero();
        assertThat(sql.sql("SELECT count(*) FROM archive_upload WHERE member_id = :id")
                        .param("id", member.value())
                        .query(Integer.class)
                        .single())
                .isZero();
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
        browser.post("/archive/take-over", "upload", uploadId(browser), "take", "contacts");

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
        takeOverAllOffered(browser);
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
        assertThat(back.certificates()).isEqualTo(JsonResumeTest.EVERYTHING.certificates());
        JsonNode json = JsonMapper.shared().readTree(out.bytes());
        assertThat(json.at("/basics/email").isMissingNode()).isTrue();
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
        takeOverAllOffered(browser);

        Profile own = profiles.own(member);
        assertThat(own.words().about()).hasSizeLessThanOrEqualTo(5_000).endsWith("…");
        assertThat(own.member().headline()).hasSizeLessThanOrEqualTo(120).endsWith("…");
        assertThat(own.items()).hasSize(2);
        byte[] tooLong = new byte[JsonResume.MAX_BYTES + 1];
        assertThat(browser.upload("/archive/resume", Map.of(), "resume", "r.json", tooLong)
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest // T9
    @ValueSource(strings = {"/archive", "/archive/preview", "/archive/resume.json", "/contacts"})
    void whoIsNotSignedInIsSentToSignIn(String path) {
        assertThat(aStranger().get(path).header("Location")).contains("/sign-in?to=");
    }

    @ParameterizedTest // T9, T8
    @ValueSource(
            strings = {
                "/archive/linkedin",
                "/archive/resume",
                "/archive/take-over",
                "/archive/discard",
                "/archive/delete"
            })
    void changesNeedAMemberAndTheirToken(String path) {
        Visitor browser = visitor(aMember("Token Bearer"));

        assertThat(browser.forge(path, "upload", "1").status()).isEqualTo(403);
        assertThat(browser.get(path).status()).isIn(404, 405);
        assertThat(aStranger().post(path, "upload", "1").status()).isIn(401, 403);
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

    private int contactCount(MemberId member) {
        return sql.sql("SELECT count(*) FROM contact WHERE member_id = :id")
                .param("id", member.value())
                .query(Integer.class)
                .single();
    }

    static void takeOverAll(Visitor browser, String fixture) throws IOException {
        upload(browser, fixture);
        takeOverAllOffered(browser);
    }

    static void upload(Visitor browser, String fixture) throws IOException {
        Path file = LinkedInExportTest.fixture(fixture);
        Visitor.Answer answer =
                browser.upload("/archive/linkedin", Map.of(), "archive", fixture, Files.readAllBytes(file));
        assertThat(answer.header("Location")).as("status %d", answer.status()).isEqualTo("/archive/preview");
    }

    static void takeOverAllOffered(Visitor browser) {
        Document preview = browser.get("/archive/preview").page();
        List<String> form = new ArrayList<>(
                List.of("upload", preview.select("[name=upload]").attr("value")));
        preview.select("[name=take][checked]").forEach(tick -> form.addAll(List.of("take", tick.attr("value"))));
        assertThat(browser.post("/archive/take-over", form.toArray(String[]::new))
                        .status())
                .isEqualTo(303);
    }

    static String uploadId(Visitor browser) {
        return browser.get("/archive/preview").page().select("[name=upload]").attr("value");
    }
}
