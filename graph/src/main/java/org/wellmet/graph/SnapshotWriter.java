package org.wellmet.graph;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Writes a version to a file, beside the place where it shall be: the header last, forced to the disk, then
/// moved into place in one step. Whatever happens on the way, the place holds the old file or the new one.
///
/// Confined to one saving.
final class SnapshotWriter {
    private static final int BUFFER_SIZE = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE).order(ByteOrder.nativeOrder());
    private final CRC32C checksum = new CRC32C();

    private SnapshotWriter(FileChannel file) {
        this.file = file;
    }

    /// O(members + entries).
    static void write(Version version, UUID source, Path place) {
        Path beside = place.resolveSibling(place.getFileName() + ".part");
        try {
            try (FileChannel file = FileChannel.open(beside, CREATE, WRITE, TRUNCATE_EXISTING)) {
                new SnapshotWriter(file).write(version, source);
            }
            Files.move(beside, place, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException failure) {
            discard(beside, failure);
            throw new UncheckedIOException("cannot save the graph", failure);
        }
    }

    /// Gives the room on the disk back that the torn file takes.
    private static void discard(Path torn, IOException reason) {
        try {
            Files.deleteIfExists(torn);
        } catch (IOException failure) {
            reason.addSuppressed(failure);
        }
    }

    private void write(Version version, UUID source) throws IOException {
        file.position(SnapshotHeader.BYTE_SIZE);
        writeOffsets(version);
        for (int vertex = 0; vertex < version.vertexCount(); vertex++) {
            putLong(version.ordinals().key(vertex));
        }
        List<long[]> sets = version.standing().words();
        for (long[] words : sets) {
            for (long word : words) {
                putLong(word);
            }
        }
        writeNeighbors(version);
        flush();
        List<Long> wordCounts = sets.stream().map(words -> (long) words.length).toList();
        SnapshotHeader header = new SnapshotHeader(
                source, version.position(), version.vertexCount(), version.entryCount(), wordCounts, (int)
                        checksum.getValue());
        assert file.position() == header.fileSize();
        file.write(header.toBytes(), 0);
        file.force(true);
    }

    private void writeOffsets(Version version) throws IOException {
        long offset = 0;
        putLong(offset);
        for (int vertex = 0; vertex < version.vertexCount(); vertex++) {
            offset += version.edges().degree(vertex);
            putLong(offset);
        }
    }

    private void writeNeighbors(Version version) throws IOException {
        NeighborList list = new NeighborList();
        for (int vertex = 0; vertex < version.vertexCount(); vertex++) {
            version.edges().read(vertex, list);
            for (int done = 0; done < list.length(); ) {
                makeRoom(Integer.BYTES);
                int count = Math.min(buffer.remaining() / Integer.BYTES, list.length() - done);
                buffer.asIntBuffer().put(list.array(), done, count);
                buffer.position(buffer.position() + count * Integer.BYTES);
                done += count;
            }
        }
        if (version.entryCount() % 2 != 0) {
            makeRoom(Integer.BYTES);
            buffer.putInt(0);
        }
    }

    private void putLong(long value) throws IOException {
        makeRoom(Long.BYTES);
        buffer.putLong(value);
    }

    private void makeRoom(int byteCount) throws IOException {
        if (buffer.remaining() < byteCount) {
            flush();
        }
    }

    private void flush() throws IOException {
        checksum.update(buffer.flip());
        buffer.rewind();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }
}
