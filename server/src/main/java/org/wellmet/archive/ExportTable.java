package org.wellmet.archive;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wellmet.archive.ArchiveRefusal.Damaged;
import org.wellmet.archive.ArchiveRefusal.TooManyRows;

/// Reads the rows below a header line. Forgiving: exports hold line breaks in quotes, quotes doubled twice,
/// rows too short and rows too long, and no file is lost over one of them.
final class ExportTable {
    private ExportTable() {}

    /// The rows in their order; those without any text are left out.
    static List<Row> rows(String text, ExportHeaders.Header header, int maxRows) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(header.delimiter())
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        Map<String, Integer> places = places(header.columns());
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(header.rowsAt())), format)) {
            for (CSVRecord record : parser) {
                if (rows.size() >= maxRows) {
                    throw new RefusedArchive(new TooManyRows(header.title(), maxRows));
                }
                Row row = new Row(places, record);
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException _) {
            throw new RefusedArchive(new Damaged());
        }
        return rows;
    }

    private static Map<String, Integer> places(List<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(columns.get(i), i);
        }
        return Map.copyOf(places);
    }

    /// One row; a column that the file does not have reads as empty.
    static final class Row {
        private final Map<String, Integer> places;
        private final CSVRecord record;

        private Row(Map<String, Integer> places, CSVRecord record) {
            this.places = places;
            this.record = record;
        }

        String raw(String column) {
            Integer place = places.get(column);
            return place == null || place >= record.size() ? "" : record.get(place);
        }

        /// The cell as one clean line.
        String line(String column, int maxLength) {
            return Texts.line(raw(column), maxLength);
        }

        /// The cell as clean paragraphs.
        String paragraphs(String column, int maxLength) {
            return Texts.paragraphs(raw(column), maxLength);
        }

        private boolean isEmpty() {
            return record.stream().allMatch(String::isBlank);
        }
    }
}
