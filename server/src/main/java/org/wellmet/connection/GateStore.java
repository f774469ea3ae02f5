package org.wellmet.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// The column `gate` of `connection_setting` and the one row of `invitation_rule`. Each method is one statement.
final class GateStore {
    private static final String GATE = """
            SELECT coalesce(
                (SELECT gate FROM connection_setting WHERE member_id = :member),
                (SELECT gate FROM invitation_rule))
            """;

    private static final String GATES = """
            SELECT member.id, coalesce(connection_setting.gate, invitation_rule.gate) AS gate
              FROM member
             CROSS JOIN invitation_rule
              LEFT JOIN connection_setting ON connection_setting.member_id = member.id
             WHERE member.id = ANY(:members)
            """;

    private static final String CHOOSE = """
            INSERT INTO connection_setting (member_id, gate) VALUES (:member, :gate)
            ON CONFLICT (member_id) DO UPDATE SET gate = excluded.gate
            """;

    private final JdbcClient sql;

    GateStore(JdbcClient sql) {
        this.sql = sql;
    }

    Gate gate(MemberId member) {
        return Gate.valueOf(sql.sql(GATE)
                .param("member", member.value())
                .query(String.class)
                .single());
    }

    Map<MemberId, Gate> gates(Collection<MemberId> members) {
        Map<MemberId, Gate> gates = new HashMap<>();
        sql.sql(GATES)
                .param("members", members.stream().map(MemberId::value).toArray(Long[]::new))
                .query(row -> {
                    gates.put(new MemberId(row.getLong("id")), Gate.valueOf(row.getString("gate")));
                });
        return gates;
    }

    void choose(MemberId member, Gate gate) {
        sql.sql(CHOOSE)
                .param("member", member.value())
                .param("gate", gate.name())
                .update();
    }

    Gate byDefault() {
        return Gate.valueOf(
                sql.sql("SELECT gate FROM invitation_rule").query(String.class).single());
    }

    void chooseDefault(Gate gate) {
        sql.sql("UPDATE invitation_rule SET gate = :gate")
                .param("gate", gate.name())
                .update();
    }
}
