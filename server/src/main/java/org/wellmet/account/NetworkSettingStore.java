package org.wellmet.account;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The row of `network_setting`. Each method is one statement and runs in the caller's transaction.
final class NetworkSettingStore {
    private static final String FIND = """
            SELECT name, description, join_policy, domains, is_set_up FROM network_setting WHERE is_only
            """;

    // Two operators who save at once save one after the other, each on top of what the other saved.
    private static final String FIND_FOR_CHANGE = FIND + " FOR UPDATE";

    // The primary key makes the second of two first operators wait for the first, and lose.
    private static final String BEGIN = """
            INSERT INTO network_setting (name, description, join_policy, domains, is_set_up)
            VALUES ('', '', 'APPROVAL', '', false)
            ON CONFLICT (is_only) DO NOTHING
            """;

    private static final String SAVE = """
            UPDATE network_setting
               SET name = :name, description = :description, join_policy = :policy, domains = :domains, is_set_up = :is_set_up
             WHERE is_only
            """;

    private final JdbcClient sql;

    NetworkSettingStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<NetworkSetting> find() {
        return read(FIND);
    }

    Optional<NetworkSetting> findForChange() {
        return read(FIND_FOR_CHANGE);
    }

    private Optional<NetworkSetting> read(String statement) {
        return sql.sql(statement)
                .query((row, _) -> new NetworkSetting(
                        row.getString("name"),
                        row.getString("description"),
                        JoinPolicy.valueOf(row.getString("join_policy")),
                        domains(row.getString("domains")),
                        row.getBoolean("is_set_up")))
                .optional();
    }

    boolean begin() {
        return sql.sql(BEGIN).update() == 1;
    }

    void save(NetworkSetting setting) {
        sql.sql(SAVE)
                .param("name", setting.name())
                .param("description", setting.description())
                .param("policy", setting.joinPolicy().name())
                .param("domains", String.join(" ", setting.domains()))
                .param("is_set_up", setting.isSetUp())
                .update();
    }

    private static List<String> domains(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(" ", -1));
    }
}
