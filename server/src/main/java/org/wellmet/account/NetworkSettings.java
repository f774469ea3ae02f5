package org.wellmet.account;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.web.NetworkName;

/// What the network is called, what it says of itself and who may join.
///
/// Every page asks, so each node holds the row in memory; [NetworkProjection] reads it again when the change log says
/// so.
///
/// Thread-safe: one volatile reference to an immutable value.
@Component
public final class NetworkSettings implements NetworkName {
    /// The change that tells that a setting of the network changed.
    public static final String CHANGED = "network.changed";

    private static final String UNNAMED = "Wellmet";

    private final NetworkSettingStore settings;
    private final Transactions transactions;
    private final ChangeLog changeLog;

    private volatile NetworkSetting held = NetworkSetting.NONE;
    private volatile boolean hasBegun;

    NetworkSettings(JdbcClient sql, Transactions transactions, ChangeLog changeLog) {
        this.settings = new NetworkSettingStore(sql);
        this.transactions = transactions;
        this.changeLog = changeLog;
    }

    /// What the network is called.
    @Override
    public String name() {
        String name = held.name();
        return name.isEmpty() ? UNNAMED : name;
    }

    /// The settings as this node knows them.
    public NetworkSetting current() {
        return held;
    }

    /// Changes the settings.
    public void change(MemberId operator, UnaryOperator<NetworkSetting> change) {
        transactions.run(() -> {
            settings.save(change.apply(settings.findForChange().orElseThrow()));
            changeLog.append(CHANGED, operator.value());
        });
        readAgain();
    }

    /// Sets the network up at one stroke, for the seeding of a demo; false, and nothing changed, when it was begun
    /// before.
    public boolean setUp(MemberId operator, NetworkSetting setting) {
        boolean isBegun = transactions.call(() -> {
            if (!settings.begin()) {
                return false;
            }
            settings.save(setting);
            changeLog.append(CHANGED, operator.value());
            return true;
        });
        readAgain();
        return isBegun;
    }

    /// Whether the set-up has begun, which is when the first operator came.
    boolean hasBegun() {
        return hasBegun;
    }

    /// Begins the set-up in the caller's transaction; false when somebody else has begun it.
    boolean begin() {
        return settings.begin();
    }

    /// Reads and sets under one lock, so that of two readers the one who read the later row sets last.
    synchronized void readAgain() {
        Optional<NetworkSetting> found = settings.find();
        held = found.orElse(NetworkSetting.NONE);
        hasBegun = found.isPresent();
    }
}
