package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlabTest {
    private static final int CHUNK = 1 << 15;

    private record Piece(int place, int length) {}

    @Test
    void whatStandsInItStaysWhateverIsAdded() {
        try (Arena arena = Arena.ofConfined()) {
            Slab slab = new Slab(arena);
            Random random = new Random(7);
            List<Piece> pieces = new ArrayList<>();
            long total = 0;
            int[] lengths = {1, CHUNK - 1, 1, CHUNK, 1, CHUNK + 1, 5, 3 * CHUNK, CHUNK - 5, 5, 6, CHUNK, CHUNK};
            for (int i = 0; i < 400; i++) {
                int length = i < lengths.length ? lengths[i] : 1 + random.nextInt(2_000);
                Piece piece = new Piece(slab.reserve(length), length);
                assertThat(piece.place).isPositive(); // 0 is nowhere
                pieces.add(piece);
                for (int index = 0; index < length; index++) {
                    slab.set(piece.place, index, value(i, index));
                }
                total += length;
            }
            for (int i = 0; i < pieces.size(); i++) {
                for (int index = 0; index < pieces.get(i).length; index++) {
                    if (slab.get(pieces.get(i).place, index) != value(i, index)) {
                        throw new AssertionError("piece " + i + " has lost its number " + index);
                    }
                }
            }
            assertThat(slab.size()).isEqualTo(total);
            assertThat(slab.byteSize()).isBetween(4 * total, 4 * total + 14 * 4L * CHUNK);
        }
    }

    private static int value(int piece, int index) {
        return piece * 1_000_003 + index;
    }

    @Test
    void aChunkIsFilledToItsEndBeforeThereIsAnother() {
        try (Arena arena = Arena.ofConfined()) {
            Slab slab = new Slab(arena);
            assertThat(slab.byteSize()).isZero();
            slab.reserve(CHUNK - 2);
            slab.reserve(1); // with place 0, which is not given out, the chunk is full
            assertThat(slab.byteSize()).isEqualTo(4L * CHUNK);

            assertThat(slab.reserve(1)).isEqualTo(CHUNK);
            assertThat(slab.byteSize()).isEqualTo(8L * CHUNK);
        }
    }

    @Test
    void aFirstPieceLongerThanAChunkHasRoom() {
        try (Arena arena = Arena.ofConfined()) {
            Slab slab = new Slab(arena);
            int place = slab.reserve(2 * CHUNK);
            slab.set(place, 2 * CHUNK - 1, 8);
            int next = slab.reserve(1);
            slab.set(next, 0, 9);

            assertThat(slab.get(place, 2 * CHUNK - 1)).isEqualTo(8);
            assertThat(slab.get(next, 0)).isEqualTo(9);
        }
    }

    @Test
    void copiesReachAcrossChunksAndOverlap() {
        try (Arena arena = Arena.ofConfined()) {
            Slab slab = new Slab(arena);
            int from = slab.reserve(10);
            int to = slab.reserve(CHUNK);
            for (int index = 0; index < 10; index++) {
                slab.set(from, index, index);
            }
            slab.copy(from, 2, to, CHUNK - 4, 4);
            slab.copy(from, 3, from, 4, 5);

            assertThat(slab.get(to, CHUNK - 5)).isZero();
            assertThat(slab.get(to, CHUNK - 4)).isEqualTo(2);
            assertThat(slab.get(to, CHUNK - 1)).isEqualTo(5);
            assertThat(slab.get(from, 3)).isEqualTo(3);
            assertThat(slab.get(from, 4)).isEqualTo(3);
            assertThat(slab.get(from, 8)).isEqualTo(7);
            assertThat(slab.get(from, 9)).isEqualTo(9);
        }
    }
}
