package org.wellmet.notification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `notification_mail_setting` and the one row of `notification_mail_key`. Each method is one
/// statement and runs in the caller's transaction.
final class MailSettingStore {
    private static final String FIND = """
            SELECT stopped, quiet_from, quiet_to FROM notification_mail_setting WHERE member_id = :member
            """;

    // Writes nothing new: it locks the row, which there may not have been.
    private static final String HOLD = """
            INSERT INTO notification_mail_setting AS setting (member_id, stopped) VALUES (:member, '{}')
            ON CONFLICT (member_id) DO UPDATE SET stopped = setting.stopped
            RETURNING stopped, quiet_from, quiet_to
            """;

    private static final String SAVE = """
            INSERT INTO notification_mail_setting (member_id, stopped, quiet_from, quiet_to)
            VALUES (:member, :stopped, :from::time, :to::time)
            ON CONFLICT (member_id) DO UPDATE SET stopped = :stopped, quiet_from = :from::time, quiet_to = :to::time
            """;

    // Whoever is gone stops nothing; whatever else is stopped stays so.
    private static final String STOP = """
            INSERT INTO notification_mail_setting AS setting (member_id, stopped)
            SELECT id, :stopped FROM member WHERE id = :member
            ON CONFLICT (member_id) DO UPDATE
               SET stopped = ARRAY(SELECT DISTINCT unnest(setting.stopped || excluded.stopped))
            """;

    private static final String OFFER_KEY = """
            INSERT INTO notification_mail_key (key) VALUES (:key) ON CONFLICT (is_only) DO NOTHING
            """;

    private static final String KEY = "SELECT key FROM notification_mail_key";

    private final JdbcClient sql;

    MailSettingStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<MailSetting> find(MemberId member) {
        return sql.sql(FIND)
                .param("member", member.value())
                .query((row, _) -> setting(row))
                .optional();
    }

    /// The member's choice, which is the caller's until the transaction ends.
    MailSetting hold(MemberId member) {
        return sql.sql(HOLD)
                .param("member", member.value())
                .query((row, _) -> setting(row))
                .single();
    }

    void save(MemberId member, MailSetting setting) {
        sql.sql(SAVE)
                .param("member", member.value())
                .param("stopped", codes(setting.stopped()))
                .param(
                        "from",
                        setting.quietHours()
                                .map(quiet -> quiet.from().toString())
                                .orElse(null))
                .param(
                        "to",
                        setting.quietHours().map(quiet -> quiet.to().toString()).orElse(null))
                .update();
    }

    /// False when there is no such member.
    boolean stop(MemberId member, Collection<MailKind> kinds) {
        return sql.sql(STOP)
                        .param("member", member.value())
                        .param("stopped", codes(kinds))
                        .update()
                == 1;
    }

    void offerKey(byte[] key) {
        sql.sql(OFFER_KEY).param("key", key).update();
    }

    Optional<byte[]> key() {
        return sql.sql(KEY).query((row, _) -> row.getBytes("key")).optional();
    }

    private static MailSetting setting(ResultSet row) throws SQLException {
        Array stopped = row.getArray("stopped");
        Set<MailKind> kinds = Arrays.stream((String[]) stopped.getArray())
                .flatMap(code -> MailKind.parse(code).stream()) // one that this version knows no more is left out
                .collect(Collectors.toSet());
        @Nullable LocalTime from = row.getObject("quiet_from", LocalTime.class);
        @Nullable LocalTime to = row.getObject("quiet_to", LocalTime.class);
        return new MailSetting(
                kinds, from == null || to == null ? Optional.empty() : Optional.of(new QuietHours(from, to)));
    }

    private static String[] codes(Collection<MailKind> kinds) {
        return kinds.stream().map(MailKind::code).sorted().toArray(String[]::new);
    }
}
