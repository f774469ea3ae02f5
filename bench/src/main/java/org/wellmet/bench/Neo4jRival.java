package org.wellmet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.traversal.Evaluators;
import org.neo4j.graphdb.traversal.Uniqueness;
import org.neo4j.io.ByteUnit;

/// Neo4j in this very process, with an index on the key: asked through its Java API, which is quicker than its query
/// language, and in that language for a shortest path. Compiled with the profile `neo4j` only.
final class Neo4jRival implements Rival {
    private static final Label MEMBER = Label.label("Member");
    private static final RelationshipType KNOWS = RelationshipType.withName("KNOWS");
    private static final String KEY = "key";
    private static final String DISTANCE = """
            MATCH (a:Member {key: $from}), (b:Member {key: $to})
            MATCH path = shortestPath((a)-[:KNOWS*..4]-(b))
            RETURN length(path) AS length
            """;
    private static final int PER_TRANSACTION = 50_000;

    private final DatabaseManagementService service;
    private final GraphDatabaseService database;

    Neo4jRival(PowerLawGraph network) {
        try {
            Path folder = Files.createTempDirectory("neo4j");
            this.service = new DatabaseManagementServiceBuilder(folder)
                    .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(1))
                    .build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.database = service.database("neo4j");
        load(network);
    }

    private void load(PowerLawGraph network) {
        String[] ids = new String[network.memberCount() + 1];
        inPieces(network.memberCount(), (transaction, index) -> {
            Node node = transaction.createNode(MEMBER);
            node.setProperty(KEY, index + 1L);
            ids[index + 1] = node.getElementId();
        });
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().indexFor(MEMBER).on(KEY).create();
            transaction.commit();
        }
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(5, TimeUnit.MINUTES);
        }
        long[] pairs = distinct(network);
        inPieces(
                pairs.length,
                (transaction, index) -> transaction
                        .getNodeByElementId(ids[(int) (pairs[index] >>> 32)])
                        .createRelationshipTo(transaction.getNodeByElementId(ids[(int) pairs[index]]), KNOWS));
    }

    private static long[] distinct(PowerLawGraph network) {
        long[] pairs = new long[Math.toIntExact(network.pairCount())];
        int[] count = new int[1];
        network.forEachPair((a, b) -> pairs[count[0]++] = Math.min(a, b) << 32 | Math.max(a, b));
        return Arrays.stream(pairs).sorted().distinct().toArray();
    }

    private interface Step {
        void take(Transaction transaction, int index);
    }

    private void inPieces(int count, Step step) {
        for (int start = 0; start < count; start += PER_TRANSACTION) {
            try (Transaction transaction = database.beginTx()) {
                for (int index = start; index < Math.min(count, start + PER_TRANSACTION); index++) {
                    step.take(transaction, index);
                }
                transaction.commit();
            }
        }
    }

    @Override
    public String name() {
        return "Neo4j";
    }

    private <T> T asked(Function<Transaction, T> question) {
        try (Transaction transaction = database.beginTx()) {
            return question.apply(transaction);
        }
    }

    private static Node node(Transaction transaction, long key) {
        return transaction.findNode(MEMBER, KEY, key);
    }

    @Override
    public int distance(long from, long to) {
        return asked(transaction -> {
            try (Result found = transaction.execute(DISTANCE, Map.of("from", from, "to", to))) {
                Iterator<Long> lengths = found.columnAs("length");
                return lengths.hasNext() ? lengths.next().intValue() : -1;
            }
        });
    }

    @Override
    public int mutualCount(long keyA, long keyB) {
        return asked(transaction -> {
            Set<Node> both = neighbors(node(transaction, keyA));
            both.retainAll(neighbors(node(transaction, keyB)));
            return both.size();
        });
    }

    private static Set<Node> neighbors(Node node) {
        Set<Node> found = new HashSet<>();
        try (var relationships = node.getRelationships(Direction.BOTH, KNOWS)) {
            for (Relationship relationship : relationships) {
                found.add(relationship.getOtherNode(node));
            }
        }
        return found;
    }

    @Override
    public List<Integer> separations(long from, List<Long> keys) {
        return asked(transaction -> {
            Map<Node, Integer> sought = new HashMap<>();
            keys.forEach(key -> sought.put(node(transaction, key), MAX_DISTANCE));
            int left = sought.size();
            var traversal = transaction
                    .traversalDescription()
                    .breadthFirst()
                    .relationships(KNOWS, Direction.BOTH)
                    .uniqueness(Uniqueness.NODE_GLOBAL)
                    .evaluator(Evaluators.toDepth(3))
                    .traverse(node(transaction, from));
            var paths = traversal.iterator();
            while (left > 0 && paths.hasNext()) {
                var path = paths.next();
                if (sought.replace(path.endNode(), path.length()) != null) {
                    left--;
                }
            }
            return keys.stream()
                    .map(key -> sought.getOrDefault(node(transaction, key), MAX_DISTANCE))
                    .toList();
        });
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
