package org.wellmet.update;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.member.MemberId;
import org.wellmet.update.CommentStore.CommentRow;
import org.wellmet.update.UpdateStore.Whose;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Comments on updates. Thread-safe.
@Component
public final class Comments {
    /// The change that tells that `memberId` wrote the comment `subjectId` on an update of `otherId`.
    public static final String ADDED = "comment.added";

    /// The change that tells that `memberId` mentioned `otherId` in the comment `subjectId`.
    public static final String MENTIONED = "comment.mentioned";

    /// The change that tells that `memberId` deleted the comment `subjectId`, which `otherId` had written.
    public static final String DELETED = "comment.deleted";

    /// The longest comment there may be.
    public static final int MAX_TEXT = 1_500;

    /// Comments shown at once.
    public static final int PAGE_SIZE = 50;

    static final Limit COMMENTING = new Limit(
            "update.comment",
            60,
            Duration.ofHours(1),
            "Against flooding an update or its author's notifications; a lively exchange is one comment a minute.");

    private final CommentStore store;
    private final Showing showing;
    private final Mentioning mentioning;
    private final Leave leave;
    private final Updates updates;
    private final Updates.Means means;
    private final Visibility visibility;

    Comments(
            JdbcClient sql,
            Showing showing,
            Mentioning mentioning,
            Leave leave,
            Updates updates,
            Updates.Means means,
            Visibility visibility) {
        this.store = new CommentStore(sql);
        this.showing = showing;
        this.mentioning = mentioning;
        this.leave = leave;
        this.updates = updates;
        this.means = means;
        this.visibility = visibility;
    }

    /// Comments on an update that the writer may see.
    public AddCommentOutcome add(MemberId writer, UpdateId id, String text) {
        UpdateDraft.requireLength("comment", text, MAX_TEXT);
        return switch (means.limits().take(COMMENTING, LimitKey.ofMember(writer.value()))) {
            case LimitOutcome.Allowed _ ->
                means.transactions()
                        .call(() -> leave.hold(writer, id)
                                .map(whose -> added(writer, whose, text))
                                .orElseGet(AddCommentOutcome.Absent::new));
            case LimitOutcome.Exhausted(var retryAt) -> new AddCommentOutcome.TooMany(retryAt);
        };
    }

    private AddCommentOutcome added(MemberId writer, Whose update, String text) {
        List<MemberId> mentions = mentioning.in(writer, text);
        long comment = store.insert(
                update, writer, text, mentions, means.clock().instant().truncatedTo(ChronoUnit.MICROS));
        means.changeLog().append(ADDED, writer.value(), update.author().value(), comment);
        mentioning.tell(
                MENTIONED, writer, mentions, new Mentioning.Source(update.author(), update.audience(), comment));
        return new AddCommentOutcome.Added(comment);
    }

    /// Deletes a comment, if the member may see the update and the comment, and wrote one of the two.
    public DeleteOutcome delete(MemberId member, UpdateId id, long commentId) {
        return means.transactions()
                .call(() -> leave.hold(member, id)
                        .flatMap(whose -> store.find(whose, commentId))
                        .filter(comment -> comment.writer().equals(member)
                                || comment.author().equals(member))
                        .filter(comment -> visibility.maySee(Viewer.of(member), comment.writer()))
                        .map(comment -> deleted(member, comment))
                        .orElseGet(DeleteOutcome.Absent::new));
    }

    private DeleteOutcome deleted(MemberId member, CommentRow comment) {
        if (!store.delete(comment)) {
            return new DeleteOutcome.Absent();
        }
        means.changeLog().append(DELETED, member.value(), comment.writer().value(), comment.id());
        return new DeleteOutcome.Deleted();
    }

    /// The latest comments on an update that the viewer may see, of those whom the viewer may see.
    ///
    /// @param before [CommentList#earlier] of the page before; empty for the latest
    public Optional<CommentList> on(Viewer viewer, ShownUpdate update, String before) {
        if (!before.isEmpty() && !before.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Whose whose = new Whose(update.id(), update.author().id(), update.audience(), Optional.empty());
        long bound = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        List<CommentRow> rows = store.before(viewer, whose, bound, PAGE_SIZE + 1);
        boolean isMore = rows.size() > PAGE_SIZE;
        List<CommentRow> shown = isMore ? rows.subList(0, PAGE_SIZE) : rows;
        return Optional.of(new CommentList(
                showing.comments(viewer, shown.reversed()),
                isMore ? Optional.of(Long.toString(shown.getLast().id())) : Optional.empty()));
    }

    /// Those of up to [Updates#MOST_AT_ONCE] comments that the viewer may see, with the updates they are about.
    public Map<Long, ShownComment> all(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<CommentRow> rows = store.find(ids);
        Map<UpdateId, ShownUpdate> seen =
                updates.all(viewer, rows.stream().map(CommentRow::updateId).collect(Collectors.toSet()));
        List<CommentRow> readable =
                rows.stream().filter(row -> seen.containsKey(row.updateId())).toList();
        return showing.comments(viewer, readable).stream()
                .collect(Collectors.toUnmodifiableMap(ShownComment::id, Function.identity()));
    }
}
