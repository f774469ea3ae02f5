package org.wellmet;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// What the tables hold of members, to see that nothing was changed.
final class Rows {
    private final JdbcClient sql;

    Rows(JdbcClient sql) {
        this.sql = sql;
    }

    /// Every row of every table that names the member.
    String of(MemberId member) {
        List<String> columns = sql.sql("""
                        SELECT format('%I WHERE %I', columns.table_name, columns.column_name)
                          FROM information_schema.columns
                          JOIN information_schema.tables USING (table_schema, table_name)
                         WHERE table_schema = 'public'
                           AND table_type = 'BASE TABLE'
                           AND data_type = 'bigint'
                           AND (column_name LIKE '%\\_id' OR table_name || '.' || column_name = 'member.id')
                         ORDER BY 1
                        """).query(String.class).list();
        List<String> rows = new ArrayList<>();
        for (String column : columns) {
            String table = column.substring(0, column.indexOf(' '));
            rows.addAll(sql.sql("SELECT " + table + "::text FROM " + column + " = :member ORDER BY 1")
                    .param("member", member.value())
                    .query(String.class)
                    .list());
        }
        return String.join("\n", rows);
    }

    /// The same of several.
    String of(List<MemberId> members) {
        return String.join("\n\n", members.stream().map(this::of).toList());
    }
}
