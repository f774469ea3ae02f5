package org.wellmet.member;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;

/// The members: who they are, whatever anyone may see of them. Ask `visibility` before showing one to somebody.
///
/// Thread-safe.
@Component
public final class Members {
    /// The change that tells that a member came, changed name, headline, picture or standing.
    public static final String CHANGED = "member.changed";

    /// The change that tells that a member is gone for good, with all that was theirs.
    public static final String DELETED = "member.deleted";

    /// The longest name there may be.
    public static final int NAME_MAX_LENGTH = 120;

    /// The longest headline there may be.
    public static final int HEADLINE_MAX_LENGTH = 120;

    private final MemberStore members;
    private final Transactions transactions;
    private final ChangeLog changeLog;
    private final InstantSource clock;

    Members(JdbcClient sql, Transactions transactions, ChangeLog changeLog, InstantSource clock) {
        this.members = new MemberStore(sql);
        this.transactions = transactions;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    /// Takes in a member under a free handle made from the name.
    public MemberId register(String name, MemberStatus status, boolean isOperator) {
        return transactions.call(() -> {
            Handle wished = Handle.fromName(name);
            members.holdHandle(wished);
            MemberId id = members.insert(free(wished), name, status, isOperator, clock.instant());
            changeLog.append(CHANGED, id.value());
            return id;
        });
    }

    /// The member, whatever their standing.
    public Optional<Member> find(MemberId id) {
        return members.find(id);
    }

    /// The member in an address, whatever their standing.
    public Optional<Member> findByHandle(Handle handle) {
        return members.findByHandle(handle);
    }

    /// Those of `ids` that exist, by id. One statement.
    public Map<MemberId, Member> all(Collection<MemberId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : members.all(ids).stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /// Up to `limit` of those who run the server and take part, the longest here first.
    public List<MemberId> operators(int limit) {
        return members.operators(limit);
    }

    /// Up to `limit` ids above `after`, ascending, whatever their standing: for projections that read everyone.
    public List<MemberId> idsAfter(long after, int limit) {
        return members.idsAfter(after, limit);
    }

    /// Lets the member take part: for the first time, or again.
    public void admit(MemberId id) {
        stand(id, MemberStatus.ACTIVE);
    }

    /// Shuts the member out, until they are admitted again.
    public void suspend(MemberId id) {
        stand(id, MemberStatus.SUSPENDED);
    }

    private void stand(MemberId id, MemberStatus status) {
        transactions.run(() -> {
            members.setStatus(id, status);
            changeLog.append(CHANGED, id.value());
        });
    }

    /// Lets none of these different members be deleted before the caller's transaction ends; false when one
    /// of them is here no more. Their rows are taken in the order of ids, so that nobody waits in a circle.
    ///
    /// Comes before any row that would go with one of them: who deletes a member holds the member's row
    /// first, too.
    public boolean keep(Collection<MemberId> ids) {
        return members.keep(ids);
    }

    /// As [#keep], and whoever queues for one of them, too, waits until then: for counts that must be exact.
    public boolean queue(Collection<MemberId> ids) {
        return members.queue(ids);
    }

    /// Deletes the member; what is theirs goes with them through the schema's cascades.
    public void delete(MemberId id) {
        transactions.run(() -> {
            members.delete(id);
            changeLog.append(DELETED, id.value());
        });
    }

    /// Changes name and headline.
    public void describe(MemberId id, String name, String headline) {
        transactions.run(() -> {
            members.setNameAndHeadline(id, name, headline);
            changeLog.append(CHANGED, id.value());
        });
    }

    /// Shows another picture.
    public void showPicture(MemberId id, long pictureId) {
        transactions.run(() -> {
            members.setPicture(id, pictureId);
            changeLog.append(CHANGED, id.value());
        });
    }

    /// Shows no picture.
    public void takePictureDown(MemberId id) {
        transactions.run(() -> {
            members.clearPicture(id);
            changeLog.append(CHANGED, id.value());
        });
    }

    /// Lets people who are not signed in see that this member is here.
    public void open(MemberId id) {
        openTo(id, true);
    }

    /// Shows only to members that this member is here.
    public void close(MemberId id) {
        openTo(id, false);
    }

    private void openTo(MemberId id, boolean isPublic) {
        transactions.run(() -> {
            members.setPublic(id, isPublic);
            changeLog.append(CHANGED, id.value());
        });
    }

    /// Gives the member another handle. False, and nothing changed, where it is or was another member's: an
    /// address that people have kept must not lead to somebody else.
    public boolean changeHandle(MemberId id, Handle handle) {
        return transactions.call(() -> {
            members.holdHandle(handle);
            boolean changed = members.setHandle(id, handle);
            if (changed) {
                changeLog.append(CHANGED, id.value());
            }
            return changed;
        });
    }

    /// The member who had this handle once and has another one.
    public Optional<Member> findByFormerHandle(Handle handle) {
        return members.findByFormerHandle(handle);
    }

    /// How many members take part.
    public long activeCount() {
        return members.activeCount();
    }

    private Handle free(Handle wished) {
        Set<Handle> taken = Set.copyOf(members.handlesLike(wished));
        Handle handle = wished;
        for (int number = 2; taken.contains(handle); number++) {
            handle = new Handle(wished.value() + "-" + number);
        }
        return handle;
    }
}
