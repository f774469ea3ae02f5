package org.wellmet.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wellmet.graph.CandidateQuestion;
import org.wellmet.graph.Candidates;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.MutualConnections;
import org.wellmet.graph.Reach;
import org.wellmet.graph.ShortestPaths;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;

/// The questions of the graph under JMH, beside the naive array, on one network.
///
/// Run `org.openjdk.jmh.Main GraphBenchmark`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GraphBenchmark {
    @Param({"100000"})
    private int memberCount;

    @Param({"100"})
    private int meanDegree;

    private SocialGraph graph = SocialGraph.empty();
    private ArrayGraph floor = ArrayGraph.of(new PowerLawGraph(50, 2, 1));
    private ArrayGraph.Side left = new ArrayGraph.Side(1);
    private ArrayGraph.Side right = new ArrayGraph.Side(1);
    private SplittableRandom random = new SplittableRandom(1);

    @Setup(Level.Trial)
    public void load() {
        PowerLawGraph network = new PowerLawGraph(memberCount, meanDegree, 20_261_122);
        GraphLoader loader = SocialGraph.loader();
        network.forEachPair(loader::connect);
        graph = loader.finish(LogPosition.START);
        floor = ArrayGraph.of(network);
        left = new ArrayGraph.Side(floor.vertexCount());
        right = new ArrayGraph.Side(floor.vertexCount());
        random = new SplittableRandom(2);
    }

    @TearDown(Level.Trial)
    public void close() {
        graph.close();
    }

    private long anyone() {
        return 1 + random.nextLong(memberCount);
    }

    @Benchmark
    public int floorDistance() {
        return floor.distance((int) anyone(), (int) anyone(), SocialGraph.MAX_PATH_LENGTH, left, right);
    }

    @Benchmark
    public ShortestPaths anyShortestPath() {
        return graph.anyShortestPath(anyone(), anyone(), VisibilityRule.everything());
    }

    @Benchmark
    public MutualConnections mutualConnections() {
        return graph.mutualConnections(anyone(), anyone(), 5, VisibilityRule.everything());
    }

    @Benchmark
    public Reach reach() {
        return graph.reach(anyone(), VisibilityRule.everything());
    }

    @Benchmark
    public Candidates candidates() {
        return graph.candidates(CandidateQuestion.of(anyone(), 200), VisibilityRule.everything());
    }
}
