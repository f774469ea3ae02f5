package org.wellmet.relevance;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// `./wellmet evaluate DIR`: how well the model ranks on a network of one's own, beside simple rankings. Needs no
/// server and no database.
public final class EvaluateCommand {
    /// What the first argument says.
    public static final String NAME = "evaluate";

    private static final int FINE = 0;
    private static final int UNUSABLE = 2;
    private static final int BEATEN = 3;
    /// Of fewer, a fifth is nobody.
    private static final int FEWEST_MEMBERS = 5;

    private static final String HINT = "See: wellmet evaluate --help";
    private static final String SEED = "--seed";
    private static final String WEIGHTS = "--weights";
    private static final String MUST_WIN = "--must-win";
    private static final String USAGE = """
            wellmet evaluate DIR [--seed N] [--weights] [--must-win]

            Measures the relevance model on a network of your own, beside simple rankings.
              DIR/edges.csv   src,dst: one tie a line, taken as undirected
              DIR/nodes.csv   id and one column for each kind of trait; several values split by "|" or space
              --seed N        who is taken for a newcomer, and by chance (1)
              --weights       print the weights in force, too
              --must-win      exit with 3 unless the model finds more than each simple ranking (precision@10)
            """;

    private final PrintStream out;
    private final PrintStream errors;

    private EvaluateCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /// What was asked for.
    private record Wanted(Path folder, long seed, boolean isWithWeights, boolean mustWin) {}

    /// Runs with the arguments behind the command's name. Answers the exit status: 0, 2 for arguments or input that
    /// cannot be used, 3 for a defeat where a victory was asked for.
    public static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        return new EvaluateCommand(out, errors).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return FINE;
        }
        try {
            Wanted wanted = parse(arguments);
            TieNetwork network = GraphFolder.read(wanted.folder());
            describe(network);
            return report(network, wanted);
        } catch (GraphFolder.Refused refused) {
            errors.println("wellmet evaluate: " + refused.getMessage());
            return UNUSABLE;
        }
    }

    private static Wanted parse(List<String> arguments) throws GraphFolder.Refused {
        Path folder = null;
        long seed = 1;
        boolean isWithWeights = false;
        boolean mustWin = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case WEIGHTS -> isWithWeights = true;
                case MUST_WIN -> mustWin = true;
                case SEED -> {
                    i++;
                    seed = seed(i < arguments.size() ? arguments.get(i) : "");
                }
                default -> {
                    if (argument.startsWith("--") || folder != null || argument.isBlank()) {
                        throw new GraphFolder.Refused("\"" + argument + "\" is not understood. " + HINT);
                    }
                    folder = folder(argument);
                }
            }
        }
        if (folder == null) {
            throw new GraphFolder.Refused("Name the folder that holds edges.csv and nodes.csv. " + HINT);
        }
        return new Wanted(folder, seed, isWithWeights, mustWin);
    }

    private static long seed(String typed) throws GraphFolder.Refused {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException _) {
            throw new GraphFolder.Refused("--seed needs a whole number, got \"" + typed + "\".");
        }
    }

    private static Path folder(String typed) throws GraphFolder.Refused {
        try {
            return Path.of(typed);
        } catch (InvalidPathException _) {
            throw new GraphFolder.Refused("\"" + typed + "\" cannot be the name of a folder.");
        }
    }

    private void describe(TieNetwork network) {
        print("%,d members, %,d ties, %s%n", network.memberCount(), (long) network.tieEnds() / 2, traits(network));
    }

    private static String traits(TieNetwork network) {
        return network.kinds().isEmpty() ? "no traits" : "traits: " + String.join(", ", network.kinds());
    }

    private int report(TieNetwork network, Wanted wanted) throws GraphFolder.Refused {
        Evaluation evaluation = new Evaluation(network, wanted.seed());
        int evaluated = 0;
        int won = 0;
        for (int kept : Evaluation.KEPT) {
            if (Newcomers.eligible(network.ties(), kept).length == 0 || network.memberCount() < FEWEST_MEMBERS) {
                print("%nk = %d: no member has %d ties or more, so there are no newcomers.%n", kept, kept + 3);
            } else {
                Evaluation.Result result = evaluation.run(kept);
                print(result);
                if (wanted.isWithWeights()) {
                    printWeights(network, result.weights());
                }
                evaluated++;
                won += result.model().precisionAtTen() > result.bestSimplePrecision() ? 1 : 0;
            }
        }
        if (evaluated == 0) {
            throw new GraphFolder.Refused("The network is too small to be evaluated: it needs " + FEWEST_MEMBERS
                    + " members or more, one of whom has 3 ties or more.");
        }
        return wanted.mustWin() && won < evaluated ? BEATEN : FINE;
    }

    private void print(Evaluation.Result result) {
        print("%nk = %d, %d newcomers%n", result.kept(), result.newcomers());
        print("%-24s %13s %8s%n", "", "precision@10", "AUC");
        printLine("wellmet", result.model());
        printLine("fixed weights", result.fixed());
        result.baselines().forEach((baseline, figures) -> printLine(baseline.label(), figures));
        print(
                "calibration: mean error %.4f; predicted and observed from the least to the most probable tenth%n",
                Measures.calibrationError(result.calibration()));
        print("  predicted %s%n", line(result.calibration(), true));
        print("  observed  %s%n", line(result.calibration(), false));
    }

    private void printLine(String label, Evaluation.Figures figures) {
        print("%-24s %13.3f %8.3f%n", label, figures.precisionAtTen(), figures.areaUnderCurve());
    }

    private static String line(Measures.Group[] groups, boolean isPredicted) {
        StringBuilder line = new StringBuilder();
        Arrays.stream(groups)
                .forEach(group -> line.append(
                        String.format(Locale.ROOT, "%7.4f", isPredicted ? group.predicted() : group.happened())));
        return line.toString();
    }

    private void printWeights(TieNetwork network, Weights weights) {
        print(
                "weights: probability = 1 / (1 + e^-(%.2f + %.2f x sum))%n",
                weights.calibration().intercept(), weights.calibration().slope());
        for (TieSignal signal : TieSignal.values()) {
            print("  %-40s %8.3f%n", word(signal), weights.each()[signal.at()]);
        }
        List<String> kinds = network.kinds();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (TraitSignal signal : TraitSignal.values()) {
                print("  %-40s %8.3f%n", kinds.get(kind) + ", " + word(signal), weights.each()[signal.at(kind)]);
            }
        }
    }

    private static String word(Enum<?> signal) {
        return signal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @FormatMethod
    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
