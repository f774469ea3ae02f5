package org.wellmet.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes ZIP files for tests, honest ones and, by changing single bytes, others.
final class Zips {
    private Zips() {}

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String name, String text) {
        return zip(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// So many empty files; beyond 65,535 their number stands in a ZIP64 record, as every program writes it.
    static byte[] emptyFiles(int count) {
        ByteBuffer zip = ByteBuffer.allocate(count * (30 + 46 + 2 * 7) + 98).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            zip.putInt(0x04034b50).put(new byte[22]).putShort((short) 7).putShort((short) 0);
            zip.put(Integer.toString(1_000_000 + i).getBytes(StandardCharsets.US_ASCII));
        }
        int table = zip.position();
        for (int i = 0; i < count; i++) {
            zip.putInt(0x02014b50)
                    .put(new byte[24])
                    .putShort((short) 7)
                    .put(new byte[12])
                    .putInt(i * 37);
            zip.put(Integer.toString(1_000_000 + i).getBytes(StandardCharsets.US_ASCII));
        }
        long end = zip.position();
        zip.putInt(0x06064b50)
                .putLong(44)
                .putInt(45 << 16 | 45)
                .putLong(0)
                .putLong(count)
                .putLong(count);
        zip.putLong(end - table).putLong(table);
        zip.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        zip.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt((int) (end - table));
        return zip.putInt(table).putShort((short) 0).array();
    }

    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("archive.zip"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the n-th entry of the table of contents begins.
    static int tableEntry(byte[] zip, int n) {
        int at = intAt(zip, zip.length - 22 + 16);
        for (int i = 0; i < n; i++) {
            at += 46 + shortAt(zip, at + 28) + shortAt(zip, at + 30) + shortAt(zip, at + 32);
        }
        return at;
    }

    static int intAt(byte[] bytes, int at) {
        return shortAt(bytes, at) | shortAt(bytes, at + 2) << 16;
    }

    static int shortAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    static void putInt(byte[] bytes, int at, int value) {
        putShort(bytes, at, value);
        putShort(bytes, at + 2, value >>> 16);
    }

    static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
    }
}
