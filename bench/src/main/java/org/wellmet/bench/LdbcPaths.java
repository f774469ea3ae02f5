package org.wellmet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.GraphPath;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.ShortestPaths;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.TrustedPath;
import org.wellmet.graph.TrustedPathQuestion;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.graph.WeightedTie;

/// Distances and weighted paths on a network after the schema of LDBC's Social Network Benchmark, against its
/// expected answers: two SNB-derived queries, after interactive complex 13 and 14. Not an LDBC benchmark result.
///
/// `LdbcPaths <sf0.1.tar.gz>`. Ends with a failure when the archive is not there or any answer differs.
public final class LdbcPaths {
    private static final String KNOWS = "dynamic/person_knows_person_0_0.csv";
    private static final String POSTS = "dynamic/post_0_0.csv";
    private static final String COMMENTS = "dynamic/comment_0_0.csv";
    private static final String DISTANCES = "ic13_expected.txt";
    private static final String PATHS = "ic14_expected.txt";
    private static final VisibilityRule ALL = VisibilityRule.everything();

    private final Map<String, List<String>> files;
    private final SocialGraph graph;
    private int checked;
    private int wrong;

    private LdbcPaths(Map<String, List<String>> files) {
        this.files = files;
        GraphLoader loader = SocialGraph.loader();
        for (String[] row : rows(KNOWS)) {
            loader.connect(Long.parseLong(row[0]), Long.parseLong(row[1]));
        }
        this.graph = loader.finish(LogPosition.START);
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !Files.exists(Path.of(args[0]))) {
            System.err.println("Expected the path of sf0.1.tar.gz as the only argument, got " + List.of(args));
            System.exit(2);
        }
        Path archive = Path.of(args[0]);
        LdbcPaths check = new LdbcPaths(TarGz.lines(archive, List.of(KNOWS, POSTS, COMMENTS, DISTANCES, PATHS)));
        check.checkDistances();
        check.checkPaths();
        System.out.println(check.checked + " answers on " + check.graph.memberCount() + " members and "
                + check.graph.connectionCount() + " connections, " + check.wrong + " of them wrong");
        check.graph.close();
        System.exit(check.wrong == 0 && check.checked > 0 ? 0 : 1);
    }

    private List<String[]> rows(String file) {
        List<String> lines = files.getOrDefault(file, List.of());
        if (lines.isEmpty()) {
            throw new IllegalStateException("the archive holds no " + file);
        }
        int start = Character.isDigit(lines.getFirst().charAt(0)) ? 0 : 1; // a line of names
        return lines.subList(start, lines.size()).stream()
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    private void checkDistances() {
        for (String[] row : rows(DISTANCES)) {
            List<GraphPath> paths = graph.anyShortestPath(Long.parseLong(row[0]), Long.parseLong(row[1]), ALL)
                    .paths();
            int distance = paths.isEmpty() ? -1 : paths.getFirst().length();
            check("distance " + row[0] + " " + row[1], row[2], Integer.toString(distance));
        }
    }

    private void checkPaths() {
        Map<List<Long>, Double> weights = weights();
        List<WeightedTie> ties = weights.entrySet().stream()
                .map(entry -> new WeightedTie(
                        entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .toList();
        for (String[] row : rows(PATHS)) {
            long from = Long.parseLong(row[0]);
            long to = Long.parseLong(row[1]);
            ShortestPaths all = graph.shortestPaths(from, to, SocialGraph.MAX_PATHS, ALL);
            String name = "paths " + from + " " + to;
            check(name + ": how many", row[3], Integer.toString(all.paths().size()));
            check(name, sorted(row[4]), written(all, weights));
            TrustedPath trusted = graph.trustedPath(new TrustedPathQuestion(from, to, ties, 0), ALL);
            double heaviest = all.paths().stream()
                    .mapToDouble(path -> weight(path, weights))
                    .max()
                    .orElse(0);
            check(name + ": heaviest", Double.toString(heaviest), Double.toString(trusted.weight()));
        }
    }

    /// The order among paths of equal weight is not laid down.
    private static String sorted(String paths) {
        return List.of(paths.split(";")).stream()
                .map(path -> path.startsWith("0:") ? "0.0" + path.substring(1) : path)
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private static String written(ShortestPaths all, Map<List<Long>, Double> weights) {
        return all.paths().stream()
                .map(path -> weight(path, weights) + ":"
                        + path.keys().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(";"));
    }

    private static double weight(GraphPath path, Map<List<Long>, Double> weights) {
        double sum = 0;
        for (int step = 0; step < path.length(); step++) {
            sum += weights.getOrDefault(pair(path.keys().get(step), path.keys().get(step + 1)), 0.0);
        }
        return sum;
    }

    private static List<Long> pair(long a, long b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }

    /// One for each reply to a post of the other, a half for each reply to a comment.
    private Map<List<Long>, Double> weights() {
        Map<String, Long> creators = new HashMap<>();
        rows(POSTS).forEach(row -> creators.put("post " + row[0], Long.parseLong(row[8])));
        List<String[]> comments = new ArrayList<>(rows(COMMENTS));
        comments.forEach(row -> creators.put("comment " + row[0], Long.parseLong(row[6])));
        Map<List<Long>, Double> weights = new HashMap<>();
        for (String[] row : comments) {
            boolean isToPost = !row[8].isEmpty();
            Long other = creators.get(isToPost ? "post " + row[8] : "comment " + row[9]);
            if (other != null) {
                weights.merge(pair(Long.parseLong(row[6]), other), isToPost ? 1.0 : 0.5, Double::sum);
            }
        }
        return weights;
    }

    private void check(String question, String expected, String answer) {
        checked++;
        if (!expected.equals(answer)) {
            wrong++;
            System.out.println(question + ": expected " + expected + ", got " + answer);
        }
    }
}
