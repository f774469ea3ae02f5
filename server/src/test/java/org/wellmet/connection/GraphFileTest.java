package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.TestFolder;
import org.wellmet.changelog.Position;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// A start from the file and the log equals one from the tables, and a file that is of no use is not used.
///
/// Whether the file was used shows in a connection that was slipped into the table without a word in the log: only
/// who reads the tables knows of it.
class GraphFileTest extends GraphTwins {
    private static final int STARTS = 40;
    private static final int CHANGES_BETWEEN = 12;

    private final Path folder = TestFolder.fresh();
    private final Path file = folder.resolve("graph/snapshot");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_122})
    void aGraphThatIsStoppedKilledAndStartedEqualsOneRebuiltFromTheTables(long seed) {
        Random random = new Random(seed);
        List<MemberId> people = IntStream.range(0, MEMBERS)
                .mapToObj(number -> aMember("Kept " + number))
                .toList();
        for (int start = 0; start < STARTS; start++) {
            LiveGraph kept = aGraph(folder);
            start(kept);
            changeSome(random, people);
            follow(kept);
            List<Object> followed = kept.ask(graph -> answers(graph, people));
            assertThat(followed).as("seed %d, start %d", seed, start).isEqualTo(rebuilt(people));
            if (random.nextInt(3) > 0) {
                kept.close(); // otherwise it was killed, and its file is that of a stop before
            }
            changeSome(random, people); // by a server that stayed up
        }
    }

    @Test
    void aSavedGraphIsUsedAndWhoIsSuspendedHiddenOrGoneSinceIsSo() {
        List<MemberId> people = List.of(aMember("A"), aMember("B"), aMember("C"), aMember("D"));
        tied(people.get(0), people.get(1));
        tied(people.get(1), people.get(2));
        tied(people.get(2), people.get(3));
        saved();
        slippedIn(people.get(0), people.get(3));
        members.suspend(people.get(1));
        connections.showList(people.get(2), Audience.ME);

        try (LiveGraph kept = aGraph(folder)) {
            start(kept);
            assertThat(connected(kept, people.get(0), people.get(3))).isFalse();
            assertThat(connected(kept, people.get(0), people.get(1))).isFalse();
            assertThat(connected(kept, people.get(2), people.get(3))).isTrue();
            int shown = kept.ask(graph -> graph.neighbors(people.get(2).value(), 9, VisibilityRule.seenByAnyone())
                    .count());
            assertThat(shown).isZero();
            members.delete(people.get(3));
        }
        try (LiveGraph kept = aGraph(folder)) {
            start(kept);
            boolean isThere = kept.ask(graph -> graph.holds(people.get(3).value()));
            assertThat(isThere).isFalse();
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void aGraphIsSavedEveryHourAndWhatComesAfterIsNotLostInAKill() {
        MemberId one = aMember("One");
        MemberId other = aMember("Other");
        LiveGraph killed = aGraph(folder);
        start(killed);
        MemberId third = aMember("Third");
        follow(killed);
        assertThat(file).doesNotExist();

        fakeClock.forward(GraphFile.BETWEEN_SAVINGS);
        tied(one, other);
        follow(killed);
        while (!Files.exists(file)) { // it is saved beside what goes on
            LockSupport.parkNanos(1_000_000);
        }
        tied(one, third);
        follow(killed);
        slippedIn(other, third);

        LiveGraph kept = aGraph(folder);
        start(kept);
        assertThat(connected(kept, one, other)).isTrue();
        assertThat(connected(kept, one, third)).isTrue();
        assertThat(connected(kept, other, third)).as("read from the tables").isFalse();
    }

    @Test
    void aFileThatIsTornChangedForeignOrNoneAtAllIsNotUsed() throws IOException {
        MemberId one = aMember("One");
        MemberId other = aMember("Other");
        saved();
        slippedIn(one, other);
        byte[] whole = Files.readAllBytes(file);

        for (int length : List.of(0, 100, 4096, whole.length - 1)) {
            assertNotUsed(Arrays.copyOf(whole, length), one, other);
        }
        byte[] changed = whole.clone();
        changed[whole.length - 20] ^= 1;
        assertNotUsed(changed, one, other);
        assertNotUsed("a letter".getBytes(), one, other);

        Files.delete(file);
        try (SocialGraph foreign = SocialGraph.empty()) {
            foreign.save(file, UUID.randomUUID());
        }
        assertNotUsed(Files.readAllBytes(file), one, other);
    }

    @Test
    void aFileOlderThanTheLogOrAheadOfItIsNotUsed() {
        MemberId one = aMember("One");
        MemberId other = aMember("Other");
        saved();
        slippedIn(one, other);
        aMember("Later");
        sql.sql("""
                        DELETE FROM change
                         WHERE (xid, seq) < (SELECT xid, seq FROM change ORDER BY xid DESC, seq DESC LIMIT 1)
                        """).update();

        try (LiveGraph kept = aGraph(folder)) {
            start(kept);
            assertThat(connected(kept, one, other)).isTrue();
        }
        Position ahead = new Position(history.horizon().xid() + 1_000_000, 0);
        assertThat(history.readAfter(ahead, _ -> {})).isFalse();
        assertThat(history.readAfter(history.horizon(), _ -> {})).isTrue();
    }

    @Test
    void aFileThatCannotBeWrittenCostsTimeAndNothingElse() throws IOException {
        MemberId one = aMember("One");
        MemberId other = aMember("Other");
        Files.createDirectories(file.resolve("a folder in its place"));
        tied(one, other);

        for (int time = 0; time < 2; time++) {
            try (LiveGraph kept = aGraph(folder)) {
                start(kept);
                assertThat(connected(kept, one, other)).isTrue();
            }
        }
        assertThat(file.resolveSibling("snapshot.part")).doesNotExist();
    }

    @Test
    void aTornFileBesideItHurtsNobody() throws IOException {
        saved();
        Files.writeString(file.resolveSibling("snapshot.part"), "half");
        MemberId one = aMember("One");
        saved();
        try (LiveGraph kept = aGraph(folder)) {
            start(kept);
            boolean isThere = kept.ask(graph -> graph.holds(one.value()));
            assertThat(isThere).isTrue();
        }
    }

    private void saved() {
        LiveGraph graph = aGraph(folder);
        start(graph);
        graph.close();
        assertThat(file).isRegularFile();
    }

    private void assertNotUsed(byte[] content, MemberId one, MemberId other) throws IOException {
        Path place = TestFolder.fresh();
        Files.createDirectories(place.resolve("graph"));
        Files.write(place.resolve("graph/snapshot"), content);
        for (boolean isFirst : List.of(true, false)) {
            try (LiveGraph graph = aGraph(place)) {
                start(graph);
                assertThat(connected(graph, one, other))
                        .as("%d bytes, first start: %s", content.length, isFirst)
                        .isTrue();
            }
        }
    }

    private void changeSome(Random random, List<MemberId> people) {
        for (int change = random.nextInt(CHANGES_BETWEEN); change > 0; change--) {
            change(random, people);
        }
    }

    /// Hands on what the log has since, as the tail does.
    private void follow(LiveGraph graph) {
        LogPosition at = graph.ask(SocialGraph::position);
        boolean isWhole =
                transactions.readOneSnapshot(() -> history.readAfter(new Position(at.xid(), at.seq()), graph::apply));
        assertThat(isWhole).isTrue();
    }

    private List<Object> rebuilt(List<MemberId> people) {
        try (LiveGraph rebuilt = aGraph(TestFolder.fresh())) {
            start(rebuilt);
            return rebuilt.ask(graph -> answers(graph, people));
        }
    }

    private void slippedIn(MemberId one, MemberId other) {
        sql.sql("INSERT INTO connection (member_id, other_id, since) VALUES (:a, :b, now()), (:b, :a, now())")
                .param("a", one.value())
                .param("b", other.value())
                .update();
    }

    private static boolean connected(LiveGraph graph, MemberId one, MemberId other) {
        return graph.ask(current -> current.neighbors(one.value(), MEMBERS, VisibilityRule.everything())
                .first()
                .contains(other.value()));
    }
}
