package org.wellmet.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Invitation;
import org.wellmet.connection.PrivateNote;
import org.wellmet.connection.PrivateNotes;
import org.wellmet.connection.SayOutcome;
import org.wellmet.member.MemberId;

/// What stands around the connections of the demo: gates, a few words on an invitation, notes of the visitor.
@Component
final class DemoTies {
    // Every so many members ask for something at their gate, so that one meets each kind.
    private static final int COMMON_GROUND_EVERY = 9;
    private static final int INTRODUCED_EVERY = 23;
    private static final int CLOSED_EVERY = 61;

    private static final List<PrivateNote> NOTES = List.of(
            new PrivateNote(
                    "Ask how the move of the workshop went.", "At the open day of the harbour, two springs ago"),
            new PrivateNote(
                    "Knows the people at the archive. Prefers a call to a mail.", "In the same train every Tuesday"));

    private final Gates gates;
    private final Exchanges exchanges;
    private final PrivateNotes notes;

    DemoTies(Gates gates, Exchanges exchanges, PrivateNotes notes) {
        this.gates = gates;
        this.exchanges = exchanges;
        this.notes = notes;
    }

    void begin(MemberId visitor, List<MemberId> ids, List<MemberId> friends) {
        for (int i = DemoCast.MEMBER_INDEX + 1; i < ids.size(); i++) {
            if (i % CLOSED_EVERY == 0) {
                gates.choose(ids.get(i), Gate.CLOSED);
            } else if (i % INTRODUCED_EVERY == 0) {
                gates.choose(ids.get(i), Gate.INTRODUCED);
            } else if (i % COMMON_GROUND_EVERY == 0) {
                gates.choose(ids.get(i), Gate.COMMON_GROUND);
            }
        }
        for (int i = 0; i < Math.min(NOTES.size(), friends.size()); i++) {
            notes.keep(visitor, friends.get(i), NOTES.get(i));
        }
    }

    /// The visitor has asked, and the inviter has answered.
    void talk(Invitation invitation) {
        say(invitation.invitee(), invitation, "Thank you for writing. Which of the two projects do you mean?");
        say(
                invitation.inviter(),
                invitation,
                "The smaller one, with the school. I can send you the notes of last week.");
    }

    private void say(MemberId author, Invitation invitation, String text) {
        if (!(exchanges.say(author, invitation.id(), text) instanceof SayOutcome.Said)) {
            throw new IllegalStateException("a message of the demo was refused");
        }
    }
}
