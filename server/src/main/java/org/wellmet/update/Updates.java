package org.wellmet.update;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;
import org.wellmet.picture.PictureLeave;
import org.wellmet.picture.Pictures;
import org.wellmet.update.UpdateStore.Whose;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// The updates that members share. Thread-safe.
@Component
public final class Updates implements PictureLeave {
    /// The change that tells that `memberId` shared the update `subjectId`.
    public static final String SHARED = "update.shared";

    /// The change that tells that `memberId` mentioned `otherId` in the update `subjectId`.
    public static final String MENTIONED = "update.mentioned";

    /// The change that tells that `memberId` deleted the update `subjectId`.
    public static final String DELETED = "update.deleted";

    /// Updates on one page of a list.
    public static final int PAGE_SIZE = 20;

    /// How many updates one may ask for by id at once.
    public static final int MOST_AT_ONCE = 200;

    static final Limit SHARING = new Limit(
            "update.share",
            20,
            Duration.ofHours(1),
            "Against floods in the feeds of others; nobody writes more than a note every three minutes for an hour.");

    private final UpdateStore store;
    private final Showing showing;
    private final Mentioning mentioning;
    private final Leave leave;
    private final Visibility visibility;
    private final Pictures pictures;
    private final Means means;

    /// What every verb needs.
    @Component
    record Means(Transactions transactions, ChangeLog changeLog, Limits limits, InstantSource clock) {}

    Updates(
            JdbcClient sql,
            Showing showing,
            Mentioning mentioning,
            Leave leave,
            Visibility visibility,
            Pictures pictures,
            Means means) {
        this.store = new UpdateStore(sql);
        this.showing = showing;
        this.mentioning = mentioning;
        this.leave = leave;
        this.visibility = visibility;
        this.pictures = pictures;
        this.means = means;
    }

    /// Shares an update.
    public ShareUpdateOutcome share(MemberId author, UpdateDraft draft) {
        return switch (means.limits().take(SHARING, LimitKey.ofMember(author.value()))) {
            case LimitOutcome.Allowed _ -> new ShareUpdateOutcome.Shared(shared(author, draft));
            case LimitOutcome.Exhausted(var retryAt) -> new ShareUpdateOutcome.TooMany(retryAt);
        };
    }

    private UpdateId shared(MemberId author, UpdateDraft draft) {
        return means.transactions().call(() -> {
            List<MemberId> mentions = mentioning.in(author, draft.text());
            Long picture = draft.picture()
                    .map(it -> pictures.store(author, it.picture()))
                    .orElse(null);
            UpdateId id = store.insert(
                    author, draft, mentions, picture, means.clock().instant().truncatedTo(ChronoUnit.MICROS));
            means.changeLog().append(SHARED, author.value(), 0, id.value());
            mentioning.tell(MENTIONED, author, mentions, new Mentioning.Source(author, draft.audience(), id.value()));
            return id;
        });
    }

    /// Deletes the member's own update with its picture, its comments and its reactions.
    public DeleteOutcome delete(MemberId member, UpdateId id) {
        return means.transactions()
                .call(() -> leave.holdAlone(member, id).map(this::deleted).orElseGet(DeleteOutcome.Absent::new));
    }

    private DeleteOutcome deleted(Whose whose) {
        store.delete(whose.author(), whose.id());
        whose.pictureId().ifPresent(picture -> pictures.delete(whose.author(), picture));
        means.changeLog().append(DELETED, whose.author().value(), 0, whose.id().value());
        return new DeleteOutcome.Deleted();
    }

    /// The update, if the viewer may see it.
    public Optional<ShownUpdate> find(Viewer viewer, UpdateId id) {
        return Optional.ofNullable(all(viewer, List.of(id)).get(id));
    }

    /// Those of up to [#MOST_AT_ONCE] updates that the viewer may see. Three statements.
    public Map<UpdateId, ShownUpdate> all(Viewer viewer, Collection<UpdateId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " updates at once, got " + ids.size());
        }
        return ids.isEmpty()
                ? Map.of()
                : showing.updates(viewer, store.find(viewer, ids)).stream()
                        .collect(Collectors.toUnmodifiableMap(ShownUpdate::id, Function.identity()));
    }

    /// A page of the member's updates as far as the viewer may see them.
    ///
    /// @param before [UpdateList#older] of the page before; empty for the first
    public Optional<UpdateList> ofMember(Viewer viewer, MemberId author, String before) {
        Standing standing = visibility.standing(viewer, author);
        List<Audience> admitted = Arrays.stream(Audience.values())
                .filter(audience -> audience.admits(standing))
                .toList();
        return Spot.parse(before)
                .map(spot -> page(
                        store.ofMember(viewer, author, admitted, spot, PAGE_SIZE + 1),
                        rows -> showing.updates(viewer, rows)));
    }

    @Override
    public boolean maySee(Viewer viewer, MemberId owner, long pictureId) {
        return store.withPicture(owner, pictureId)
                .filter(whose -> visibility.maySee(viewer, owner, whose.audience()))
                .isPresent();
    }

    /// Cuts one row more than a page holds down to the page; that there was one says that there is an older page.
    static UpdateList page(List<UpdateRow> rows, Function<List<UpdateRow>, List<ShownUpdate>> show) {
        boolean isMore = rows.size() > PAGE_SIZE;
        List<UpdateRow> shown = isMore ? rows.subList(0, PAGE_SIZE) : rows;
        return new UpdateList(
                show.apply(shown), isMore ? Optional.of(shown.getLast().spot().toString()) : Optional.empty());
    }
}
