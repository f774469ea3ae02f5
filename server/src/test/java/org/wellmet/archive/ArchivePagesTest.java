package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
