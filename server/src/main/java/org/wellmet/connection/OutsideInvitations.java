package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.wellmet.mail.QueueMailOutcome;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.settings.Settings;
import org.wellmet.visibility.Blocks;
import org.wellmet.web.Portion;

/// Invitations to people who are not here: one mail to one address, or a link to hand on.
///
/// One carries no right that its inviter lacks: it admits nobody, spares no proof and no approval. It lets an
/// invitation of its inviter wait for who joined by it. No answer depends on whether an address has an account.
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

    /// How many one page lists.
    public static final int PAGE_SIZE = 20;

    static final Limit MAILS = new Limit(
            "connection.outside-mail", 10, Duration.ofDays(7), "a member's address book mailed in one evening");
    static final Limit TARGET = new Limit(
            "connection.outside-target", 3, Duration.ofDays(30), "a mailbox filled by many who know its owner");
    static final Limit EVERYBODY =
            new Limit("connection.outside-everybody", 300, Duration.ofDays(1), "this server as a mail cannon");

    // Addresses are kept for so long, that none is mailed to a second time.
    private static final Duration MEMORY = Duration.ofDays(365);

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

    /// Whether mails go out by themselves; where none do, the operator and the inviter hand over what they say.
    public boolean isMailed() {
        return outbox.hasMailServer();
    }

    /// Whether the network admits anybody by its own rules whom a member could invite.
    public boolean isPossible() {
        return network.current().joinPolicy() != JoinPolicy.LINK;
    }

    /// Mails an invitation, exactly once, in the inviter's language. The mail is written in the transaction of the
    /// invitation: there is not one without the other.
    ///
    /// Whether the address may be mailed to is asked either way and changes nothing in what is done, so
    /// that no answer's time tells.
    public InviteOutsideOutcome mail(MemberId inviter, EmailAddress to, WhyNow why, Words words) {
        if (!isAdmitted(to)) {
            return new InviteOutsideOutcome.NotAdmitted();
        }
        if (store.hasMailed(inviter, to.value(), clock.instant().minus(MEMORY))) {
            return new InviteOutsideOutcome.MailedBefore();
        }
        return spent(inviter)
                .<InviteOutsideOutcome>map(InviteOutsideOutcome.TooMany::new)
                .orElseGet(() -> mailed(inviter, to, why, words));
    }

    /// When there is room again; empty when there is.
    private Optional<Instant> spent(MemberId inviter) {
        return spent(MAILS, LimitKey.ofMember(inviter.value())).or(() -> spent(EVERYBODY, LimitKey.ofEverybody()));
    }

    private Optional<Instant> spent(Limit limit, LimitKey key) {
        return limits.take(limit, key) instanceof LimitOutcome.Exhausted(Instant retryAt)
                ? Optional.of(retryAt)
                : Optional.empty();
    }

    private InviteOutsideOutcome mailed(MemberId inviter, EmailAddress to, WhyNow why, Words words) {
        Secret secret = Secret.random(random);
        String link = address + path(secret);
        String sender = members.find(inviter).orElseThrow().name();
        Mail letter = new OutsideLetter(sender, network.name(), why, link).to(to, words);
        boolean isRoom = limits.take(TARGET, LimitKey.ofMail(to.value())) instanceof LimitOutcome.Allowed;
        return transactions.call(() -> {
            Instant now = clock.instant();
            tidy(inviter, now);
            if (store.hasMailed(inviter, to.value(), now.minus(MEMORY))) {
                return new InviteOutsideOutcome.MailedBefore();
            }
            boolean isKept = !isSeparated(inviter, to) && isRoom;
            if (transactions.keepIf(_ -> isKept, () -> outbox.queueOutside(letter))
                    instanceof QueueMailOutcome.LimitReached(Instant retryAt)) {
                return new InviteOutsideOutcome.TooMany(retryAt); // the server's share of the hour, whoever is mailed
            }
            boolean isNew = store.insert(OutsideStore.Draft.mail(inviter, secret, to.value(), why), now, LIFE);
            assert isNew : "asked for under the inviter's lock";
            return outbox.hasMailServer() ? new InviteOutsideOutcome.Mailed() : new InviteOutsideOutcome.Laid(link);
        });
    }

    /// Forgets what is a year old, in the caller's transaction, which makes another one of this inviter's alone.
    private void tidy(MemberId inviter, Instant now) {
        store.hold(inviter);
        store.sweep(inviter, now.minus(MEMORY));
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
            Instant now = clock.instant();
            tidy(inviter, now);
            if (store.openLinks(inviter, now) >= MOST_LINKS) {
                return new InviteOutsideOutcome.TooManyLinks();
            }
            store.insert(OutsideStore.Draft.link(inviter, secret, note, why, maxUses), now, LIFE);
            return new InviteOutsideOutcome.Linked(address + path(secret));
        });
    }

    /// A page of the inviter's own, latest first.
    ///
    /// @param before the id of the last one on the page before; 0 for the first page
    public Portion<OutsideInvitation> of(MemberId inviter, long before) {
        return Portion.of(store.of(inviter, before > 0 ? before : Long.MAX_VALUE, PAGE_SIZE + 1), PAGE_SIZE);
    }

    /// Takes one back; false when the inviter has none such that opens.
    public boolean revoke(MemberId inviter, long id) {
        return transactions.call(() -> {
            store.hold(inviter, id); // a delivery holds it, too: it comes before, or not at all
            return store.revoke(inviter, id, clock.instant());
        });
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
        Set<MemberId> separated = blocks.separatedFrom(inviter); // asked also where nobody has the address
        return Optional.ofNullable(mailboxes.owners(List.of(to.value())).get(to.value()))
                .filter(separated::contains)
                .isPresent();
    }

    private static String path(Secret secret) {
        return "/welcome/" + secret.text();
    }
}
