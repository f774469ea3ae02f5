package org.wellmet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.TakenOver;
import org.wellmet.web.Text;

/// What members bring: an upload is read, waits for its owner, and is taken over as far as it was ticked. Only ever
/// one's own.
///
/// Thread-safe.
@Component
public final class Archives {
    /// The largest upload. The largest archive that anyone showed us has 30 MB without pictures.
    public static final long MAX_UPLOAD_BYTES = 200L << 20;

    /// The tick that stands for all contacts.
    static final String CONTACTS_TICK = "contacts";

    static final Duration WAITS = Duration.ofHours(24);

    private static final Limit UPLOADS = new Limit(
            "archive.upload",
            20,
            Duration.ofHours(1),
            "Reading an archive costs memory and time; nobody brings twenty in an hour.");
    private static final int MAX_RESUME_CHARACTERS = 2_000_000;
    private static final int MAX_CONTACTS_CHARACTERS = 24_000_000;

    private final ArchiveStore store;
    private final ContactStore contacts;
    private final Profiles profiles;
    private final ResumeItems items;
    private final Changes changes;
    private final Limits limits;
    private final LinkedInExport export = new LinkedInExport();
    private final JsonResume jsonResume = new JsonResume();

    /// What every change needs, and whose turn it is to read.
    @Component("archiveChanges")
    record Changes(Transactions transactions, InstantSource clock, ReadingTurn turn) {}

    Archives(JdbcClient sql, Profiles profiles, ResumeItems items, Changes changes, Limits limits) {
        this.store = new ArchiveStore(sql);
        this.contacts = new ContactStore(sql);
        this.profiles = profiles;
        this.items = items;
        this.changes = changes;
        this.limits = limits;
    }

    /// Reads LinkedIn's archive, which stays where it is, and lets what it holds wait.
    public ReceiveOutcome receiveLinkedIn(MemberId member, Path file) {
        if (limits.take(UPLOADS, LimitKey.ofMember(member.value()))
                instanceof LimitOutcome.Exhausted(Instant retryAt)) {
            return new ReceiveOutcome.TooOften(retryAt);
        }
        return changes.turn().take(() -> read(member, file)).orElseGet(ReceiveOutcome.Busy::new);
    }

    /// All that takes much memory, until it lies in the database.
    private ReceiveOutcome read(MemberId member, Path file) {
        try {
            return switch (export.read(file)) {
                case ReadArchiveOutcome.Refused(ArchiveRefusal refusal) -> new ReceiveOutcome.Refused(refusal.text());
                case ReadArchiveOutcome.Read(LinkedInArchive archive) ->
                    // Written down, each contact's words come twice; known before that takes memory.
                    2 * archive.contactCharacters() > MAX_CONTACTS_CHARACTERS
                            ? tooMuchText()
                            : wait(member, Uploads.of(archive));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a JSON Resume and lets what it holds wait.
    public ReceiveOutcome receiveResume(MemberId member, byte[] bytes) {
        if (limits.take(UPLOADS, LimitKey.ofMember(member.value()))
                instanceof LimitOutcome.Exhausted(Instant retryAt)) {
            return new ReceiveOutcome.TooOften(retryAt);
        }
        return switch (jsonResume.read(bytes)) {
            case ReadResumeOutcome.Read(Resume resume) -> wait(member, Uploads.of(resume));
            case ReadResumeOutcome.TooLong(int kilobytes) ->
                new ReceiveOutcome.Refused(Text.of("The file is larger than {0} KB. Nothing was read.", kilobytes));
            case ReadResumeOutcome.NotJson() ->
                new ReceiveOutcome.Refused(Text.of("This is not a JSON file. Nothing was read."));
            case ReadResumeOutcome.NotAResume(var places) ->
                new ReceiveOutcome.Refused(Text.of(
                        "This is not a JSON Resume: see {0} in the file. Nothing was read.",
                        String.join(", ", places)));
        };
    }

    /// What waits for this member.
    public Optional<Waiting> waiting(MemberId member) {
        return store.find(member, changes.clock().instant());
    }

    /// What of a waiting upload could be taken over, beside what the profile says already.
    public Offers offers(MemberId member, Waiting waiting) {
        return Offers.of(waiting.resume(), profiles.own(member), items);
    }

    /// Takes over what is ticked; the rest is forgotten. Doing it twice adds nothing.
    public TakeOverOutcome takeOver(MemberId member, long uploadId, Set<String> ticks) {
        return changes.transactions().call(() -> {
            Instant now = changes.clock().instant();
            Optional<Waiting> waiting = store.hold(member, now).filter(found -> found.id() == uploadId);
            if (waiting.isEmpty()) {
                return new TakeOverOutcome.Gone();
            }
            Offers offers = offers(member, waiting.get());
            boolean takesContacts =
                    ticks.contains(CONTACTS_TICK) && waiting.get().contactCount() > 0;
            if (!takesContacts && offers.ticked(ticks) == 0) {
                return new TakeOverOutcome.NothingTicked();
            }
            TakenOver taken = profiles.takeOver(member, offers.brought(ticks, items));
            int contactCount = takesContacts ? replaceContacts(member, now) : -1;
            store.delete(member);
            return new TakeOverOutcome.Taken(taken.addedCount() + taken.wordsFilled(), taken.noRoom(), contactCount);
        });
    }

    /// Forgets what waits.
    public void discard(MemberId member) {
        changes.transactions().run(() -> store.delete(member));
    }

    /// Deletes the archive: the contacts and what waits.
    public void delete(MemberId member) {
        changes.transactions().run(() -> {
            store.delete(member);
            contacts.delete(member);
        });
    }

    private static ReceiveOutcome tooMuchText() {
        return new ReceiveOutcome.Refused(Text.of("There is more text in this file than fits here. Nothing was kept."));
    }

    private ReceiveOutcome wait(MemberId member, ArchiveStore.Upload upload) {
        if (upload.resume().length() > MAX_RESUME_CHARACTERS
                || upload.contacts().length() > MAX_CONTACTS_CHARACTERS) {
            return tooMuchText();
        }
        return changes.transactions().call(() -> {
            Instant now = changes.clock().instant();
            store.deleteExpired(now);
            store.put(member, upload, now.plus(WAITS));
            return new ReceiveOutcome.Received();
        });
    }

    /// The whole list is new each time: an archive holds all connections, so merging could only double some.
    private int replaceContacts(MemberId member, Instant now) {
        contacts.delete(member);
        contacts.begin(member, now);
        return contacts.takeOver(member);
    }
}
