package org.wellmet.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// The counts of all limits. Parallel requests on one key queue at its row, so that exactly as many pass as the limit
/// allows. Costs one short transaction on a connection of its own. Thread-safe.
@Component
public final class Limits {
    // Often enough that the table holds little more than a day's keys, seldom enough to cost nothing.
    private static final int TAKES_BETWEEN_CLEANINGS = 500;
    private static final int CLEANED_AT_ONCE = 2_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final LimitStore store;
    private final InstantSource clock;
    private final AtomicInteger takes = new AtomicInteger();

    public Limits(DataSource dataSource, InstantSource clock) {
        this.clock = clock;
        store = new LimitStore(dataSource);
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("limit_bucket")
                .idColumn("key")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new Meter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /// Takes one, if there is one.
    public LimitOutcome take(Limit limit, LimitKey key) {
        if (takes.incrementAndGet() % TAKES_BETWEEN_CLEANINGS == 0) {
            store.deleteExpired(clock.instant(), CLEANED_AT_ONCE);
        }
        ConsumptionProbe probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new LimitOutcome.Allowed()
                : new LimitOutcome.Exhausted(clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
    }

    /// Gives back one that was taken for what was not done then.
    public void giveBack(Limit limit, LimitKey key) {
        bucket(limit, key).addTokens(1);
    }

    private BucketProxy bucket(Limit limit, LimitKey key) {
        return buckets.getProxy(limit.name() + " " + key.value(), () -> configuration(limit));
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.count()).refillGreedy(limit.count(), limit.period()))
                .build();
    }

    /// The server's clock as Bucket4j wants it.
    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
