package org.wellmet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Outbox;
import org.wellmet.mail.QueueMailOutcome;

class HandingOnTest extends ServerTest {
    @Autowired
    private Outbox outbox;

    @Test
    void aMailThatWasHandedOnWaitsNoMoreAndKeepsNoLink() {
        long id = transactions.call(() -> ((QueueMailOutcome.Queued)
                        outbox.queue(Mail.oneTime("hand.on@example.org", "A link", "Open it", Duration.ofDays(1))))
                .id()
                .value());
        Visitor operator = visitor(anOperator("Hands On"));
        assertThat(waiting(operator)).isPositive();
        long before = waiting(operator);

        assertThat(operator.get("/operator/mails/" + id).body()).contains("Open it");
        assertThat(waiting(operator)).as("looking changes nothing").isEqualTo(before);
        String handOn = "/operator/mails/" + id + "/hand-on";
        assertThat(visitor(aMember("Not Operator")).post(handOn).status()).isEqualTo(404);
        assertThat(operator.post(handOn).status()).isEqualTo(303);

        Answer after = operator.get("/operator/mails/" + id);
        assertThat(after.body()).doesNotContain("Open it").contains("Handed on");
        assertThat(waiting(operator)).isEqualTo(before - 1);
        assertThat(operator.post(handOn).status()).isEqualTo(404);
    }

    private static long waiting(Visitor operator) {
        String count = operator.get("/operator/mails")
                .page()
                .select(".tabs a[href=/operator/mails] .count")
                .text();
        return Long.parseLong("0" + count.replaceAll("\\D", ""));
    }
}
