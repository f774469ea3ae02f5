package org.wellmet.connection;

import java.util.List;
import org.wellmet.member.MemberId;

/// Whether one member may invite another, and if not, what is open instead. Made of facts that the one who asks may
/// see, and of nothing else.
public sealed interface Door {
    /// An invitation can be sent, as far as the gate goes.
    record Open() implements Door {}

    /// None can. `ways` are the doors that are open instead; none when there is none that may be shown.
    record Closed(List<Way> ways) implements Door {
        public Closed {
            ways = List.copyOf(ways);
        }
    }

    /// A way to somebody whose gate is closed to the one who asks.
    sealed interface Way {
        /// Ask one of these mutual connections for an introduction. Never empty.
        ///
        /// @param count how many there are; `through` holds the first of them
        record Introduction(List<MemberId> through, int count) implements Way {
            public Introduction {
                through = List.copyOf(through);
            }
        }

        /// Come to share something: an organisation, a school, a group, an event, a skill, a topic, a connection.
        ///
        /// @param openings what the one who asks could share; perhaps nothing that may be shown
        record CommonGround(List<Claim> openings) implements Way {
            public CommonGround {
                openings = List.copyOf(openings);
            }
        }
    }
}
