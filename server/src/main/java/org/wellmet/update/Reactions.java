package org.wellmet.update;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.member.MemberId;
import org.wellmet.update.UpdateStore.Whose;

/// Reactions to updates: one word, *Useful*, once per member. Thread-safe.
@Component
public final class Reactions {
    /// The change that tells that `memberId` finds the update `subjectId` of `otherId` useful.
    public static final String MADE = "reaction.made";

    /// The change that tells that `memberId` finds it useful no longer.
    public static final String WITHDRAWN = "reaction.withdrawn";

    static final Limit REACTING = new Limit(
            "update.react",
            300,
            Duration.ofHours(1),
            "Against machines that react to everything; a person reads no five updates a minute for an hour.");

    private final ReactionStore store;
    private final Leave leave;
    private final Updates.Means means;

    Reactions(JdbcClient sql, Leave leave, Updates.Means means) {
        this.store = new ReactionStore(sql);
        this.leave = leave;
        this.means = means;
    }

    /// Makes it so that the member calls the update useful, or does not. Asked twice it is done once.
    public ReactOutcome set(MemberId member, UpdateId id, boolean isUseful) {
        return switch (means.limits().take(REACTING, LimitKey.ofMember(member.value()))) {
            case LimitOutcome.Allowed _ ->
                means.transactions()
                        .call(() -> leave.hold(member, id)
                                .map(whose -> done(member, whose, isUseful))
                                .orElseGet(ReactOutcome.Absent::new));
            case LimitOutcome.Exhausted(var retryAt) -> new ReactOutcome.TooMany(retryAt);
        };
    }

    private ReactOutcome done(MemberId member, Whose update, boolean isUseful) {
        boolean isChanged = isUseful
                ? store.insert(update, member, means.clock().instant().truncatedTo(ChronoUnit.MICROS))
                : store.delete(update, member);
        if (isChanged) {
            means.changeLog()
                    .append(
                            isUseful ? MADE : WITHDRAWN,
                            member.value(),
                            update.author().value(),
                            update.id().value());
        }
        return new ReactOutcome.Done();
    }
}
