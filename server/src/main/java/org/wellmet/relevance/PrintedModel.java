package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.wellmet.web.Text;

/// The model as members may read it: every weight in force, its version, and the versions before it. Thread-safe.
@Component
public final class PrintedModel {
    private static final int DAY_LENGTH = "2026-01-01".length();

    private final TraitIndex index;
    private final WeightBook book;

    PrintedModel(TraitIndex index, WeightBook book) {
        this.index = index;
        this.book = book;
    }

    /// A signal with its weight for each band, in their order.
    public record Line(String name, Text label, List<Double> weights) {
        /// Whether it counts for anybody.
        public boolean isWorthSomething() {
            return weights.stream().anyMatch(weight -> weight != 0);
        }
    }

    /// Everything that is printed.
    public record Page(
            long version,
            List<Text> bands,
            List<Group> groups,
            List<Double> intercepts,
            List<Double> slopes,
            List<Past> past) {
        /// The place among the bands of the intercept and slope that made the judgement's probability; empty where the
        /// weights were fitted anew in between.
        public OptionalInt bandOf(Judgement judgement) {
            return IntStream.range(0, bands.size())
                    .filter(i -> new Calibration(intercepts.get(i), slopes.get(i)).probability(judgement.logOdds())
                            == judgement.probability())
                    .findFirst();
        }

        /// All lines, in the order of the groups.
        List<Line> lines() {
            return groups.stream().flatMap(group -> group.lines().stream()).toList();
        }
    }

    /// A version that was fitted.
    public record Past(long number, String day, int answers) {}

    /// Lines that say the same of different kinds of traits, or all of connections.
    public record Group(Text label, List<Line> lines) {}

    /// The page of this moment.
    public Page page() {
        WeightBook.InForce inForce = book.inForce();
        List<Weights> weights = Arrays.stream(Band.values()).map(inForce::of).toList();
        return new Page(
                inForce.version().number(),
                Arrays.stream(Band.values()).map(SignalLabels::of).toList(),
                groups(weights),
                weights.stream().map(each -> each.calibration().intercept()).toList(),
                weights.stream().map(each -> each.calibration().slope()).toList(),
                book.versions().stream().map(PrintedModel::past).toList());
    }

    private static Past past(WeightBook.Version version) {
        String day =
                version.at().map(at -> at.toString().substring(0, DAY_LENGTH)).orElse("");
        return new Past(version.number(), day, version.answers());
    }

    private List<Group> groups(List<Weights> weights) {
        List<String> names = book.signalNames();
        List<Group> groups = new ArrayList<>();
        for (TraitSignal signal : List.of(TraitSignal.SHARED, TraitSignal.COMPANY, TraitSignal.AROUND)) {
            List<Line> lines = new ArrayList<>(); // affinities are counted by `evaluate` only
            for (int kind = 0; kind < index.sources().size(); kind++) {
                int at = signal.at(kind);
                lines.add(new Line(names.get(at), index.sources().get(kind).label(), at(at, weights)));
            }
            groups.add(new Group(SignalLabels.of(signal), List.copyOf(lines)));
        }
        groups.add(new Group(
                Text.of("Connections"),
                Arrays.stream(TieSignal.values())
                        .map(signal ->
                                new Line(names.get(signal.at()), SignalLabels.of(signal), at(signal.at(), weights)))
                        .toList()));
        return List.copyOf(groups);
    }

    private static List<Double> at(int at, List<Weights> weights) {
        return weights.stream().map(each -> each.each()[at]).toList();
    }
}
