package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;

/// One archive is read at a time.
final class ReadingTurnTest extends ServerTest {
    private final ReadingTurn turn = new ReadingTurn(Duration.ZERO);

    @Autowired
    private Profiles profiles;

    @Autowired
    private ResumeItems items;

    @Autowired
    private InstantSource clock;

    @Autowired
    private Limits limits;

    @Test
    void whileOneIsReadNoOtherIsAndAfterwardsTheNext() {
        assertThat(turn.take(() -> turn.take(() -> "second"))).contains(Optional.empty());
        assertThat(turn.take(() -> "third")).contains("third");
    }

    @Test
    void anArchiveThatDoesNotGetItsTurnIsRefusedAndNothingWaits() {
        MemberId noor = aMember("Noor Patient");
        Archives archives = new Archives(sql, profiles, items, new Archives.Changes(transactions, clock, turn), limits);
        var file = LinkedInExportTest.fixture(LinkedInExportTest.OF_2026);

        assertThat(turn.take(() -> archives.receiveLinkedIn(noor, file))).contains(new ReceiveOutcome.Busy());
        assertThat(archives.waiting(noor)).isEmpty();
        assertThat(archives.receiveLinkedIn(noor, file)).isEqualTo(new ReceiveOutcome.Received());
        assertThat(archives.waiting(noor)).isPresent();
    }
}
