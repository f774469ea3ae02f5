package org.wellmet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells by its header line what an exported file is. The names of the files vary by year, folder, suffix and spelling;
/// the header lines have stayed English and are listed, with the months in which each was seen, in
/// `headers-by-era.json`.
///
/// Immutable.
final class ExportHeaders {
    /// What stands in front of the table since 2019.
    private static final String PREAMBLE = "notes:";

    private static final int MAX_PREAMBLE_LINES = 20;
    private static final char[] DELIMITERS = {',', ';', '\t'};
    // A suffix that LinkedIn or a browser puts behind a name: Shares_100000001, Saved Jobs_1, Receipts_v2.
    private static final Pattern SUFFIX = Pattern.compile("(_v?\\d+)?\\.csv$");

    private final Map<List<String>, String> titles;

    private ExportHeaders(Map<List<String>, String> titles) {
        this.titles = Map.copyOf(titles);
    }

    /// The header lines that are known.
    static ExportHeaders known() {
        try (InputStream json = Objects.requireNonNull(
                ExportHeaders.class.getResourceAsStream("/archive/headers-by-era.json"), "headers-by-era.json")) {
            JsonNode files = JsonMapper.shared().readTree(json);
            Map<List<String>, String> titles = new HashMap<>();
            files.forEachEntry((name, headers) -> {
                String title = SUFFIX.matcher(name).replaceFirst("").replace('_', ' ');
                headers.forEach(header -> titles.merge(
                        columns(header.required("header").asString(), ','), title, ExportHeaders::shorter));
            });
            return new ExportHeaders(titles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of the files that share a header line the plainest name stands for all: messages, not learning coach messages.
    private static String shorter(String one, String other) {
        return other.length() < one.length() ? other : one;
    }

    /// What the text is, judged by the beginning of it.
    Optional<Header> find(String text) {
        Matcher lines = Pattern.compile("[^\\r\\n]*(\\r\\n|\\r|\\n|$)").matcher(text);
        boolean isInPreamble = false;
        int seen = 0;
        while (seen < MAX_PREAMBLE_LINES && lines.find() && !lines.group().isEmpty()) {
            String line = lines.group().strip();
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            Optional<Header> header = headerAt(line, lines.end());
            if (header.isPresent()) {
                return header;
            }
            isInPreamble |=
                    line.toLowerCase(Locale.ROOT).replaceAll("[,;\\t\"]", "").startsWith(PREAMBLE);
            if (!isInPreamble) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Header> headerAt(String line, int rowsAt) {
        for (char delimiter : DELIMITERS) {
            List<String> columns = columns(line, delimiter);
            Optional<ExportFile> file = ExportFile.having(columns);
            String title = file.map(ExportFile::title).orElse(titles.get(columns));
            if (title != null) {
                return Optional.of(new Header(title, file, columns, delimiter, rowsAt));
            }
        }
        return Optional.empty();
    }

    /// Column names in lower case without quotes; no column name holds a delimiter. What a spreadsheet
    /// program adds at the end, empty columns, is left out.
    private static List<String> columns(String line, char delimiter) {
        List<String> columns = new ArrayList<>();
        for (String column : line.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
            columns.add(column.replace("\"", "").replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT));
        }
        while (columns.size() > 1 && columns.getLast().isEmpty()) {
            columns.removeLast();
        }
        return List.copyOf(columns);
    }

    /// A header line that is known: what LinkedIn calls the file, which of ours it is, its columns, and where its rows
    /// begin.
    record Header(String title, Optional<ExportFile> file, List<String> columns, char delimiter, int rowsAt) {}
}
