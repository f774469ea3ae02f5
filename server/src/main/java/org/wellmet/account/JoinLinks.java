package org.wellmet.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;

/// The links by which operators let people join.
///
/// A link is bound to the operator who made it and falls with their office; it spares nobody the proof of
/// their mail address, nor the approval where the network asks for one. Thread-safe.
@Component
public final class JoinLinks {
    /// The longest note there may be.
    public static final int NOTE_MAX_LENGTH = 120;

    private static final int MOST_LISTED = 200;

    private final JoinLinkStore links;
    private final Letters letters;
    private final Transactions transactions;
    private final InstantSource clock;
    private final RandomGenerator random;

    JoinLinks(JdbcClient sql, Letters letters, Transactions transactions, InstantSource clock, RandomGenerator random) {
        this.links = new JoinLinkStore(sql);
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /// What a link is to be like.
    ///
    /// @param note for the operator's own memory
    /// @param maxUses 1 to 1,000
    /// @param life 1 to 90 days
    public record Wish(String note, int maxUses, Duration life) {
        private static final int MOST_USES = 1_000;
        private static final Duration LONGEST = Duration.ofDays(90);

        /// Holds them to their bounds.
        public Wish {
            if (maxUses < 1 || maxUses > MOST_USES) {
                throw new IllegalArgumentException("a link has 1 to 1,000 uses, got " + maxUses);
            }
            if (life.compareTo(Duration.ofDays(1)) < 0 || life.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a link lives 1 to 90 days, got " + life);
            }
        }
    }

    /// Makes a link and returns its address, which is shown once and kept nowhere.
    public String make(MemberId operator, Wish wish) {
        Secret secret = Secret.random(random);
        transactions.run(() -> {
            links.sweep(operator, clock.instant());
            links.insert(operator, secret, wish, clock.instant());
        });
        return letters.link("/join/" + secret.text());
    }

    /// The links of this operator that have not expired, newest first.
    public List<JoinLink> of(MemberId operator) {
        return links.of(operator, clock.instant(), MOST_LISTED);
    }

    /// Takes a link back; false when this operator has none such.
    public boolean revoke(MemberId operator, long id) {
        return transactions.call(() -> links.revoke(operator, id));
    }

    /// The link that this is the secret of, if it still opens.
    Optional<Long> find(Secret secret) {
        return links.find(secret, clock.instant());
    }

    /// Uses the link up by one in the caller's transaction; false when it opens no longer.
    boolean use(long id) {
        return links.use(id, clock.instant());
    }
}
