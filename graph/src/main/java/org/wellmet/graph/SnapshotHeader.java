package org.wellmet.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// The first page of a snapshot file, which says what follows. `source` is the caller's name for the records that
/// the graph was made of.
///
/// After it come, each filled up to a multiple of eight bytes: the offsets, the keys, the sets of absent, hidden,
/// closed and to-connections vertices as words, the neighbors. All in the byte order of the machine that wrote
/// it.
record SnapshotHeader(
        UUID source, LogPosition position, long vertexCount, long entryCount, List<Long> wordCounts, int bodyChecksum) {

    static final int BYTE_SIZE = 4096;

    private static final long MAGIC = 0x57454C4C4D455447L; // "WELLMETG"
    private static final int FORMAT = 2;
    private static final int SET_COUNT = 4;
    private static final int CHECKED_BYTES = (2 + 2 + 2 + 2 + SET_COUNT) * Long.BYTES + Integer.BYTES;

    /// Where a reader finds the parts.
    long offsetsStart() {
        return BYTE_SIZE;
    }

    long keysStart() {
        return offsetsStart() + (vertexCount + 1) * Long.BYTES;
    }

    long wordsStart(int set) {
        long start = keysStart() + vertexCount * Long.BYTES;
        for (int before = 0; before < set; before++) {
            start += wordCounts.get(before) * Long.BYTES;
        }
        return start;
    }

    long neighborsStart() {
        return wordsStart(SET_COUNT);
    }

    long fileSize() {
        return (neighborsStart() + entryCount * Integer.BYTES + 7) / 8 * 8;
    }

    ByteBuffer toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTE_SIZE).order(ByteOrder.nativeOrder());
        bytes.putLong(MAGIC).putInt(FORMAT).putInt(0);
        bytes.putLong(source.getMostSignificantBits()).putLong(source.getLeastSignificantBits());
        bytes.putLong(position.xid()).putLong(position.seq());
        bytes.putLong(vertexCount).putLong(entryCount);
        for (long wordCount : wordCounts) {
            bytes.putLong(wordCount);
        }
        bytes.putInt(bodyChecksum);
        assert bytes.position() == CHECKED_BYTES;
        bytes.putInt(checksum(bytes));
        return bytes.position(0);
    }

    /// Empty when this is not the first page of a snapshot: another format, another byte order, or damaged.
    static Optional<SnapshotHeader> parse(ByteBuffer page) {
        ByteBuffer bytes = page.order(ByteOrder.nativeOrder());
        if (bytes.limit() < BYTE_SIZE
                || bytes.getLong(0) != MAGIC
                || bytes.getInt(Long.BYTES) != FORMAT
                || bytes.getInt(CHECKED_BYTES) != checksum(bytes)) {
            return Optional.empty();
        }
        bytes.position(2 * Long.BYTES);
        UUID source = new UUID(bytes.getLong(), bytes.getLong());
        LogPosition position = new LogPosition(bytes.getLong(), bytes.getLong());
        long vertexCount = bytes.getLong();
        long entryCount = bytes.getLong();
        List<Long> wordCounts = new ArrayList<>();
        for (int set = 0; set < SET_COUNT; set++) {
            wordCounts.add(bytes.getLong());
        }
        return Optional.of(new SnapshotHeader(source, position, vertexCount, entryCount, wordCounts, bytes.getInt()));
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(CHECKED_BYTES));
        return (int) sum.getValue();
    }
}
