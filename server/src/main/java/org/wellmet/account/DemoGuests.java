package org.wellmet.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;
import org.wellmet.settings.Settings;

/// Whom a visitor of a demo may become with one click.
///
/// *Two locks*: the setting `wellmet.demo`, which only the launcher of a demo sets, and a row in the demo's
/// own database, which only [#invite] writes and only under that setting. Either without the other opens
/// nothing: the setting on a real database finds no row, and the demo's database under a real server has no
/// route that asks.
///
/// Thread-safe.
@Component
public final class DemoGuests {
    private static final String INVITE = """
            INSERT INTO demo_guest (member_id, position) VALUES (:member, :position)
            ON CONFLICT (member_id) DO NOTHING
            """;

    private static final String GUESTS = "SELECT member_id FROM demo_guest ORDER BY position LIMIT 10";

    private final JdbcClient sql;
    private final Members members;
    private final Transactions transactions;
    private final boolean isDemo;

    DemoGuests(JdbcClient sql, Members members, Transactions transactions, Settings settings) {
        this.sql = sql;
        this.members = members;
        this.transactions = transactions;
        this.isDemo = settings.isDemo();
    }

    /// Lets visitors of this demo become these members, in this order. For the seeding of a demo, on a database of its
    /// own.
    public void invite(List<MemberId> guests) {
        if (!isDemo) {
            throw new IllegalStateException("only a demo has guests: wellmet.demo is not set");
        }
        transactions.run(() -> {
            for (int i = 0; i < guests.size(); i++) {
                sql.sql(INVITE)
                        .param("member", guests.get(i).value())
                        .param("position", i)
                        .update();
            }
        });
    }

    /// Those whom a visitor may become; nobody outside of a demo.
    List<Member> guests() {
        if (!isDemo) {
            return List.of();
        }
        List<MemberId> ids = sql.sql(GUESTS)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .list();
        Map<MemberId, Member> found = members.all(ids);
        List<Member> guests = new ArrayList<>();
        for (MemberId id : ids) {
            Optional.ofNullable(found.get(id))
                    .filter(member -> member.status() == MemberStatus.ACTIVE)
                    .ifPresent(guests::add);
        }
        return List.copyOf(guests);
    }
}
