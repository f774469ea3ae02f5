package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.JoinPolicy;
import org.wellmet.account.Mailboxes;
import org.wellmet.account.NetworkSetting;
import org.wellmet.account.NetworkSettings;
import org.wellmet.account.Secret;
import org.wellmet.account.Words;
import org.wellmet.database.Transactions;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Outbox;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.settings.Settings;
import org.wellmet.visibility.Blocks;
import org.wellmet.web.Text;

/// Invitations to people who are not here: one mail to one address, or a link to hand on.
///
/// One carries no right that its inviter lacks: it admits nobody, spares no proof and no approval. It lets an
/// invitation
/// of its inviter wait for who joined by it. No answer depends on whether an address has an account.
///
/// Thread-safe.
@Component
public final class OutsideInvitations {
    /// How long one opens.
    public static final Duration LIFE = Duration.ofDays(30);

    /// The most who may come by one link.
    public static final int MOST_USES = 10;

    /// The longest word on whom one is for.
    public static final int NOTE_MAX_LENGTH = 120;

    /// The most links of one member that open at a time.
    public static final int MOST_LINKS = 10;

    /// The most that are listed.
    public static final int MOST_LISTED = 100;

    static final Limit MAILS = new Limit(
            "connection.outside-mail", 10, Duration.ofDays(7), "a member's address book mailed in one evening");
    static final Limit TARGET = new Limit(
            "connection.outside-target", 3, Duration.ofDays(30), "a mailbox filled by many who know its owner");
    static final Limit EVERYBODY =
            new Limit("connection.outside-everybody", 300, Duration.ofDays(1), "this server as a mail cannon");

    // Mails to one address are kept for so long, that none is sent a second time.
    private static final Duration MEMORY = Duration.ofDays(365);
    // How long the outbox tries; the link lives longer.
    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    private final OutsideStore store;
    private final NetworkSettings network;
    private final Mailboxes mailboxes;
    private final Blocks blocks;
    private final Members members;
    private final Outbox outbox;
    private final Limits limits;
    private final Transactions transactions;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final String address;

    OutsideInvitations(
            JdbcClient sql,
            NetworkSettings network,
            Mailboxes mailboxes,
            Blocks blocks,
            Members members,
            Outbox outbox,
            Limits limits,
            Transactions transactions,
            InstantSource clock,
            RandomGenerator random,
            Settings settings) {
        this.store = new OutsideStore(sql);
        this.network = network;
        this.mailboxes = mailboxes;
        this.blocks = blocks;
        this.members = members;
        this.outbox = outbox;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
        this.address = settings.publicAddress().toString();
    }

    /// Whether the network admits anybody by its own rules whom a member could invite.
    public boolean isPossible() {
        return network.current().joinPolicy() != JoinPolicy.LINK;
    }

    /// Mails an invitation, exactly once, in the inviter's language.
    public InviteOutsideOutcome mail(MemberId inviter, EmailAddress to, WhyNow why, Words words) {
        if (!isAdmitted(to)) {
            return new InviteOutsideOutcome.NotAdmitted();
        }
        if (store.hasMailed(inviter, to.value())) {
            return new InviteOutsideOutcome.MailedBefore();
        }
        for (Take take : List.of(
                new Take(MAILS, LimitKey.ofMember(inviter.value())), new Take(EVERYBODY, LimitKey.ofEverybody()))) {
            if (limits.take(take.limit(), take.key()) instanceof LimitOutcome.Exhausted(Instant retryAt)) {
                return new InviteOutsideOutcome.TooMany(retryAt);
            }
        }
        // Told to nobody, for it would tell that others invited the address, or that its owner is here and blocked one.
        boolean isWanted = limits.take(TARGET, LimitKey.ofMail(to.value())) instanceof LimitOutcome.Allowed
                && !isSeparated(inviter, to);
        Member sender = members.find(inviter).orElseThrow();
        Secret secret = Secret.random(random);
        return transactions.call(() -> {
            if (!store.insert(draft(inviter, secret, Optional.of(to.value()), "", why, 1), clock.instant(), LIFE)) {
                return new InviteOutsideOutcome.MailedBefore();
            }
            if (isWanted) {
                outbox.queue(letter(sender, to, secret, why, words));
            }
            return new InviteOutsideOutcome.Mailed();
        });
    }

    /// Makes a link, whose address is shown once and kept nowhere.
    ///
    /// @param note whom it is for, for the inviter's own memory
    /// @param maxUses 1 to [#MOST_USES]
    public InviteOutsideOutcome link(MemberId inviter, String note, WhyNow why, int maxUses) {
        if (!isPossible()) {
            return new InviteOutsideOutcome.NotAdmitted();
        }
        Secret secret = Secret.random(random);
        return transactions.call(() -> {
            store.hold(inviter);
            Instant now = clock.instant();
            store.sweep(inviter, now.minus(MEMORY));
            if (store.openLinks(inviter, now) >= MOST_LINKS) {
                return new InviteOutsideOutcome.TooManyLinks();
            }
            store.insert(draft(inviter, secret, Optional.empty(), note, why, maxUses), now, LIFE);
            return new InviteOutsideOutcome.Linked(address + path(secret));
        });
    }

    /// The inviter's own, latest first.
    public List<OutsideInvitation> of(MemberId inviter) {
        return store.of(inviter, MOST_LISTED);
    }

    /// Takes one back; false when the inviter has none such that opens.
    public boolean revoke(MemberId inviter, long id) {
        return transactions.call(() -> store.revoke(inviter, id, clock.instant()));
    }

    /// Who invites by this secret, and why; empty when it opens no longer.
    Optional<OutsideStore.Open> find(Secret secret) {
        return store.open(secret.hash(), clock.instant());
    }

    private boolean isAdmitted(EmailAddress to) {
        NetworkSetting setting = network.current();
        return switch (setting.joinPolicy()) {
            case ANYONE, APPROVAL -> true;
            case DOMAIN -> setting.domains().contains(to.domain());
            case LINK -> false;
        };
    }

    private boolean isSeparated(MemberId inviter, EmailAddress to) {
        return Optional.ofNullable(mailboxes.owners(List.of(to.value())).get(to.value()))
                .filter(owner -> blocks.separatedFrom(inviter).contains(owner))
                .isPresent();
    }

    private Mail letter(Member sender, EmailAddress to, Secret secret, WhyNow why, Words words) {
        List<Text> paragraphs = List.of(
                Text.of("{0} invites you to {1} and writes:", sender.name(), network.name()),
                Text.of("“{0}”", why.text()),
                Text.of("If you wish to, read more here. The page opens for 30 days:"),
                Text.of("{0}", address + path(secret)),
                Text.of("This is the only mail about it. Nobody reminds you, and nothing happens if you do nothing."));
        return Mail.oneTime(
                to.value(),
                words.say(Text.of("{0} invites you to {1}", sender.name(), network.name())),
                String.join("\n\n", paragraphs.stream().map(words::say).toList()),
                WORTH_SENDING);
    }

    private static String path(Secret secret) {
        return "/welcome/" + secret.text();
    }

    private static OutsideStore.Draft draft(
            MemberId inviter, Secret secret, Optional<String> email, String note, WhyNow why, int maxUses) {
        return new OutsideStore.Draft(inviter, secret, email, note, why, maxUses);
    }

    private record Take(Limit limit, LimitKey key) {}
}
