package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The floor under the model, and the command that measures it.
class EvaluationTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    /// Kinds of networks: like to like; groups that like others; triangles; nothing but triangles and activity.
    @ParameterizedTest(name = "{0} members, {1} groups, likeness {2}, closure {3}, {4} ties each, seed {5}")
    @CsvSource({
        "700, 15, 8, 0.0, 16, 1",
        "700, 15, 8, 0.5, 14, 2",
        "600, 12, 1, 0.3, 20, 3",
        "800, 40, 12, 0.6, 12, 4",
        "700, 10, 3, 0.8, 14, 5",
    })
    void theModelIsAtLeastAsGoodAsTheBestSimpleRanking(
            int members, int groups, double likeness, double closure, int tiesEach, long seed) {
        TieNetwork network = new GeneratedNetwork(members, groups, likeness, closure, seed).of(tiesEach);
        for (int kept : Evaluation.KEPT) {
            Evaluation.Result result = new Evaluation(network, seed).run(kept);

            assertThat(result.model().precisionAtTen())
                    .as("precision at 10 with %d ties kept: %s", kept, result.baselines())
                    .isGreaterThanOrEqualTo(result.bestSimplePrecision());
            assertThat(result.fixed().precisionAtTen())
                    .as("a server that has learnt nothing, with %d ties kept: %s", kept, result.baselines())
                    .isGreaterThanOrEqualTo(0.85 * result.bestSimplePrecision());
            assertThat(Measures.calibrationError(result.calibration()))
                    .as("calibration error with %d ties kept", kept)
                    .isLessThan(0.02);
        }
    }

    @Test
    void whatNewcomersLoseIsNowhereInWhatIsLeft() {
        TieNetwork network = new GeneratedNetwork(300, 10, 6, 0.3, 7).of(10);

        Newcomers newcomers = Newcomers.choose(network.ties(), 1, 60, new Random(1));

        for (int i = 0; i < newcomers.members().length; i++) {
            int member = newcomers.members()[i];
            int[] kept = newcomers.remaining()[member];
            assertThat(kept).hasSizeLessThanOrEqualTo(1);
            for (int lost : newcomers.lost()[i]) {
                assertThat(newcomers.remaining()[lost]).doesNotContain(member);
                assertThat(kept).doesNotContain(lost);
            }
            for (int neighbor : kept) {
                assertThat(newcomers.members())
                        .as("kept ties lead to no newcomer")
                        .doesNotContain(neighbor);
                assertThat(newcomers.remaining()[neighbor]).contains(member);
            }
            assertThat(newcomers.lost()[i].length + kept.length).isEqualTo(network.degree(member));
        }
    }

    /// Where only the number of ties tells anything, popularity is the truth, and the model is not to be cleverer.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whereOneSimpleRuleIsAllThereIsTheModelFollowsIt(long seed) {
        TieNetwork made = new GeneratedNetwork(300, 6, 4, 0.3, seed).of(10);
        TieNetwork network = new TieNetwork(made.ties(), List.of());

        Evaluation.Result result = new Evaluation(network, seed).run(0);

        assertThat(result.model()).isEqualTo(result.baselines().get(Baseline.POPULARITY));
    }

    @Test
    void eachOfASampleStandsForThoseBesideIt() {
        double[] scores = {5, 4, 3, 2};
        boolean[] isRight = {false, true, true, true};

        assertThat(Measures.precisionAtTen(scores, isRight, new double[] {8, 1, 1, 1}, new Random(1)))
                .isCloseTo(0.2, within(1e-9));
        assertThat(Measures.precisionAtTen(scores, isRight, new double[] {7.5, 1, 1, 1}, new Random(1)))
                .isCloseTo(0.25, within(1e-9));
    }

    @Test
    void theSameSeedGivesTheSameFigures() throws IOException {
        write(new GeneratedNetwork(200, 8, 6, 0.3, 9).of(10));

        assertThat(run(folder.toString(), "--seed", "4")).isZero();
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        assertThat(run(folder.toString(), "--seed", "4")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(first)
                .contains(
                        "k = 0",
                        "k = 1",
                        "k = 3",
                        "wellmet",
                        "fixed weights",
                        "random",
                        "popularity",
                        "common neighbours")
                .contains("resource allocation", "traits + popularity", "precision@10", "AUC", "calibration");
    }

    @Test
    void marksQuotesAndLineEndsOfOtherSystemsAreRead() throws Exception {
        Files.writeString(
                folder.resolve("nodes.csv"), "\uFEFFid,\"skills\"\r\na,\"x|y, z\"\r\nb,x y\r\n\"c\",\r\n\r\n  \r\n");
        Files.writeString(folder.resolve("edges.csv"), "\uFEFFsrc,dst\r\na,b\r\nb,a\r\nc,c\r\n\"b\",c\r\n");

        TieNetwork network = GraphFolder.read(folder);

        assertThat(network.memberCount()).isEqualTo(3);
        assertThat(network.neighbors(0)).containsExactly(1);
        assertThat(network.neighbors(1)).containsExactly(0, 2);
        assertThat(network.neighbors(2)).as("a tie with oneself is none").containsExactly(1);
        assertThat(network.values(0, 0)).hasSize(3);
        assertThat(network.values(0, 1)).hasSize(2);
        assertThat(network.values(0, 2)).as("an empty cell says nothing").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id,t\\na,1\\n; src,dst\\na,\\n; one is empty",
                "id,t\\na,1\\n; src,dst\\na\\n; one is empty",
                "id,t\\na,\"1\\n; src,dst\\na,a\\n; are all quotes closed",
                "''; src,dst\\na,a\\n; nodes.csv is empty",
                "id\\n,\\n; src,dst\\na,a\\n; expected 1 cells",
                "id,t\\n,x\\n; src,dst\\na,a\\n; the id is empty",
                "id\\na\\na\\n; src,dst\\na,a\\n; stands there twice",
                "name\\na\\n; src,dst\\na,a\\n; needs a column \"id\"",
                "id\\na\\n; from,to\\na,a\\n; needs a column \"src\"",
                "id\\na\\n; src,dst\\n; names no ties",
                "id\\n; src,dst\\na,b\\n; names no members",
                "id,t\\na,1,2\\n; src,dst\\na,a\\n; expected 2 cells",
                "id,t,t\\na,1,2\\n; src,dst\\na,a\\n; a name of its own",
                "id|t\\na|1\\n; src,dst\\na,a\\n; separate the columns by commas",
                "id\\na\\nb\\n; src,dst\\na,b\\n; too small",
            })
    void inputThatCannotBeUsedIsRefusedWithItsReason(String nodes, String edges, String reason) throws IOException {
        Files.writeString(folder.resolve("nodes.csv"), nodes.replace("\\n", "\n"));
        Files.writeString(folder.resolve("edges.csv"), edges.replace("\\n", "\n"));

        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(reason).hasLineCount(1);
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("nodes.csv"), "id,t\na,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("edges.csv"), "src,dst\na,a\n");

        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("save it as UTF-8")
                .hasLineCount(1);
    }

    @Test
    void whoHasTiesAndNoLineOrAShortOneSaysNothing() throws Exception {
        Files.writeString(folder.resolve("nodes.csv"), "id,a,b\nx,1\ny\n");
        Files.writeString(folder.resolve("edges.csv"), "src,dst\nx,z\nz,y\n");

        TieNetwork network = GraphFolder.read(folder);

        assertThat(network.memberCount()).isEqualTo(3);
        assertThat(network.neighbors(2)).containsExactly(0, 1);
        assertThat(network.values(0, 0)).hasSize(1);
        assertThat(network.values(1, 0)).isEmpty();
        assertThat(network.values(0, 1)).isEmpty();
        assertThat(network.values(0, 2)).isEmpty();
    }

    @Test
    void aMissingFolderOrFileIsSaid() {
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("is no folder", "There is no nodes.csv");
    }

    @Test
    void wrongUseIsSaidInALineEach() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("a", "--seed", "many")).isEqualTo(2);
        assertThat(run("a", "--seed")).isEqualTo(2);
        assertThat(run("a", "--sed", "1")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("Name the folder", "\"b\" is not understood", "whole number, got \"many\"", "\"--sed\"")
                .hasLineCount(5);
        assertThat(run("--help")).isZero();
    }

    @Test
    void whoAsksForAVictoryLearnsOfADefeatByTheStatus() throws IOException {
        write(new GeneratedNetwork(200, 8, 6, 0.3, 9).of(10));

        int status = run(folder.toString(), "--must-win");

        assertThat(status).isEqualTo(isWonThroughout() ? 0 : 3);
    }

    private boolean isWonThroughout() throws IOException {
        TieNetwork network = read();
        return Evaluation.KEPT.stream()
                .map(kept -> new Evaluation(network, 1).run(kept))
                .allMatch(result -> result.model().precisionAtTen() > result.bestSimplePrecision());
    }

    private TieNetwork read() throws IOException {
        try {
            return GraphFolder.read(folder);
        } catch (GraphFolder.Refused refused) {
            throw new IOException(refused);
        }
    }

    private int run(String... arguments) {
        return EvaluateCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private void write(TieNetwork network) throws IOException {
        StringBuilder nodes = new StringBuilder("id,group,noise\n");
        StringBuilder edges = new StringBuilder("src,dst\n");
        for (int member = 0; member < network.memberCount(); member++) {
            int own = member;
            nodes.append(member);
            for (int kind = 0; kind < 2; kind++) {
                nodes.append(',');
                Arrays.stream(network.values(kind, member))
                        .forEach(value -> nodes.append('v').append(value));
            }
            nodes.append('\n');
            Arrays.stream(network.neighbors(member))
                    .filter(other -> other > own)
                    .forEach(
                            other -> edges.append(own).append(',').append(other).append('\n'));
        }
        Files.writeString(folder.resolve("nodes.csv"), nodes);
        Files.writeString(folder.resolve("edges.csv"), edges);
    }
}
