package org.wellmet.connection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Whose invitations each member takes, and which doors are open to whom.
///
/// A hidden fact opens no door, for an open door would tell of it: what counts is what the one who asks may see.
/// Whoever has had a week's share of strangers' invitations has the gate of those who ask for common ground, and nobody
/// can tell the two apart.
///
/// Thread-safe.
@Component
public final class Gates {
    /// How many mutual connections a closed door names.
    public static final int THROUGH_SHOWN = 5;

    private final GateStore store;
    private final Connections connections;
    private final Grounds grounds;
    private final Visibility visibility;
    private final Allowances allowances;

    Gates(JdbcClient sql, Connections connections, Grounds grounds, Visibility visibility, Allowances allowances) {
        this.store = new GateStore(sql);
        this.connections = connections;
        this.grounds = grounds;
        this.visibility = visibility;
        this.allowances = allowances;
    }

    /// Whether the viewer may invite the member, or which doors are open instead. Says nothing of what stands between
    /// the two otherwise: a connection, an invitation that waits.
    public Door doorsTo(Viewer viewer, MemberId member) {
        return doorsTo(viewer, member, grounds.shared(viewer.id(), member));
    }

    /// @param shared what the two share, which is not asked for again
    Door doorsTo(Viewer viewer, MemberId member, SharedGround shared) {
        return visibility.maySee(viewer, member)
                ? door(store.gate(member), viewer, member, shared)
                : new Door.Closed(List.of());
    }

    private Door door(Gate gate, Viewer viewer, MemberId member, SharedGround shared) {
        return switch (gate) {
            case ANYONE ->
                allowances.isFull(member) ? door(Gate.COMMON_GROUND, viewer, member, shared) : new Door.Open();
            case COMMON_GROUND ->
                mayShare(viewer, member, shared)
                        ? new Door.Open()
                        : new Door.Closed(List.of(grounds.way(viewer.id(), member)));
            case INTRODUCED ->
                shared.isIntroduction() ? new Door.Open() : new Door.Closed(introduction(viewer, member));
            case CLOSED -> new Door.Closed(List.of());
        };
    }

    private boolean mayShare(Viewer viewer, MemberId member, SharedGround shared) {
        return connections.mutuals(viewer, member, 0).count() > 0 || !shared.isEmpty();
    }

    /// Those of a page of names to whom an invitation of the viewer's may go, as far as the gates go. One statement for
    /// the gates and one for full weeks; what is shared is asked at once for those who want something shared.
    public Set<MemberId> openOf(Viewer viewer, Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Set.of();
        }
        Map<MemberId, Gate> chosen = store.gates(members);
        Set<MemberId> full = allowances.full(members);
        Map<MemberId, Mutuals> mutuals = connections.mutuals(viewer, members, 0);
        Set<MemberId> open = new HashSet<>();
        Set<MemberId> asking = new HashSet<>(); // something that is shared
        chosen.forEach((member, gate) -> {
            boolean isNear = mutuals.getOrDefault(member, Mutuals.NONE).count() > 0;
            switch (gate) {
                case ANYONE -> (full.contains(member) && !isNear ? asking : open).add(member);
                case COMMON_GROUND -> (isNear ? open : asking).add(member);
                case INTRODUCED -> asking.add(member);
                case CLOSED -> {}
            }
        });
        grounds.between(viewer.id(), asking).forEach((member, shared) -> {
            if (chosen.get(member) != Gate.INTRODUCED || shared.stream().anyMatch(CommonGround::isIntroduction)) {
                open.add(member);
            }
        });
        return Set.copyOf(open);
    }

    private List<Door.Way> introduction(Viewer viewer, MemberId member) {
        Mutuals mutuals = connections.mutuals(viewer, member, THROUGH_SHOWN);
        Set<MemberId> seen = visibility.visible(viewer, mutuals.first());
        List<MemberId> through = mutuals.first().stream().filter(seen::contains).toList();
        return through.isEmpty() ? List.of() : List.of(new Door.Way.Introduction(through, mutuals.count()));
    }

    /// The member's own choice, or the operator's for those who made none.
    public Gate of(MemberId member) {
        return store.gate(member);
    }

    /// Chooses whose invitations the member takes.
    public void choose(MemberId member, Gate gate) {
        store.choose(member, gate);
    }

    /// The gate of all who made no choice.
    public Gate byDefault() {
        return store.byDefault();
    }

    /// Chooses the gate of all who made no choice. For operators.
    public void chooseDefault(Gate gate) {
        store.chooseDefault(gate);
    }
}
