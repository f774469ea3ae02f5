package org.wellmet.limit;

import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of `limit_bucket` as far as Bucket4j does not write them itself.
final class LimitStore {
    private final JdbcClient jdbc;

    LimitStore(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /// Forgets counts that have refilled. Served by limit_bucket_expires_idx; a scatter, as no member owns it.
    void deleteExpired(Instant before, int max) {
        jdbc.sql("""
                        DELETE FROM limit_bucket
                         WHERE key IN (SELECT key
                                         FROM limit_bucket
                                        WHERE expires_at < :before
                                        LIMIT :max
                                          FOR UPDATE SKIP LOCKED)
                        """).param("before", before.toEpochMilli()).param("max", max).update();
    }
}
