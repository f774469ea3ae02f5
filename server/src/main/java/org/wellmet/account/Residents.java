package org.wellmet.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;

/// What operators do with members: let in, turn away, suspend. For operators only; the caller asks leave.
///
/// Each change holds from the next request on: sessions end in the transaction that makes it. An operator
/// cannot be suspended by another, nor by themselves. Thread-safe.
@Component
public final class Residents {
    /// How many members a page lists.
    public static final int PAGE_SIZE = 50;

    private final ResidentStore residents;
    private final AccountStore accounts;
    private final Members members;
    private final Sessions sessions;
    private final Letters letters;
    private final ObjectProvider<Arrival> arrivals;
    private final Transactions transactions;
    private final InstantSource clock;

    Residents(
            JdbcClient sql,
            Members members,
            Sessions sessions,
            Letters letters,
            ObjectProvider<Arrival> arrivals,
            Transactions transactions,
            InstantSource clock) {
        this.residents = new ResidentStore(sql);
        this.accounts = new AccountStore(sql);
        this.members = members;
        this.sessions = sessions;
        this.letters = letters;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How many members there are of each standing.
    public Map<MemberStatus, Long> counts() {
        return residents.counts();
    }

    /// Members with an id below `before`, newest first: all, or those whose name contains or whose address is what was
    /// asked.
    public List<Resident> page(String query, long before) {
        return whole(residents.page("", query.strip().toLowerCase(Locale.ROOT), before, PAGE_SIZE));
    }

    /// Those who wait to be let in, newest first.
    public List<Resident> waiting(long before) {
        return whole(residents.page(MemberStatus.WAITING.name(), "", before, PAGE_SIZE));
    }

    /// Lets somebody in who waits; false when nobody such does.
    public boolean approve(MemberId member, Words words) {
        return transactions.call(() -> move(member, MemberStatus.WAITING, members::admit)
                .map(_ -> {
                    residents.letIn(member, clock.instant());
                    arrivals.forEach(one -> one.takesPart(member));
                    accounts.find(member).ifPresent(account -> letters.letIn(account.email(), words));
                    return true;
                })
                .orElse(false));
    }

    /// Turns somebody away who waits, and deletes what they gave; false when nobody such does.
    public boolean refuse(MemberId member, Words words) {
        return transactions.call(() -> {
            Optional<Member> waiting = members.find(member).filter(found -> found.status() == MemberStatus.WAITING);
            waiting.ifPresent(_ -> {
                Optional<AccountStore.Account> account = accounts.find(member);
                members.delete(member);
                account.ifPresent(gone -> letters.notLetIn(gone.email(), words)); // *counts last*
            });
            return waiting.isPresent();
        });
    }

    /// Shuts a member out; false when they do not take part or are an operator.
    public boolean suspend(MemberId member) {
        return transactions.call(() -> {
            boolean isSuspended =
                    move(member, MemberStatus.ACTIVE, members::suspend).isPresent();
            if (isSuspended) {
                sessions.endAll(member);
            }
            return isSuspended;
        });
    }

    /// Lets a suspended member take part again; false when they are not suspended.
    public boolean lift(MemberId member) {
        return transactions.call(
                () -> move(member, MemberStatus.SUSPENDED, members::admit).isPresent());
    }

    private Optional<Member> move(MemberId member, MemberStatus from, Consumer<MemberId> to) {
        Optional<Member> found = members.find(member).filter(known -> known.status() == from && !known.isOperator());
        found.ifPresent(_ -> to.accept(member));
        return found;
    }

    private List<Resident> whole(List<ResidentStore.Row> rows) {
        Map<MemberId, Member> found =
                members.all(rows.stream().map(ResidentStore.Row::id).toList());
        List<Resident> whole = new ArrayList<>();
        for (ResidentStore.Row row : rows) {
            Optional.ofNullable(found.get(row.id()))
                    .ifPresent(member -> whole.add(new Resident(member, row.email(), row.joinedAt())));
        }
        return List.copyOf(whole);
    }
}
