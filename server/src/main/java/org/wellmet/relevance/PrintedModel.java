package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
    public record Line(String name, Optional<Text> kind, Text signal, List<Double> weights) {}

    /// Everything that is printed.
    public record Page(
            long version,
            List<Text> bands,
            List<Line> lines,
            List<Double> intercepts,
            List<Double> slopes,
            List<Past> past) {}

    /// A version that was fitted.
    public record Past(long number, String day, int answers) {}

    /// Numbers in a row, as far as they tell anything.
    public static String numbers(List<Double> numbers) {
        return numbers.stream()
                .map(number -> String.format(Locale.ROOT, "%.2f", number))
                .collect(Collectors.joining(" · "));
    }

    /// The page of this moment.
    public Page page() {
        WeightBook.InForce inForce = book.inForce();
        List<Weights> weights = Arrays.stream(Band.values()).map(inForce::of).toList();
        return new Page(
                inForce.version().number(),
                Arrays.stream(Band.values()).map(SignalLabels::of).toList(),
                lines(weights),
                weights.stream().map(each -> each.calibration().intercept()).toList(),
                weights.stream().map(each -> each.calibration().slope()).toList(),
                book.versions().stream().map(PrintedModel::past).toList());
    }

    private static Past past(WeightBook.Version version) {
        String day =
                version.at().map(at -> at.toString().substring(0, DAY_LENGTH)).orElse("");
        return new Past(version.number(), day, version.answers());
    }

    private List<Line> lines(List<Weights> weights) {
        List<String> names = book.signalNames();
        List<Line> lines = new ArrayList<>();
        for (TieSignal signal : TieSignal.values()) {
            lines.add(new Line(
                    names.get(signal.at()), Optional.empty(), SignalLabels.of(signal), at(signal.at(), weights)));
        }
        for (int kind = 0; kind < index.sources().size(); kind++) {
            Text label = index.sources().get(kind).label();
            for (TraitSignal signal : TraitSignal.values()) {
                if (signal != TraitSignal.ALIKE) { // affinities are counted by `evaluate` only
                    int at = signal.at(kind);
                    lines.add(new Line(names.get(at), Optional.of(label), SignalLabels.of(signal), at(at, weights)));
                }
            }
        }
        return lines;
    }

    private static List<Double> at(int at, List<Weights> weights) {
        return weights.stream().map(each -> each.each()[at]).toList();
    }
}
