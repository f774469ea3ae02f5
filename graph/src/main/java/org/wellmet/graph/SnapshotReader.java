package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Opens a file of [SnapshotWriter]: the neighbor lists are read from the mapped file, the keys are copied.
///
/// Nothing of a file is used before its header, its size and the checksum of all of it agree.
final class SnapshotReader {
    private static final int CHECKED_AT_ONCE = 1 << 30; // a buffer over a segment holds less than 2 GiB

    private SnapshotReader() {}

    /// O(members + entries), most of it the checksum.
    static Opening open(Path place, UUID source) {
        if (!Files.exists(place)) {
            return new Opening.Missing();
        }
        Arena arena = Foundation.newArena();
        try (FileChannel file = FileChannel.open(place, StandardOpenOption.READ)) {
            MemorySegment whole = file.map(MapMode.READ_ONLY, 0, file.size(), arena);
            Opening opening = open(whole, source, arena);
            if (opening instanceof Opening.Unusable) {
                arena.close();
            }
            return opening;
        } catch (IOException failure) {
            arena.close();
            return new Opening.Unusable("it cannot be read: " + failure);
        }
    }

    private static Opening open(MemorySegment whole, UUID source, Arena arena) {
        long pageSize = Math.min(whole.byteSize(), SnapshotHeader.BYTE_SIZE);
        Optional<SnapshotHeader> parsed =
                SnapshotHeader.parse(whole.asSlice(0, pageSize).asByteBuffer());
        if (parsed.isEmpty()) {
            return new Opening.Unusable("the first page is not that of a snapshot in this format");
        }
        SnapshotHeader header = parsed.get();
        if (!header.source().equals(source)) {
            return new Opening.Unusable("it was made of other records");
        }
        if (header.fileSize() != whole.byteSize()) {
            return new Opening.Unusable("expected " + header.fileSize() + " bytes, got " + whole.byteSize());
        }
        if (header.bodyChecksum() != checksum(whole)) {
            return new Opening.Unusable("the checksum does not agree");
        }
        return new Opening.Opened(new SocialGraph(version(header, whole, arena)));
    }

    private static int checksum(MemorySegment whole) {
        CRC32C sum = new CRC32C();
        for (long start = SnapshotHeader.BYTE_SIZE; start < whole.byteSize(); start += CHECKED_AT_ONCE) {
            long length = Math.min(CHECKED_AT_ONCE, whole.byteSize() - start);
            sum.update(whole.asSlice(start, length).asByteBuffer());
        }
        return (int) sum.getValue();
    }

    private static Version version(SnapshotHeader header, MemorySegment whole, Arena arena) {
        int vertexCount = Math.toIntExact(header.vertexCount());
        MemorySegment offsets = whole.asSlice(header.offsetsStart(), (vertexCount + 1L) * Long.BYTES);
        MemorySegment neighbors = whole.asSlice(header.neighborsStart(), header.entryCount() * Integer.BYTES);
        long[] keys = whole.asSlice(header.keysStart(), (long) vertexCount * Long.BYTES)
                .toArray(JAVA_LONG);
        VertexBits[] sets = new VertexBits[header.wordCounts().size()];
        for (int set = 0; set < sets.length; set++) {
            long byteSize = header.wordCounts().get(set) * Long.BYTES;
            sets[set] = VertexBits.of(
                    whole.asSlice(header.wordsStart(set), byteSize).toArray(JAVA_LONG));
        }
        return new Version(
                header.position(),
                Ordinals.of(keys, vertexCount),
                vertexCount,
                Edges.of(new Foundation(arena, offsets, neighbors)),
                new Version.Standing(sets[0], sets[1], sets[2], sets[3]),
                header.entryCount());
    }
}
