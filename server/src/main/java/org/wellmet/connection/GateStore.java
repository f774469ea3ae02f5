package org.wellmet.connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// The column `gate` of `connection_setting` and the one row of `invitation_rule`. Each method is one statement.
final class GateStore {
    private static final String GATE = """
            SELECT coalesce(
                (SELECT gate FROM connection_setting WHERE member_id = :member),
                (SELECT gate FROM invitation_rule))
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
