package org.wellmet.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.wellmet.archive.ArchiveRefusal.Bomb;
import org.wellmet.archive.ArchiveRefusal.Damaged;

/// The bytes of a member and not one more than it declares: the table of contents is a promise that a bomb breaks.
/// Whoever reads to the end also learns whether the checksum holds. Confined to one thread.
final class DeclaredBytes extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 8 * 1024;

    private final ZipMember member;
    private final CRC32 checksum = new CRC32();
    private long left;

    DeclaredBytes(InputStream plain, ZipMember member) {
        super(plain);
        this.member = member;
        this.left = member.bytes();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            int read = in.read(target, offset, length);
            if (read < 0) {
                return atEnd();
            }
            left -= read;
            if (left < 0) {
                throw new RefusedArchive(new Bomb(Texts.line(member.name(), 80)));
            }
            checksum.update(target, offset, read);
            return read;
        } catch (ZipException | EOFException _) {
            throw new RefusedArchive(new Damaged());
        }
    }

    /// By reading, so that what is passed over counts as well.
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[Math.clamp(count, 0, SKIPPED_AT_ONCE)];
        long left = count;
        while (left > 0) {
            int read = read(passed, 0, (int) Math.min(passed.length, left));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return Math.max(0, count) - Math.max(0, left);
    }

    private int atEnd() {
        if (left != 0 || checksum.getValue() != member.checksum()) {
            throw new RefusedArchive(new Damaged());
        }
        return -1;
    }
}
