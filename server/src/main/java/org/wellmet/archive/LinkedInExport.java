package org.wellmet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.wellmet.archive.ArchiveRefusal.NothingKnown;
import org.wellmet.archive.ArchiveRefusal.TooLarge;
import org.wellmet.archive.ExportTable.Row;

/// Reads the archive that LinkedIn gives its members, in every shape it had since 2018.
///
/// The table of contents is checked first ([ZipContents]). Then the beginning of each member is looked at for
/// a header line that is known, and only those that are wanted are read to their end, one after another, in
/// memory. Holds at most [#MAX_FILE_BYTES] of bytes and three times that of text, for at most [#MAX_AT_ONCE]
/// archives at a time; writes nothing.
///
/// Thread-safe.
public final class LinkedInExport {
    /// The largest list of connections that LinkedIn allows has 30,000 rows and stays under 8 MB.
    static final int MAX_FILE_BYTES = 16 << 20;

    static final int MAX_AT_ONCE = 2;
    private static final int MAX_READ_BYTES = 64 << 20;
    private static final int HEAD_BYTES = 8 << 10;

    private final ExportHeaders headers = ExportHeaders.known();
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);

    /// Reads the file, which stays where it is.
    public ReadArchiveOutcome read(Path file) throws IOException {
        places.acquireUninterruptibly();
        try (ZipContents contents = ZipContents.open(FileChannel.open(file))) {
            return new ReadArchiveOutcome.Read(archive(contents));
        } catch (RefusedArchive e) {
            return new ReadArchiveOutcome.Refused(e.refusal());
        } finally {
            places.release();
        }
    }

    private LinkedInArchive archive(ZipContents contents) throws IOException {
        Map<ExportFile, List<Row>> tables = new EnumMap<>(ExportFile.class);
        TreeSet<String> leftAlone = new TreeSet<>();
        TreeSet<String> unknown = new TreeSet<>();
        long readBytes = 0;
        for (ZipMember member : contents.members()) {
            if (member.isFolder() || member.isLitter()) {
                continue;
            }
            Optional<ExportHeaders.Header> found = headers.find(head(contents, member));
            Optional<ExportFile> file = found.flatMap(ExportHeaders.Header::file);
            if (file.isEmpty()) {
                found.ifPresentOrElse(
                        header -> leftAlone.add(header.title()),
                        () -> unknown.add(Texts.line(member.lastName(), Resume.MAX_LINE)));
                continue;
            }
            readBytes += member.bytes();
            if (member.bytes() > MAX_FILE_BYTES || readBytes > MAX_READ_BYTES) {
                throw new RefusedArchive(new TooLarge(MAX_FILE_BYTES >> 20));
            }
            tables.computeIfAbsent(file.get(), _ -> new ArrayList<>()).addAll(rows(contents, member, file.get()));
        }
        if (tables.isEmpty()) {
            throw new RefusedArchive(new NothingKnown());
        }
        return new LinkedInArchive(
                ExportRows.resume(tables),
                ExportRows.contacts(tables.getOrDefault(ExportFile.CONNECTIONS, List.of())),
                List.copyOf(leftAlone),
                List.copyOf(unknown));
    }

    private List<Row> rows(ZipContents contents, ZipMember member, ExportFile file) throws IOException {
        String text;
        try (InputStream bytes = contents.read(member)) {
            text = ExportText.of(bytes.readAllBytes());
        }
        // Found again in the whole text: the beginning alone may have been taken for another encoding.
        return headers.find(text)
                .filter(header -> header.file().equals(Optional.of(file)))
                .map(header -> ExportTable.rows(text, header, file.maxRows()))
                .orElse(List.of());
    }

    private static String head(ZipContents contents, ZipMember member) throws IOException {
        try (InputStream bytes = contents.read(member)) {
            byte[] head = bytes.readNBytes(HEAD_BYTES);
            return ExportText.of(head);
        }
    }
}
