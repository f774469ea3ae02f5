package org.wellmet.picture;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// The pictures of all members. Thread-safe.
@Component
public final class Pictures {
    /// What a telephone's camera makes, with room to spare.
    public static final int MAX_BYTES = 8_000_000;

    /// Decoding takes tens of megabytes for a moment; two at a time keep that within a small server's memory.
    private static final int DECODED_AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 15;
    // Ids stay exact as numbers in JavaScript.
    private static final long ID_BOUND = 1L << 53;

    private final PictureStore store;
    private final ObjectProvider<PictureLeave> leaves;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Semaphore decoders = new Semaphore(DECODED_AT_ONCE, true);

    Pictures(JdbcClient sql, ObjectProvider<PictureLeave> leaves, InstantSource clock, RandomGenerator random) {
        this.store = new PictureStore(sql);
        this.leaves = leaves; // asked when needed: features that show pictures store them, too
        this.clock = clock;
        this.random = random;
    }

    /// Makes an upload harmless. Takes up to seconds: call it before a transaction begins.
    public ReadPictureOutcome read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new ReadPictureOutcome.TooManyBytes(MAX_BYTES);
        }
        boolean isMyTurn = false;
        try {
            isMyTurn = decoders.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return isMyTurn ? Decoding.read(bytes) : new ReadPictureOutcome.Busy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new ReadPictureOutcome.Busy();
        } finally {
            if (isMyTurn) {
                decoders.release();
            }
        }
    }

    /// Keeps a picture for its owner, in the caller's transaction; gives its id.
    public long store(MemberId owner, ReadPicture picture) {
        long id = random.nextLong(1, ID_BOUND);
        store.insert(owner, id, picture, clock.instant());
        return id;
    }

    /// Takes a picture away, in the caller's transaction, whether or not it is there.
    public void delete(MemberId owner, long id) {
        store.delete(owner, id);
    }

    /// The address of a picture, which `/pictures` serves to whoever may see it.
    public static String address(long id, PictureSize size) {
        return switch (size) {
            case AVATAR -> "/pictures/" + id + "/avatar";
            case LARGE -> "/pictures/" + id;
        };
    }

    /// The picture's bytes, if it exists and the viewer may see it.
    Optional<StoredPicture> find(Viewer viewer, long id, PictureSize size) {
        return store.owner(id)
                .filter(owner -> viewer.is(owner) || leaves.stream().anyMatch(leave -> leave.maySee(viewer, owner, id)))
                .flatMap(owner -> store.find(owner, id, size));
    }
}
