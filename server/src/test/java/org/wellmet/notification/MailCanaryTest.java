package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.connection.Connections;
import org.wellmet.introduction.IntroductionText;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// T4, T6: a mail tells nothing of a list that is hidden from its reader: the same words, and one mail or none, whether
/// the one who writes has connections or not.
class MailCanaryTest extends MailedTest {
    @Autowired
    private Connections connections;

    @ParameterizedTest
    @EnumSource(names = {"ME", "CONNECTIONS"})
    void anInvitationSaysTheSameWithTheHiddenTiesAndWithoutThem(Audience audience) {
        assertThat(invitedBy(audience, true))
                .isEqualTo(invitedBy(audience, false))
                .contains("Shy Canary");
    }

    @ParameterizedTest
    @EnumSource(names = {"ME", "CONNECTIONS"})
    void anIntroductionSaysTheSameWithTheHiddenTiesAndWithoutThem(Audience audience) {
        assertThat(introducedTo(audience, true))
                .isEqualTo(introducedTo(audience, false))
                .contains("Shy Canary");
    }

    private String invitedBy(Audience audience, boolean isTied) {
        people();
        MemberId shy = shy(audience, isTied);
        connected(grace, edsger);
        invited(shy, grace);
        return mailed();
    }

    private String introducedTo(Audience audience, boolean isTied) {
        people();
        MemberId shy = shy(audience, isTied);
        MemberId between = aMember("Bertha Between");
        connected(shy, between);
        connected(between, grace);
        long id = introduced(shy, between);
        introductions.forward(between, id, new IntroductionText("I have worked with her for years."));
        return mailed();
    }

    private long introduced(MemberId asker, MemberId connector) {
        return sql.sql("""
                        INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target,
                                                  asked_at, expires_at)
                        VALUES (:asker, :connector, :target, 'ASKED', 'You have known her for years.',
                                'Your notation is what we need.', :now, :now + interval '20 days')
                        RETURNING id
                        """)
                .param("asker", asker.value())
                .param("connector", connector.value())
                .param("target", grace.value())
                .param("now", java.time.OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// Somebody whose connections are hidden from who reads, perhaps with some in the reader's network.
    private MemberId shy(Audience audience, boolean isTied) {
        MemberId shy = aMember("Shy Canary");
        connections.showList(shy, audience);
        if (isTied) {
            connected(shy, edsger);
            connected(shy, ada);
            connected(shy, aMember("Unheard Of"));
        }
        return shy;
    }

    /// What the reader has got, without what numbers and names it anew each time.
    private String mailed() {
        afterTheDelay();
        return mailsTo(grace).stream()
                .map(mail -> subject(mail) + "\n" + text(mail))
                .reduce("", String::concat)
                .replaceAll("/(in|invitations|introductions)/[\\w-]+", "/$1/…")
                .replaceAll("(mails/stop)/\\S+", "$1/…");
    }
}
