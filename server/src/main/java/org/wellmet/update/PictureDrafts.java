package org.wellmet.update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// The pictures of updates that were refused, until they are sent again: a browser does not send a file twice by
/// itself. In this node's memory, one for each member; whoever comes too late chooses the picture once more.
///
/// Thread-safe: guarded by itself.
@Component
final class PictureDrafts {
    /// Bounds the memory: a picture has up to some megabytes.
    static final int MOST = 16;

    static final Duration LIFE = Duration.ofHours(1);

    private final Map<MemberId, Draft> drafts = new LinkedHashMap<>();
    private final InstantSource clock;
    private final RandomGenerator random;

    PictureDrafts(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// Keeps a picture, and gives the word by which its owner finds it again. The eldest goes when there are too many.
    synchronized String keep(MemberId owner, PictureField.Chosen chosen) {
        drafts.remove(owner);
        if (drafts.size() >= MOST) {
            drafts.remove(drafts.keySet().iterator().next());
        }
        String word = Long.toHexString(random.nextLong());
        drafts.put(owner, new Draft(word, chosen, clock.instant().plus(LIFE)));
        return word;
    }

    /// The member's own picture of that word.
    synchronized Optional<PictureField.Chosen> find(MemberId owner, String word) {
        return Optional.ofNullable(drafts.get(owner))
                .filter(draft -> draft.word().equals(word) && draft.until().isAfter(clock.instant()))
                .map(Draft::chosen);
    }

    /// Forgets the member's picture, if there is one.
    synchronized void forget(MemberId owner) {
        drafts.remove(owner);
    }

    private record Draft(String word, PictureField.Chosen chosen, Instant until) {}
}
