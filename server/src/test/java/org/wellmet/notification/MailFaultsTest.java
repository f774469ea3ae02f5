package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wellmet.mail.MailRuns;
import org.wellmet.member.MemberId;

/// One member's damaged row, or changed address, is nobody else's trouble.
class MailFaultsTest extends MailedTest {
    @Test
    void oneMembersDamagedRowHoldsUpNobodyElse() {
        invited(ada, edsger);
        damage(edsger);
        clock.forward(Duration.ofSeconds(1));
        invited(ada, grace);
        afterTheDelay();
        assertThat(mailsTo(grace)).as("queued behind it").hasSize(1);
        repair(edsger);
        after(Duration.ofMinutes(59));
        assertThat(mailsTo(edsger)).as("put off").isEmpty();
        after(Duration.ofMinutes(1));
        assertThat(mailsTo(edsger)).hasSize(1);
    }

    @Test
    void aMailThatCannotBeWrittenHoldsUpNoOther() {
        invited(ada, edsger);
        invited(ada, grace);
        clock.forward(NotificationMails.DELAY);
        mails.queueDue();
        damage(edsger);
        MailRuns.run(server);
        assertThat(mailsTo(grace)).hasSize(1);
        assertThat(sql.sql("SELECT status || ' ' || last_error FROM mail WHERE to_address = :to")
                        .param("to", address(edsger))
                        .query(String.class)
                        .single())
                .isEqualTo("QUEUED IllegalArgumentException");
        repair(edsger);
        after(Duration.ofMinutes(1));
        assertThat(mailsTo(edsger)).hasSize(1);
    }

    @Test
    void theOutboxNamesTheAddressThatAMailWentTo() {
        invited(ada, grace);
        clock.forward(NotificationMails.DELAY);
        mails.queueDue();
        setAddress(grace, "moved." + address(grace));
        MailRuns.run(server);
        assertThat(mailsTo(grace)).isEmpty();
        assertThat(sql.sql("SELECT status FROM mail WHERE to_address = :to")
                        .param("to", "moved." + address(grace))
                        .query(String.class)
                        .single())
                .isEqualTo("SENT");
    }

    private void damage(MemberId member) {
        setAddress(member, "damaged" + member.value());
    }

    private void repair(MemberId member) {
        setAddress(member, address(member));
    }

    private void setAddress(MemberId member, String address) {
        sql.sql("UPDATE account SET email = :email WHERE member_id = :id")
                .param("email", address)
                .param("id", member.value())
                .update();
    }
}
