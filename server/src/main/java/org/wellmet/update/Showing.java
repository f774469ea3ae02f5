package org.wellmet.update;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.update.CommentStore.CommentRow;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// From rows to what one viewer may see of them: leave in one statement, names in another. Whatever the viewer has no
/// leave to see is left out. Thread-safe.
@Component
final class Showing {
    private final Visibility visibility;
    private final Members members;
    private final Connections connections;

    Showing(Visibility visibility, Members members, Connections connections) {
        this.visibility = visibility;
        this.members = members;
        this.connections = connections;
    }

    /// Those of the updates that the viewer may see, in their order.
    List<ShownUpdate> updates(Viewer viewer, List<UpdateRow> rows) {
        Set<MemberId> named = new HashSet<>();
        rows.forEach(row -> {
            named.add(row.author());
            named.addAll(row.mentions());
        });
        People people =
                people(viewer, named, rows.stream().map(UpdateRow::author).toList());
        return rows.stream()
                .filter(row -> row.audience().admits(people.standing(row.author())))
                .map(row -> update(viewer, row, people))
                .toList();
    }

    /// Those of the comments whose writer the viewer may see, in their order. Leave to see their updates is
    /// the caller's to ask.
    List<ShownComment> comments(Viewer viewer, List<CommentRow> rows) {
        Set<MemberId> named = new HashSet<>();
        rows.forEach(row -> {
            named.add(row.writer());
            named.addAll(row.mentions());
        });
        People people =
                people(viewer, named, rows.stream().map(CommentRow::writer).toList());
        return rows.stream()
                .filter(row -> people.standing(row.writer()) != Standing.NONE)
                .map(row -> comment(viewer, row, people))
                .toList();
    }

    private static ShownUpdate update(Viewer viewer, UpdateRow row, People people) {
        return new ShownUpdate(
                row.id(),
                people.member(row.author()),
                people.steps(row.author()),
                viewer.is(row.author()),
                row.text(),
                people.names(row.mentions()),
                row.audience(),
                row.picture(),
                row.postedAt(),
                row.usefulCount(),
                row.isUseful(),
                row.commentCount());
    }

    private static ShownComment comment(Viewer viewer, CommentRow row, People people) {
        return new ShownComment(
                row.id(),
                row.updateId(),
                people.member(row.writer()),
                people.steps(row.writer()),
                row.text(),
                people.names(row.mentions()),
                row.postedAt(),
                viewer.is(row.writer()) || viewer.is(row.author()));
    }

    private People people(Viewer viewer, Set<MemberId> named, List<MemberId> badged) {
        Map<MemberId, Standing> standings = visibility.standings(viewer, named);
        List<MemberId> seen = named.stream()
                .filter(member -> standings.getOrDefault(member, Standing.NONE) != Standing.NONE)
                .toList();
        // Standing tells 1st and 2nd; the graph is asked for the 3rd only where somebody may be, never in the feed.
        List<MemberId> further = badged.stream()
                .distinct()
                .filter(member -> standings.get(member) == Standing.MEMBER)
                .toList();
        return new People(standings, members.all(seen), connections.steps(viewer, further));
    }

    /// Whom the viewer may see of those on a page, and how they stand.
    private record People(
            Map<MemberId, Standing> standings, Map<MemberId, Member> byId, Map<MemberId, Integer> further) {
        Standing standing(MemberId member) {
            // Deleted between the two statements: as if never there.
            return byId.containsKey(member) ? standings.getOrDefault(member, Standing.NONE) : Standing.NONE;
        }

        Member member(MemberId id) {
            Member member = byId.get(id);
            if (member == null) {
                throw new IllegalStateException("a member without leave must not be shown");
            }
            return member;
        }

        int steps(MemberId member) {
            return switch (standing(member)) {
                case CONNECTION -> 1;
                case SECOND -> 2;
                case MEMBER -> further.getOrDefault(member, 0);
                case SELF, PUBLIC, NONE -> 0;
            };
        }

        /// The names of those among the mentioned whom the viewer may see, by handle.
        Map<String, String> names(Collection<MemberId> mentioned) {
            return mentioned.stream()
                    .filter(byId::containsKey)
                    .distinct()
                    .map(this::member)
                    .collect(Collectors.toUnmodifiableMap(Member::handle, Member::name));
        }
    }
}
