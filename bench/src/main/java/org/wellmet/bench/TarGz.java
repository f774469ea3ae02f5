package org.wellmet.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Some text files out of a tar.gz archive, by the ends of their names.
final class TarGz {
    private static final int BLOCK = 512;
    private static final int SIZE_START = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int NAME_LENGTH = 100;

    private TarGz() {}

    /// The lines of each file whose name ends so.
    static Map<String, List<String>> lines(Path archive, List<String> endings) throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (byte[] header = in.readNBytes(BLOCK);
                    header.length == BLOCK && header[0] != 0;
                    header = in.readNBytes(BLOCK)) {
                String name = text(header, 0, NAME_LENGTH);
                long size = Long.parseLong(text(header, SIZE_START, SIZE_LENGTH).strip(), 8);
                String ending =
                        endings.stream().filter(name::endsWith).findFirst().orElse("");
                if (ending.isEmpty()) {
                    in.skipNBytes(size);
                } else {
                    byte[] content = in.readNBytes(Math.toIntExact(size));
                    found.put(
                            ending,
                            new ArrayList<>(new String(content, StandardCharsets.UTF_8)
                                    .lines()
                                    .toList()));
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
        return found;
    }

    private static String text(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.US_ASCII);
    }
}
