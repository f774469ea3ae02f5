package org.wellmet.account;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;

/// The first start of a server: its operator, its name, who may join. Thread-safe.
@Component
final class SetUp {
    private final AccountStore accounts;
    private final NetworkSettings network;
    private final Passwords passwords;
    private final Members members;
    private final Transactions transactions;
    private final ChangeLog changeLog;
    private final InstantSource clock;

    SetUp(
            JdbcClient sql,
            NetworkSettings network,
            Passwords passwords,
            Members members,
            Transactions transactions,
            ChangeLog changeLog,
            InstantSource clock) {
        this.accounts = new AccountStore(sql);
        this.network = network;
        this.passwords = passwords;
        this.members = members;
        this.transactions = transactions;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    /// What comes next.
    enum Step {
        OPERATOR,
        NAME,
        JOINING,
        DONE
    }

    Step next() {
        if (!network.hasBegun()) {
            return Step.OPERATOR;
        }
        NetworkSetting setting = network.current();
        if (setting.isSetUp()) {
            return Step.DONE;
        }
        return setting.name().isEmpty() ? Step.NAME : Step.JOINING;
    }

    /// Makes the first operator; empty when somebody else was faster. Their address is taken on trust: there
    /// is nobody yet to whom a mail server could matter.
    Optional<MemberId> makeOperator(EmailAddress email, String name, String password) {
        String hash = passwords.hash(password);
        Optional<MemberId> operator = transactions.call(() -> {
            if (!network.begin()) {
                return Optional.empty();
            }
            MemberId member = members.register(name, MemberStatus.ACTIVE, true);
            accounts.insert(member, email, hash, clock.instant());
            changeLog.append(NetworkSettings.CHANGED, member.value());
            return Optional.of(member);
        });
        network.readAgain();
        return operator;
    }
}
