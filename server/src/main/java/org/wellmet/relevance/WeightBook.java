package org.wellmet.relevance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;

/// The weights in force, and their version: the latest that was fitted, or the fixed ones, version 0. What a
/// version says nothing of, such as a kind of trait that came later, keeps its fixed weight.
///
/// Thread-safe: `current` is replaced as a whole by the tail's thread.
@Component
final class WeightBook implements Projection {
    /// The change that tells of a new version.
    static final String FITTED = "relevance.fitted";

    static final String INTERCEPT = "calibration.intercept";
    static final String SLOPE = "calibration.slope";

    private final TraitIndex index;
    private final RelevanceStore store;
    private volatile InForce current;

    WeightBook(TraitIndex index, JdbcClient sql) {
        this.index = index;
        this.store = new RelevanceStore(sql);
        this.current = new InForce(Version.FIXED, fixed());
    }

    /// A set of weights and where it comes from.
    ///
    /// @param answers how many accepted and declined invitations it was fitted on
    record Version(long number, Optional<Instant> at, int answers) {
        /// What holds from the start.
        static final Version FIXED = new Version(0);

        /// Of which nothing but its number matters.
        Version(long number) {
            this(number, Optional.empty(), 0);
        }
    }

    /// A version with its weights.
    record InForce(Version version, Map<Band, Weights> weights) {
        Weights of(Band band) {
            Weights found = weights.get(band);
            if (found == null) {
                throw new IllegalStateException("every band has weights, got none for " + band);
            }
            return found;
        }
    }

    /// The weights in force: read once for each question.
    InForce inForce() {
        return current;
    }

    /// All versions, the latest first; the fixed one is the last.
    List<Version> versions() {
        return store.versions();
    }

    @Override
    public String name() {
        return "weights of relevance";
    }

    @Override
    public void rebuild() {
        current = store.versions().stream()
                .findFirst()
                .map(version -> new InForce(version, read(store.weights(version.number()))))
                .orElseGet(() -> new InForce(Version.FIXED, fixed()));
    }

    @Override
    public void apply(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind().equals(FITTED))) {
            rebuild();
        }
    }

    /// The weights of the server's kinds of traits that hold until they are fitted.
    Map<Band, Weights> fixed() {
        double[] usual =
                index.sources().stream().mapToDouble(TraitSource::usualWeight).toArray();
        Map<Band, Weights> fixed = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            fixed.put(band, FixedWeights.of(band, usual));
        }
        return fixed;
    }

    private Map<Band, Weights> read(Map<Band, Map<String, Double>> stored) {
        Map<Band, Weights> read = fixed();
        List<String> names = signalNames();
        stored.forEach((band, byName) -> {
            Weights weights = new InForce(Version.FIXED, read).of(band);
            for (int i = 0; i < names.size(); i++) {
                weights.each()[i] = byName.getOrDefault(names.get(i), weights.each()[i]);
            }
            Calibration usual = weights.calibration();
            Calibration calibration = new Calibration(
                    byName.getOrDefault(INTERCEPT, usual.intercept()), byName.getOrDefault(SLOPE, usual.slope()));
            read.put(band, weights.calibrated(calibration));
        });
        return read;
    }

    /// Each signal's name in the order of a vector: "mutual", "skill.shared".
    List<String> signalNames() {
        String[] names = new String[TraitSignal.vectorLength(index.sources().size())];
        for (TieSignal signal : TieSignal.values()) {
            names[signal.at()] = word(signal);
        }
        for (int kind = 0; kind < index.sources().size(); kind++) {
            for (TraitSignal signal : TraitSignal.values()) {
                names[signal.at(kind)] = index.sources().get(kind).name() + "." + word(signal);
            }
        }
        return List.of(names);
    }

    /// As it is stored.
    Map<String, Double> named(Weights weights) {
        Map<String, Double> named = new HashMap<>();
        List<String> names = signalNames();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), weights.each()[i]);
        }
        named.put(INTERCEPT, weights.calibration().intercept());
        named.put(SLOPE, weights.calibration().slope());
        return named;
    }

    private static String word(Enum<?> signal) {
        return signal.name().toLowerCase(Locale.ROOT);
    }
}
