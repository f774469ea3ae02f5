package org.wellmet.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/// A CSV file with a header, as text: RFC 4180, with either line end and with or without a byte order mark.
///
/// A row that ends early says nothing of the columns it does not reach.
///
/// Immutable.
///
/// @param file what messages call it
/// @param header each name once, as it is written
record CsvTable(String file, List<String> header, List<List<String>> rows) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /// What other programs separate columns by.
    private static final Pattern NO_COMMA = Pattern.compile("[;\\t|]");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setTrim(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();

    static CsvTable read(Path folder, String name) throws GraphFolder.Refused {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new GraphFolder.Refused("There is no " + name + " in \"" + folder + "\".");
        }
        List<List<String>> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(withoutMark(reader))) {
            for (CSVRecord row : rows) {
                if (isBlank(row)) {
                    continue;
                }
                lines.add(List.of(row.values()));
                if (row.size() > lines.getFirst().size()) {
                    throw new GraphFolder.Refused(name + ", line " + rows.getCurrentLineNumber() + ": expected "
                            + lines.getFirst().size() + " cells as in the header, got " + row.size()
                            + ". Put values that contain commas in quotes.");
                }
            }
        } catch (UncheckedIOException failure) {
            throw unreadable(name, Objects.requireNonNull(failure.getCause(), "an unchecked failure wraps another"));
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
        if (lines.isEmpty()) {
            throw new GraphFolder.Refused(name + " is empty; its first line must be a header.");
        }
        CsvTable table = new CsvTable(name, lines.getFirst(), lines.subList(1, lines.size()));
        table.requireNames();
        return table;
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isEmpty();
    }

    private static GraphFolder.Refused unreadable(String name, Throwable failure) {
        return new GraphFolder.Refused(
                failure instanceof CharacterCodingException
                        ? name + " is not UTF-8; save it as UTF-8."
                        : name + " cannot be read as CSV, are all quotes closed? (" + failure.getMessage() + ")");
    }

    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private void requireNames() throws GraphFolder.Refused {
        List<String> names = lowerCase();
        for (String name : names) {
            if (name.isEmpty() || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new GraphFolder.Refused(
                        file + ": each column needs a name of its own, got \"" + String.join(",", header) + "\".");
            }
        }
    }

    private List<String> lowerCase() {
        return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /// Where the column of that name stands, whatever its capitals.
    int column(String wanted) throws GraphFolder.Refused {
        int found = lowerCase().indexOf(wanted);
        if (found < 0
                && header.size() == 1
                && NO_COMMA.matcher(header.getFirst()).find()) {
            throw new GraphFolder.Refused(
                    file + ": separate the columns by commas, got \"" + header.getFirst() + "\".");
        }
        if (found < 0) {
            throw new GraphFolder.Refused(
                    file + ": the header needs a column \"" + wanted + "\", got \"" + String.join(",", header) + "\".");
        }
        return found;
    }

    /// What a row says in a column: nothing is the empty text.
    String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }
}
