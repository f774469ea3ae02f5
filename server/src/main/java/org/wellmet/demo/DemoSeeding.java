package org.wellmet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.DemoGuests;
import org.wellmet.account.JoinPolicy;
import org.wellmet.account.NetworkSetting;
import org.wellmet.account.NetworkSettings;
import org.wellmet.changelog.ChangeHistory;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.changelog.ChangeTail;
import org.wellmet.connection.Connections;
import org.wellmet.database.Transactions;
import org.wellmet.demo.DemoCommunity.Tie;
import org.wellmet.member.Handle;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;
import org.wellmet.notification.MailSetting;
import org.wellmet.notification.MailSettings;
import org.wellmet.notification.QuietHours;
import org.wellmet.profile.Profiles;
import org.wellmet.settings.Settings;
import org.wellmet.web.Language;

/// Brings the community into an empty demo database, before the server takes requests. Does nothing without
/// the setting, nor where members are already.
@Component
final class DemoSeeding implements SmartLifecycle {
    private static final long SEED = 1749; // the year Halifax was founded: any number would do
    private static final int MONTHS = 12;

    // Thousands of ties come in one transaction; what is built on them is asked next.
    private static final Duration UNTIL_FOLLOWED = Duration.ofMinutes(2);

    // Who has tried it would rather not be mailed at supper.
    private static final QuietHours EVENINGS = new QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 30));

    private final Settings settings;
    private final Doors doors;
    private final DemoTalk talk;
    private final DemoIntroductions introductions;
    private final Means means;
    private final DemoStore store;
    private volatile boolean isRunning;

    /// The front doors through which people come in.
    @Component
    record Doors(Members members, Profiles profiles, NetworkSettings network, DemoGuests guests, MailSettings mail) {}

    /// What they come in with.
    @Component
    record Means(
            Transactions transactions,
            ChangeLog changeLog,
            ChangeHistory history,
            ChangeTail tail,
            JdbcClient sql,
            InstantSource clock) {}

    DemoSeeding(Settings settings, Doors doors, DemoTalk talk, DemoIntroductions introductions, Means means) {
        this.settings = settings;
        this.doors = doors;
        this.talk = talk;
        this.introductions = introductions;
        this.means = means;
        this.store = new DemoStore(means.sql());
    }

    @Override
    public void start() {
        isRunning = true;
        if (settings.isDemo()) {
            if (doors.members().activeCount() == 0) {
                seed();
            }
            open();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /// After the projections (0), before the web server.
    @Override
    public int getPhase() {
        return 1;
    }

    private void seed() {
        DemoContent content = DemoContent.read();
        LocalDate today = LocalDate.ofInstant(means.clock().instant(), ZoneOffset.UTC);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        DemoCommunity community =
                DemoCommunity.of(content, today.getYear() * MONTHS + today.getMonthValue() - 1, random);
        List<MemberId> ids = means.transactions().call(() -> {
            List<MemberId> people = people(content, community);
            ties(community, people, random);
            store.comeBefore(today);
            return people;
        });
        if (!means.tail().awaitPassed(means.history().horizon().xid() - 1, UNTIL_FOLLOWED)) {
            throw new IllegalStateException("the graph has not followed the demo's ties within " + UNTIL_FOLLOWED);
        }
        // In the order in which it happened: the introductions are older than what waits for the visitor.
        introductions.begin(content, community, ids);
        talk.begin(content, community, ids, random);
        doors.mail().choose(ids.get(DemoCast.MEMBER_INDEX), new MailSetting(Set.of(), Optional.of(EVENINGS)));
    }

    /// Sets the network up and lets visitors in. Done at each start, so that a seeding that was broken off is not shut
    /// for ever; a second time changes nothing.
    private void open() {
        MemberId guest = named(DemoCast.MEMBER);
        MemberId operator = named(DemoCast.OPERATOR);
        doors.network()
                .setUp(
                        operator,
                        new NetworkSetting(
                                "Harbour City Professionals",
                                "People who work in and around Halifax",
                                // Whoever tries it out may invite and be let in; where mails go out, a demo admits by
                                // links alone, so that it mails nobody.
                                settings.mail().isPresent() ? JoinPolicy.LINK : JoinPolicy.APPROVAL,
                                List.of(),
                                true));
        doors.guests().invite(List.of(guest, operator));
    }

    private MemberId named(String name) {
        return doors.members()
                .findByHandle(Handle.fromName(name))
                .orElseThrow(
                        () -> new IllegalStateException("the demo's folder is not whole; delete it and start again"))
                .id();
    }

    private static Language readingIn(DemoPerson person) {
        return person.languages().contains("French") ? Language.FRENCH : Language.ENGLISH;
    }

    private List<MemberId> people(DemoContent content, DemoCommunity community) {
        List<MemberId> ids = new ArrayList<>();
        for (DemoPerson person : community.people()) {
            boolean isOperator = ids.size() == DemoCast.OPERATOR_INDEX;
            MemberId id = doors.members().register(person.name(), MemberStatus.ACTIVE, isOperator);
            doors.profiles().takeOver(id, DemoProfiles.of(person));
            // Whom a visitor becomes has the visitor's own language and clock.
            if (ids.size() > DemoCast.OPERATOR_INDEX) {
                store.lives(id, readingIn(person), content.zone(person.area()));
            }
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    private void ties(DemoCommunity community, List<MemberId> ids, RandomGenerator random) {
        Instant now = means.clock().instant();
        for (Tie tie : community.ties()) {
            MemberId a = ids.get(tie.a());
            MemberId b = ids.get(tie.b());
            store.connect(a, b, now.minus(Duration.ofDays(20 + random.nextInt(1_400))));
            means.changeLog().append(Connections.MADE, a.value(), b.value(), 0);
        }
    }
}
