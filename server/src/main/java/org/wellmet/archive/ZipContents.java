package org.wellmet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.wellmet.archive.ArchiveRefusal.Bomb;
import org.wellmet.archive.ArchiveRefusal.Damaged;
import org.wellmet.archive.ArchiveRefusal.Encrypted;
import org.wellmet.archive.ArchiveRefusal.Nested;
import org.wellmet.archive.ArchiveRefusal.NotAPlainFile;
import org.wellmet.archive.ArchiveRefusal.NotAnArchive;
import org.wellmet.archive.ArchiveRefusal.Overlapping;
import org.wellmet.archive.ArchiveRefusal.TooLarge;
import org.wellmet.archive.ArchiveRefusal.TooManyFiles;
import org.wellmet.archive.ArchiveRefusal.UnknownMethod;
import org.wellmet.archive.ArchiveRefusal.UnsafeName;

/// A ZIP file whose table of contents was read and checked, with nothing expanded yet.
///
/// The reader is strict on purpose and written here, not taken from the JDK: the ready-made ones load a table
/// of any length and trust it, which is what the known traps live on. There is *one* reading of the file:
/// sizes come from the table of contents, the file's own header must agree, members lie one after another
/// without sharing a byte, and the table ends where its record says. ZIP64 is refused: what needs it is
/// beyond every limit here.
///
/// Costs O(members) in time and memory, with at most [#MAX_MEMBERS] of them. Confined to the thread that opened it.
final class ZipContents implements AutoCloseable {
    /// A whole export of 2026 has about 60 files, and one more for each article and each picture.
    static final int MAX_MEMBERS = 5_000;
    /// Five times the largest upload.
    static final long MAX_TOTAL_BYTES = 1L << 30;
    /// Text packs to a tenth, a log of equal lines to a fortieth; above this ratio it is made to hurt.
    static final long MAX_RATIO = 120;

    private static final long RATIO_FREE_BYTES = 1L << 20;
    private static final int MAX_TABLE_BYTES = MAX_MEMBERS * 512;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED_FLAGS = 0x2041;
    private static final int SIZES_FOLLOW_FLAG = 0x0008;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int AES = 99;
    private static final Set<String> ARCHIVE_ENDINGS = Set.of(
            "zip", "jar", "war", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz", "zst", "lz4", "br", "cab", "iso", "dmg");

    private final FileChannel channel;
    private final List<ZipMember> members;

    private ZipContents(FileChannel channel, List<ZipMember> members) {
        this.channel = channel;
        this.members = members;
    }

    /// Reads and checks the table of contents; throws [RefusedArchive] for what it refuses. Takes over the channel.
    static ZipContents open(FileChannel channel) throws IOException {
        return new ZipContents(channel, List.copyOf(membersOf(channel)));
    }

    List<ZipMember> members() {
        return members;
    }

    /// The unpacked bytes of a member. The stream ends with a refusal where more come than were declared.
    InputStream read(ZipMember member) {
        InputStream packed = new ChannelSlice(channel, member.dataAt(), member.packedBytes());
        return new DeclaredBytes(member.deflated() ? new Inflated(packed) : packed, member);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static List<ZipMember> membersOf(FileChannel channel) throws IOException {
        End end = endOf(channel);
        ByteBuffer table = read(channel, end.tableAt(), end.tableBytes());
        List<Entry> entries = new ArrayList<>(end.count());
        for (int i = 0; i < end.count(); i++) {
            entries.add(entryOf(table));
        }
        if (table.hasRemaining()) {
            throw new RefusedArchive(new Damaged());
        }
        refuseTooMuch(entries);
        entries.sort(Comparator.comparingLong(Entry::headerAt));
        List<ZipMember> members = new ArrayList<>(entries.size());
        long free = 0;
        for (Entry entry : entries) {
            ZipMember member = confirmed(channel, entry, end.tableAt());
            if (entry.headerAt() < free) {
                throw new RefusedArchive(new Overlapping(shown(entry.name())));
            }
            free = member.dataAt() + member.packedBytes();
            members.add(member);
        }
        return members;
    }

    /// The record at the very end, which says where the table is.
    private static End endOf(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < END_BYTES) {
            throw new RefusedArchive(new NotAnArchive());
        }
        int tailBytes = (int) Math.min(size, END_BYTES + MAX_COMMENT_BYTES);
        ByteBuffer tail = read(channel, size - tailBytes, tailBytes);
        for (int at = tailBytes - END_BYTES; at >= 0; at--) {
            boolean ends = tail.getInt(at) == END_SIGNATURE && at + END_BYTES + unsigned(tail, at + 20) == tailBytes;
            if (ends) {
                return endAt(tail, at, size - tailBytes + at);
            }
        }
        boolean began = read(channel, 0, 4).getInt(0) == LOCAL_SIGNATURE;
        throw new RefusedArchive(began ? new Damaged() : new NotAnArchive());
    }

    private static End endAt(ByteBuffer tail, int at, long recordAt) {
        int count = unsigned(tail, at + 10);
        long tableBytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        long tableAt = Integer.toUnsignedLong(tail.getInt(at + 16));
        // 0xFFFF is also how a ZIP64 file says "look elsewhere": more members or bytes than are taken in here.
        if (count > MAX_MEMBERS || tableBytes > MAX_TABLE_BYTES) {
            throw new RefusedArchive(new TooManyFiles(MAX_MEMBERS));
        }
        boolean isWhole = tail.getInt(at + 4) == 0 && unsigned(tail, at + 8) == count;
        if (!isWhole || tableAt + tableBytes != recordAt || tableBytes < (long) count * ENTRY_BYTES) {
            throw new RefusedArchive(new Damaged());
        }
        return new End(count, tableAt, (int) tableBytes);
    }

    private static Entry entryOf(ByteBuffer table) {
        if (table.remaining() < ENTRY_BYTES || table.getInt(table.position()) != ENTRY_SIGNATURE) {
            throw new RefusedArchive(new Damaged());
        }
        int at = table.position();
        int nameBytes = unsigned(table, at + 28);
        int moreBytes = unsigned(table, at + 30) + unsigned(table, at + 32);
        if (table.remaining() < ENTRY_BYTES + nameBytes + moreBytes) {
            throw new RefusedArchive(new Damaged());
        }
        byte[] name = new byte[nameBytes];
        table.get(at + ENTRY_BYTES, name);
        table.position(at + ENTRY_BYTES + nameBytes + moreBytes);
        Entry entry = new Entry(
                name,
                unsigned(table, at + 8),
                unsigned(table, at + 10),
                Integer.toUnsignedLong(table.getInt(at + 16)),
                Integer.toUnsignedLong(table.getInt(at + 20)),
                Integer.toUnsignedLong(table.getInt(at + 24)),
                Integer.toUnsignedLong(table.getInt(at + 42)),
                table.getInt(at + 38) >>> 16);
        refuseUnfit(entry);
        return entry;
    }

    private static void refuseUnfit(Entry entry) {
        String name = new String(entry.name(), StandardCharsets.UTF_8);
        if ((entry.flags() & ENCRYPTED_FLAGS) != 0 || entry.method() == AES) {
            throw new RefusedArchive(new Encrypted());
        }
        if (isUnsafe(name)) {
            throw new RefusedArchive(new UnsafeName(shown(entry.name())));
        }
        int kind = entry.mode() & 0xF000; // Unix: 0x8000 a file, 0x4000 a folder, 0 unsaid
        if (kind != 0 && kind != 0x8000 && kind != 0x4000) {
            throw new RefusedArchive(new NotAPlainFile(shown(entry.name())));
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new RefusedArchive(new UnknownMethod(shown(entry.name())));
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ARCHIVE_ENDINGS.contains(ending)) {
            throw new RefusedArchive(new Nested(shown(entry.name())));
        }
        if (entry.method() == STORED && entry.packedBytes() != entry.bytes()) {
            throw new RefusedArchive(new Damaged());
        }
        if (entry.bytes() > RATIO_FREE_BYTES && entry.bytes() / Math.max(1, entry.packedBytes()) > MAX_RATIO) {
            throw new RefusedArchive(new Bomb(shown(entry.name())));
        }
    }

    private static boolean isUnsafe(String name) {
        boolean isAbsolute = name.startsWith("/") || name.startsWith("\\") || name.matches("(?s)[A-Za-z]:[\\\\/].*");
        boolean climbs = List.of(name.split("[/\\\\]", -1)).contains("..");
        boolean isOdd = name.isBlank() || name.length() > 1_000 || name.chars().anyMatch(c -> c < 0x20 || c == 0x7F);
        return isAbsolute || climbs || isOdd;
    }

    private static void refuseTooMuch(List<Entry> entries) {
        long total = entries.stream().mapToLong(Entry::bytes).sum();
        if (total > MAX_TOTAL_BYTES) {
            throw new RefusedArchive(new TooLarge(MAX_TOTAL_BYTES >> 20));
        }
    }

    /// The member, once its own header says what the table said.
    private static ZipMember confirmed(FileChannel channel, Entry entry, long tableAt) throws IOException {
        long headerAt = entry.headerAt();
        if (headerAt + LOCAL_BYTES + entry.name().length > tableAt) {
            throw new RefusedArchive(new Damaged());
        }
        ByteBuffer header = read(channel, headerAt, LOCAL_BYTES + entry.name().length);
        byte[] name = new byte[entry.name().length];
        header.get(LOCAL_BYTES, name);
        int flags = unsigned(header, 6);
        boolean sizesFollow = (flags & SIZES_FOLLOW_FLAG) != 0;
        boolean agrees = header.getInt(0) == LOCAL_SIGNATURE
                && unsigned(header, 8) == entry.method()
                && unsigned(header, 26) == name.length
                && Arrays.equals(name, entry.name())
                && (sizesFollow || Integer.toUnsignedLong(header.getInt(18)) == entry.packedBytes())
                && (sizesFollow || Integer.toUnsignedLong(header.getInt(22)) == entry.bytes());
        long dataAt = headerAt + LOCAL_BYTES + name.length + unsigned(header, 28);
        if ((flags & ENCRYPTED_FLAGS) != 0) {
            throw new RefusedArchive(new Encrypted());
        }
        if (!agrees) {
            throw new RefusedArchive(new Damaged());
        }
        if (dataAt + entry.packedBytes() > tableAt) {
            throw new RefusedArchive(new Overlapping(shown(entry.name())));
        }
        return new ZipMember(
                new String(entry.name(), StandardCharsets.UTF_8),
                entry.method() == DEFLATED,
                entry.checksum(),
                dataAt,
                entry.packedBytes(),
                entry.bytes());
    }

    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        long position = at;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new RefusedArchive(new Damaged());
            }
            position += read;
        }
        return buffer.flip();
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    /// A name as it may stand in a sentence.
    private static String shown(byte[] name) {
        return Texts.line(new String(name, StandardCharsets.UTF_8), 80);
    }

    /// Gives its native memory back when it is closed, which the JDK's stream leaves to the collector.
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream packed) {
            super(packed, new Inflater(true), 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    private record End(int count, long tableAt, int tableBytes) {}

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Entry(
            byte[] name, int flags, int method, long checksum, long packedBytes, long bytes, long headerAt, int mode) {}
}
