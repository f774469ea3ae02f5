package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;

/// What a member wants by mail: on the page, as JSON, and from a mail itself without signing in.
class MailSettingsTest extends ServerTest {
    private static final String PAGE = "/settings/mail";
    private static final String JSON = "/api/settings/mail";

    @Autowired
    private MailSettings settings;

    @Autowired
    private StopLinks links;

    private MemberId ada;

    @BeforeEach
    void member() {
        ada = aMember("Ada Lovelace");
    }

    @Test
    void everyKindIsOnUntilTheMemberChooses() {
        Document page = visitor(ada).get(PAGE).page();
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("invitations", "messages", "introductions", "accepted");
        assertThat(page.select("main").text()).contains("This network sends no mail yet", "In your time zone");

        Answer saved = visitor(ada).post(PAGE, "messages", "on", "from", "22:00", "to", "07:00");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(settings.of(ada))
                .isEqualTo(new MailSetting(
                        Set.of(MailKind.INVITATIONS, MailKind.INTRODUCTIONS, MailKind.ACCEPTED),
                        Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
        Document after = visitor(ada).get(PAGE).page();
        assertThat(after.select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("messages");
        assertThat(after.select("input[type=time]").eachAttr("value")).containsExactly("22:00", "07:00");
    }

    @Test
    void quietHoursThatAreNoneAreRefusedAndNothingIsChanged() {
        for (List<String> wrong : List.of(List.of("22:00", ""), List.of("08:00", "08:00"), List.of("late", "07:00"))) {
            Answer refused = visitor(ada).post(PAGE, "from", wrong.getFirst(), "to", wrong.getLast());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("[role=alert]").text()).contains("Nothing was saved.");
            Answer json = send(
                    ada,
                    "{\"quietHours\":{\"from\":\"%s\",\"to\":\"%s\"}}".formatted(wrong.getFirst(), wrong.getLast()));
            assertThat(json.status()).isEqualTo(422);
            assertThat(json.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(settings.of(ada)).isEqualTo(MailSetting.UNCHOSEN);
    }

    @Test
    void jsonSaysAndChangesTheSame() {
        assertThat(visitor(ada).get(JSON).body())
                .isEqualTo("{\"invitations\":true,\"messages\":true,\"introductions\":true,\"accepted\":true,"
                        + "\"quietHours\":{\"from\":\"\",\"to\":\"\"},\"isSent\":false}");
        assertThat(send(ada, "{\"accepted\":false,\"quietHours\":{\"from\":\"21:30\",\"to\":\"06:15\"}}")
                        .body())
                .contains("\"invitations\":true", "\"accepted\":false", "{\"from\":\"21:30\",\"to\":\"06:15\"}");
        assertThat(send(ada, "{\"messages\":false}").body())
                .as("what is missing stays")
                .contains("\"messages\":false", "\"accepted\":false", "21:30");
        assertThat(send(ada, "{\"quietHours\":{\"from\":\"\",\"to\":\"\"}}").body())
                .contains("{\"from\":\"\",\"to\":\"\"}");
        assertThat(aStranger().get(JSON).status()).isEqualTo(401);
    }

    @Test
    void theLinkInAMailLeadsToAPageWithOneButtonAndLookingChangesNothing() { // T17
        String link = links.address(ada, List.of(MailKind.INVITATIONS));
        Answer page = aStranger().get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main form[method=post] button").eachText())
                .contains("End these mails");
        aStranger().send("HEAD", link, "text/plain", new byte[0]);
        assertThat(settings.of(ada)).isEqualTo(MailSetting.UNCHOSEN);

        Answer stopped = aStranger().post(link);
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.page().select("h1").text()).isEqualTo("These mails have ended");
        assertThat(settings.of(ada).stopped()).containsExactly(MailKind.INVITATIONS);
        assertThat(aStranger().post(link).status()).as("again does no harm").isEqualTo(200);
    }

    @Test
    void aMailProgramEndsThemWithOneRequestOfItsOwn() { // RFC 8058: no cookie, no token of a page
        String link = links.address(ada, List.of(MailKind.MESSAGES, MailKind.ACCEPTED));
        assertThat(aStranger().forge(link).status()).as("not said so").isEqualTo(403);
        assertThat(settings.of(ada)).isEqualTo(MailSetting.UNCHOSEN);
        assertThat(aStranger().forge(link, "List-Unsubscribe", "One-Click").status())
                .isEqualTo(200);
        assertThat(settings.of(ada).stopped()).containsExactlyInAnyOrder(MailKind.MESSAGES, MailKind.ACCEPTED);

        MemberId grace = aMember("Grace Hopper");
        String form = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        assertThat(aStranger()
                        .sendBare(
                                links.address(grace, List.of(MailKind.MESSAGES)),
                                "multipart/form-data; boundary=b",
                                form.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(settings.of(grace).stopped()).containsExactly(MailKind.MESSAGES);
        assertThat(aStranger()
                        .forge("/settings/mail", "List-Unsubscribe", "One-Click")
                        .status())
                .as("at no other address")
                .isEqualTo(403);
    }

    @Test
    void stoppingLeavesTheRestAsItIs() {
        settings.choose(
                ada,
                new MailSetting(
                        EnumSet.of(MailKind.ACCEPTED),
                        Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
        aStranger().post(links.address(ada, List.of(MailKind.MESSAGES)));
        assertThat(settings.of(ada).stopped()).containsExactlyInAnyOrder(MailKind.ACCEPTED, MailKind.MESSAGES);
        assertThat(settings.of(ada).quietHours()).isPresent();
    }

    @Test
    void aStopThatComesWhileTheRestIsChangedIsNotLost() {
        for (int round = 0; round < 10; round++) {
            MemberId member = aMember("Ada Lovelace");
            try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
                settings.change(member, before -> {
                    elsewhere.submit(() -> settings.stop(member, Set.of(MailKind.MESSAGES)));
                    return new MailSetting(Set.of(MailKind.ACCEPTED), before.quietHours());
                });
            }
            assertThat(settings.of(member).stopped()).containsExactlyInAnyOrder(MailKind.ACCEPTED, MailKind.MESSAGES);
        }
    }

    @Test
    void whereNothingWasSignedYetAForgedProofMakesNoKey() {
        String forged = links.address(ada, List.of(MailKind.MESSAGES));
        sql.sql("DELETE FROM notification_mail_key").update();
        assertThat(aStranger().get(forged).status()).isEqualTo(404);
        assertThat(sql.sql("SELECT count(*) FROM notification_mail_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aForgedProofGetsTheBytesOfAnUnknownOne() {
        MemberId grace = aMember("Grace Hopper");
        String good = links.address(ada, List.of(MailKind.INVITATIONS));
        String unknown = body(aStranger().get("/mails/stop/nothing-of-ours"));
        MemberId gone = aMember("Soon Gone");
        String ofGone = links.address(gone, List.of(MailKind.INVITATIONS));
        members.delete(gone);
        for (String forged : List.of(
                good.replace("/" + ada.value() + "-", "/" + grace.value() + "-"),
                good.replace("invitations", "messages"),
                good.replace("invitations", "invitations.messages"),
                good.substring(0, good.length() - 3) + "abc",
                ofGone)) {
            Answer answer = aStranger().get(forged);
            assertThat(answer.status()).as(forged).isEqualTo(404);
            assertThat(body(answer)).as(forged).isEqualTo(unknown);
            assertThat(aStranger().post(forged).status()).as(forged).isEqualTo(404);
            assertThat(aStranger()
                            .forge(forged, "List-Unsubscribe", "One-Click")
                            .status())
                    .as(forged)
                    .isEqualTo(404);
        }
        assertThat(settings.of(ada)).isEqualTo(MailSetting.UNCHOSEN);
        assertThat(settings.of(grace)).isEqualTo(MailSetting.UNCHOSEN);
    }

    @Test
    void thePagesSpeakFrench() {
        Visitor amelie = visitor(ada).with("Accept-Language", "fr");
        assertThat(amelie.get(PAGE).page().select("h2").text()).contains("Par courriel");
        assertThat(aStranger()
                        .with("Accept-Language", "fr")
                        .get(links.address(ada, List.of(MailKind.INTRODUCTIONS)))
                        .page()
                        .text())
                .contains("Faire cesser ces courriels", "Présentations");
    }

    private Answer send(MemberId member, String json) {
        return visitor(member).send("POST", JSON, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the address that the language form leads back to, and its token.
    private static String body(Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"back\" value=\"[^\"]*\"", "");
    }
}
