package org.wellmet.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/// Reads a network from a folder: `edges.csv` (`src,dst`) and `nodes.csv` (`id` and one column for each kind of trait).
///
/// Ties are undirected: a tie named twice, or in both directions, is one, and one with oneself is none. Several
/// values of a trait are split by `|` or white space; an empty cell says nothing.
///
/// Confined to one reading.
final class GraphFolder {
    static final String EDGES = "edges.csv";
    static final String NODES = "nodes.csv";
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[|\\s]+");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path folder;
    private final Map<String, Integer> ordinals = new HashMap<>();

    private GraphFolder(Path folder) {
        this.folder = folder;
    }

    /// The folder holds no network, for the reason said.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    static TieNetwork read(Path folder) throws Refused {
        if (!Files.isDirectory(folder)) {
            throw new Refused("\"" + folder + "\" is no folder; it must hold " + EDGES + " and " + NODES + ".");
        }
        GraphFolder reading = new GraphFolder(folder);
        List<TraitColumn> columns = reading.nodes();
        return new TieNetwork(reading.edges(), columns);
    }

    // ---- nodes

    private List<TraitColumn> nodes() throws Refused {
        List<String> header = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        read(NODES, header, rows::add);
        int id = column(NODES, header, "id");
        for (int row = 0; row < rows.size(); row++) {
            String key = rows.get(row).get(id);
            if (key.isEmpty()) {
                throw new Refused(NODES + ", member " + (row + 1) + ": the id is empty.");
            }
            if (ordinals.put(key, row) != null) {
                throw new Refused(NODES + ", member " + (row + 1) + ": the id \"" + key + "\" stands there twice.");
            }
        }
        if (rows.isEmpty()) {
            throw new Refused(NODES + " names no members.");
        }
        return IntStream.range(0, header.size())
                .filter(column -> column != id)
                .mapToObj(column -> trait(header.get(column), column, rows))
                .toList();
    }

    private static TraitColumn trait(String name, int column, List<List<String>> rows) {
        Map<String, Integer> known = new HashMap<>();
        int[][] values = new int[rows.size()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = BETWEEN_VALUES
                    .splitAsStream(rows.get(row).get(column))
                    .filter(value -> !value.isEmpty())
                    .mapToInt(value -> known.computeIfAbsent(value, _ -> known.size()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return new TraitColumn(name, values, known.size());
    }

    // ---- edges

    private int[][] edges() throws Refused {
        List<String> header = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        read(EDGES, header, rows::add);
        int from = column(EDGES, header, "src");
        int to = column(EDGES, header, "dst");
        int[][] ends = new int[rows.size()][];
        int[] degrees = new int[ordinals.size()];
        for (int row = 0; row < ends.length; row++) {
            ends[row] = new int[] {
                end(rows.get(row).get(from), row), end(rows.get(row).get(to), row)
            };
            degrees[ends[row][0]]++;
            degrees[ends[row][1]]++;
        }
        if (ends.length == 0) {
            throw new Refused(EDGES + " names no ties.");
        }
        int[][] neighbors = IntStream.of(degrees).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[degrees.length];
        for (int[] tie : ends) {
            neighbors[tie[0]][filled[tie[0]]++] = tie[1];
            neighbors[tie[1]][filled[tie[1]]++] = tie[0];
        }
        for (int member = 0; member < neighbors.length; member++) {
            int self = member;
            neighbors[member] = Arrays.stream(neighbors[member])
                    .filter(other -> other != self)
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return neighbors;
    }

    private int end(String key, int row) throws Refused {
        Integer ordinal = ordinals.get(key);
        if (ordinal == null) {
            throw new Refused(
                    EDGES + ", tie " + (row + 1) + ": " + NODES + " has no member with the id \"" + key + "\".");
        }
        return ordinal;
    }

    // ---- files

    private void read(String name, List<String> header, Consumer<List<String>> each) throws Refused {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no " + name + " in \"" + folder + "\".");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setTrim(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = format.parse(withoutMark(reader))) {
            for (CSVRecord row : rows) {
                if (header.isEmpty()) {
                    row.forEach(cell -> header.add(cell.strip()));
                } else if (row.size() != header.size()) {
                    throw new Refused(name + ", line " + rows.getCurrentLineNumber() + ": expected " + header.size()
                            + " cells as in the header, got " + row.size() + ".");
                } else {
                    each.accept(row.toList());
                }
            }
        } catch (CharacterCodingException _) {
            throw new Refused(name + " is not UTF-8.");
        } catch (IOException | UncheckedIOException failure) {
            throw new Refused(name + " cannot be read as CSV: " + failure.getMessage());
        }
        if (header.isEmpty()) {
            throw new Refused(name + " is empty; its first line must be a header.");
        }
    }

    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static int column(String file, List<String> header, String wanted) throws Refused {
        List<String> names =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (String name : names) {
            if (name.isEmpty() || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new Refused(
                        file + ": each column needs a name of its own, got \"" + String.join(",", header) + "\".");
            }
        }
        if (!names.contains(wanted)) {
            throw new Refused(
                    file + ": the header needs a column \"" + wanted + "\", got \"" + String.join(",", header) + "\".");
        }
        return names.indexOf(wanted);
    }
}
