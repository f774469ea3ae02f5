package org.wellmet.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.wellmet.ServerTest;
import org.wellmet.member.MemberId;

class VisibilityTest extends ServerTest {
    @Autowired
    private Visibility visibility;

    @Autowired
    private Blocks blocks;

    @Test
    void standingIsTheNearestThatHolds() {
        //  ada -- grace -- edsger      alan
        MemberId ada = aMember("Ada");
        MemberId grace = aMember("Grace");
        MemberId edsger = aMember("Edsger");
        MemberId alan = aMember("Alan");
        connected(ada, grace);
        connected(grace, edsger);

        assertThat(visibility.standings(Viewer.of(ada), List.of(ada, grace, edsger, alan)))
                .containsEntry(ada, Standing.SELF)
                .containsEntry(grace, Standing.CONNECTION)
                .containsEntry(edsger, Standing.SECOND)
                .containsEntry(alan, Standing.MEMBER);
        assertThat(visibility.standing(Viewer.ANONYMOUS, ada)).isEqualTo(Standing.NONE);
    }

    @Test
    void aBlockSeparatesBothWaysAtOnce() {
        MemberId ada = aMember("Ada");
        MemberId mallory = aMember("Mallory");

        transactions.run(() -> blocks.lay(ada, mallory));

        assertThat(visibility.maySee(Viewer.of(ada), mallory)).isFalse();
        assertThat(visibility.maySee(Viewer.of(mallory), ada)).isFalse();
        assertThat(blocks.blockedBy(ada)).containsExactly(mallory);
        assertThat(blocks.blockedBy(mallory)).isEmpty();
    }

    @Test
    void aSuspendedMemberLooksLikeOneWhoNeverWas() {
        MemberId ada = aMember("Ada");
        MemberId gone = aMember("Gone");
        members.suspend(gone);

        assertThat(visibility.standing(Viewer.of(ada), gone)).isEqualTo(Standing.NONE);
        assertThat(visibility.standing(Viewer.of(ada), new MemberId(Long.MAX_VALUE)))
                .isEqualTo(Standing.NONE);
    }

    @Test
    void theSchemaRefusesABlockBetweenConnectedMembers() {
        MemberId ada = aMember("Ada");
        MemberId grace = aMember("Grace");
        connected(ada, grace);

        assertThatThrownBy(() -> transactions.run(() -> blocks.lay(ada, grace)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(blocks.blockedBy(ada)).isEmpty();
    }
}
