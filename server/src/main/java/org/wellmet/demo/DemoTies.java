package org.wellmet.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connection;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.PrivateNote;
import org.wellmet.connection.PrivateNotes;
import org.wellmet.member.MemberId;

/// What stands around the connections of the demo: gates, and notes of the visitor.
@Component
final class DemoTies {
    // Every so many members ask for something at their gate, so that one meets each kind.
    private static final int COMMON_GROUND_EVERY = 9;
    private static final int INTRODUCED_EVERY = 23;
    private static final int CLOSED_EVERY = 61;

    private static final List<PrivateNote> NOTES = List.of(
            new PrivateNote(
                    "Ask how the move to the new place went.", "At the open day of the harbour, two springs ago"),
            new PrivateNote(
                    "Knows the people at the archive. Prefers a call to a mail.", "On the 8:10 ferry, most Tuesdays"));

    // About people of the same city: among the latest, so that they stand on the first page of the network.
    private static final int EVERY = 3;
    private static final Duration LONG_ENOUGH = Duration.ofDays(60);

    private final Gates gates;
    private final Connections connections;
    private final PrivateNotes notes;
    private final InstantSource clock;

    DemoTies(Gates gates, Connections connections, PrivateNotes notes, InstantSource clock) {
        this.clock = clock;
        this.gates = gates;
        this.connections = connections;
        this.notes = notes;
    }

    void begin(DemoCommunity community, List<MemberId> ids) {
        MemberId visitor = ids.get(DemoCast.MEMBER_INDEX);
        for (int i = DemoCast.MEMBER_INDEX + 1; i < ids.size(); i++) {
            if (i % CLOSED_EVERY == 0) {
                gates.choose(ids.get(i), Gate.CLOSED);
            } else if (i % INTRODUCED_EVERY == 0) {
                gates.choose(ids.get(i), Gate.INTRODUCED);
            } else if (i % COMMON_GROUND_EVERY == 0) {
                gates.choose(ids.get(i), Gate.COMMON_GROUND);
            }
        }
        String home = community.people().get(DemoCast.MEMBER_INDEX).area();
        List<Connection> latest = connections.list(visitor, "", "").stream()
                .filter(one -> one.since().isBefore(clock.instant().minus(LONG_ENOUGH)))
                .filter(one -> community.people().get(ids.indexOf(one.other())).is(home))
                .toList();
        for (int i = 0; i < NOTES.size(); i++) {
            notes.keep(visitor, latest.get(i * EVERY).other(), NOTES.get(i));
        }
    }
}
