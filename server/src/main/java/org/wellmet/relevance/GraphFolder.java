package org.wellmet.relevance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads a network from a folder: `edges.csv` (`src,dst`) and `nodes.csv` (`id` and one column for each kind of trait).
///
/// Ties are undirected: a tie named twice, or in both directions, is one, and one with oneself is none. Several
/// values of a trait are split by `|` or white space; an empty cell says nothing. Whoever has ties and no line in
/// `nodes.csv` is a member who says nothing.
///
/// Confined to one reading.
final class GraphFolder {
    static final String EDGES = "edges.csv";
    static final String NODES = "nodes.csv";
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[|\\s]+");

    private final CsvTable nodes;
    private final CsvTable edges;
    private final Map<String, Integer> ordinals = new HashMap<>();

    private GraphFolder(CsvTable nodes, CsvTable edges) {
        this.nodes = nodes;
        this.edges = edges;
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
        GraphFolder reading = new GraphFolder(CsvTable.read(folder, NODES), CsvTable.read(folder, EDGES));
        int id = reading.nameMembers();
        int[][] ends = reading.ends(); // names further members
        return new TieNetwork(neighbors(reading.ordinals.size(), ends), reading.columns(id));
    }

    /// Answers the column of ids.
    private int nameMembers() throws Refused {
        int id = nodes.column("id");
        for (int row = 0; row < nodes.rows().size(); row++) {
            String key = nodes.cell(row, id);
            if (key.isEmpty()) {
                throw new Refused(NODES + ", member " + (row + 1) + ": the id is empty.");
            }
            if (ordinals.put(key, row) != null) {
                throw new Refused(NODES + ", member " + (row + 1) + ": the id \"" + key + "\" stands there twice.");
            }
        }
        if (ordinals.isEmpty()) {
            throw new Refused(NODES + " names no members; it needs one line for each below the header.");
        }
        return id;
    }

    // ---- traits

    private List<TraitColumn> columns(int id) {
        return IntStream.range(0, nodes.header().size())
                .filter(column -> column != id)
                .mapToObj(this::trait)
                .toList();
    }

    private TraitColumn trait(int column) {
        Map<String, Integer> known = new HashMap<>();
        int[][] values = new int[ordinals.size()][0];
        for (int row = 0; row < nodes.rows().size(); row++) {
            values[row] = BETWEEN_VALUES
                    .splitAsStream(nodes.cell(row, column))
                    .filter(value -> !value.isEmpty())
                    .mapToInt(value -> known.computeIfAbsent(value, _ -> known.size()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return new TraitColumn(nodes.header().get(column), values, known.size());
    }

    // ---- ties

    private int[][] ends() throws Refused {
        int from = edges.column("src");
        int to = edges.column("dst");
        int[][] ends = new int[edges.rows().size()][];
        for (int row = 0; row < ends.length; row++) {
            ends[row] = new int[] {end(row, from), end(row, to)};
        }
        if (ends.length == 0) {
            throw new Refused(EDGES + " names no ties; it needs one line for each below the header.");
        }
        return ends;
    }

    private int end(int row, int column) throws Refused {
        String key = edges.cell(row, column);
        if (key.isEmpty()) {
            throw new Refused(EDGES + ", tie " + (row + 1) + ": both ends are needed, one is empty.");
        }
        return ordinals.computeIfAbsent(key, _ -> ordinals.size());
    }

    /// Ascending lists, symmetric, without loops.
    private static int[][] neighbors(int memberCount, int[][] ends) {
        int[] degrees = new int[memberCount];
        for (int[] tie : ends) {
            degrees[tie[0]]++;
            degrees[tie[1]]++;
        }
        int[][] neighbors = IntStream.of(degrees).mapToObj(int[]::new).toArray(int[][]::new);
        for (int[] tie : ends) {
            neighbors[tie[0]][--degrees[tie[0]]] = tie[1];
            neighbors[tie[1]][--degrees[tie[1]]] = tie[0];
        }
        for (int member = 0; member < memberCount; member++) {
            int self = member;
            neighbors[member] = Arrays.stream(neighbors[member])
                    .filter(other -> other != self)
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return neighbors;
    }
}
