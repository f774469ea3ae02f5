package org.wellmet.notification;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;

/// What members want by mail, and when not. Thread-safe.
@Component
public final class MailSettings {
    private final MailSettingStore store;
    private final Transactions transactions;

    MailSettings(JdbcClient sql, Transactions transactions) {
        this.store = new MailSettingStore(sql);
        this.transactions = transactions;
    }

    /// What the member chose; every kind at any hour when they did not.
    public MailSetting of(MemberId member) {
        return store.find(member).orElse(MailSetting.UNCHOSEN);
    }

    /// Sets the member's choice.
    public void choose(MemberId member, MailSetting setting) {
        transactions.run(() -> store.save(member, setting));
    }

    /// Sets what becomes of the member's choice, which nobody else changes meanwhile.
    void change(MemberId member, UnaryOperator<MailSetting> change) {
        transactions.run(() -> store.save(member, change.apply(store.hold(member))));
    }

    /// Stops these kinds and leaves the rest as it is; false when there is no such member.
    boolean stop(MemberId member, Set<MailKind> kinds) {
        return transactions.call(() -> store.stop(member, kinds));
    }
}
