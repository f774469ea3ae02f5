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
import org.wellmet.archive.ArchiveRefusal.NothingKnown;
import org.wellmet.archive.ArchiveRefusal.TooLarge;
import org.wellmet.archive.ArchiveRefusal.TooManyCells;
import org.wellmet.archive.ArchiveRefusal.TooManyRows;
import org.wellmet.archive.ExportTable.Row;

/// Reads the archive that LinkedIn gives its members, in every shape it had since 2018.
///
/// The table of contents is checked first ([ZipContents]). Then the beginning of each member is looked at for a header
/// line that is known, and only those that are wanted are read to their end, one after another, in memory; writes
/// nothing.
///
/// The memory it holds: the bytes and the text of one file, of at most [#MAX_FILE_BYTES] as unpacked, and the
/// rows of all files together, made of at most [#MAX_READ_BYTES] and of [#MAX_CELLS]. Text takes up to two bytes for
/// one, a cell some forty beside its text: an archive made to hurt takes about 200 MB for a moment. Whoever calls lets
/// one be read at a time ([ReadingTurn]).
///
/// Thread-safe.
public final class LinkedInExport {
    /// The largest list of connections that LinkedIn allows has 30,000 rows and stays under 8 MB.
    static final int MAX_FILE_BYTES = 16 << 20;

    /// The largest list, and four times as much for all the others.
    static final int MAX_READ_BYTES = 32 << 20;

    /// The largest list has 210,000; the rest is commas in what people write.
    static final int MAX_CELLS = 1_000_000;

    private static final int HEAD_BYTES = 8 << 10;

    private final ExportHeaders headers = ExportHeaders.known();

    /// Reads the file, which stays where it is.
    public ReadArchiveOutcome read(Path file) throws IOException {
        try (ZipContents contents = ZipContents.open(FileChannel.open(file))) {
            return new ReadArchiveOutcome.Read(archive(contents));
        } catch (RefusedArchive e) {
            return new ReadArchiveOutcome.Refused(e.refusal());
        }
    }

    private LinkedInArchive archive(ZipContents contents) throws IOException {
        Map<ExportFile, List<Row>> tables = new EnumMap<>(ExportFile.class);
        TreeSet<String> leftAlone = new TreeSet<>();
        TreeSet<String> unknown = new TreeSet<>();
        Budget budget = new Budget();
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
            budget.take(member);
            List<Row> rows = tables.computeIfAbsent(file.get(), _ -> new ArrayList<>());
            rows.addAll(rows(contents, member, file.get(), budget));
            if (rows.size() > file.get().maxRows()) { // of several files of one kind
                String name = Texts.line(member.lastName(), Resume.MAX_LINE);
                throw new RefusedArchive(new TooManyRows(name, file.get().maxRows()));
            }
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

    private List<Row> rows(ZipContents contents, ZipMember member, ExportFile file, Budget budget) throws IOException {
        String text;
        try (InputStream bytes = contents.read(member)) {
            text = ExportText.of(bytes.readAllBytes());
        }
        // Found again in the whole text: the beginning alone may have been taken for another encoding.
        return headers.find(text)
                .filter(header -> header.file().equals(Optional.of(file)))
                .map(header -> {
                    budget.takeCells(text, header.delimiter());
                    return ExportTable.rows(text, header, file.maxRows());
                })
                .orElse(List.of());
    }

    private static String head(ZipContents contents, ZipMember member) throws IOException {
        try (InputStream bytes = contents.read(member)) {
            byte[] head = bytes.readNBytes(HEAD_BYTES);
            return ExportText.of(head);
        }
    }

    /// What one archive has used up of its limits. Confined to the thread that reads it.
    private static final class Budget {
        private long bytes;
        private long cells;

        void take(ZipMember member) {
            bytes += member.bytes();
            if (member.bytes() > MAX_FILE_BYTES || bytes > MAX_READ_BYTES) {
                throw new RefusedArchive(new TooLarge(MAX_FILE_BYTES >> 20));
            }
        }

        /// Before they are made: a single row may hold millions.
        void takeCells(String text, char delimiter) {
            cells += text.chars().filter(c -> c == delimiter).count();
            if (cells > MAX_CELLS) {
                throw new RefusedArchive(new TooManyCells(MAX_CELLS));
            }
        }
    }
}
