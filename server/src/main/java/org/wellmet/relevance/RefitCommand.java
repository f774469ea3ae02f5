package org.wellmet.relevance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.wellmet.database.ServerAtWork;
import org.wellmet.relevance.RefitLetterbox.Answer;

/// `./wellmet refit`: fits the weights of relevance to how this network's own invitations were answered.
///
/// Where a server runs on the data folder, that one does it, for a database cannot be opened twice; else one is started
/// for as long as it takes.
public final class RefitCommand {
    /// What the first argument says.
    public static final String NAME = "refit";

    private static final int FINE = 0;
    private static final int UNCHANGED = 1;
    private static final int BAD_USE = 2;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String USAGE = """
            wellmet refit

            Fits the weights of relevance to how this network's own invitations were answered, accepted or declined.
            The page /relevance shows them, and keeps the versions before. A running server is asked to do it.
            """;

    private final Path dataFolder;
    private final PrintStream out;
    private final PrintStream errors;

    private RefitCommand(Path dataFolder, PrintStream out, PrintStream errors) {
        this.dataFolder = dataFolder;
        this.out = out;
        this.errors = errors;
    }

    /// Runs with the arguments behind the command's name. Answers the exit status: 0 when a new version is in force,
    /// 1 when nothing was changed, 2 for wrong use.
    ///
    /// @param alone starts a server of its own, fits, and stops it
    public static int run(
            List<String> arguments,
            Path dataFolder,
            PrintStream out,
            PrintStream errors,
            Supplier<RefitOutcome> alone) {
        return new RefitCommand(dataFolder, out, errors).run(arguments, alone);
    }

    private int run(List<String> arguments, Supplier<RefitOutcome> alone) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return FINE;
        }
        if (!arguments.isEmpty()) {
            errors.println("\"" + arguments.getFirst() + "\" is nothing that refit knows; it takes no arguments.");
            return BAD_USE;
        }
        if (!Files.isDirectory(dataFolder)) {
            errors.println("There is no data folder \"" + dataFolder
                    + "\" yet: start the server once (./wellmet run), or name the folder in WELLMET_DATA.");
            return BAD_USE;
        }
        try {
            return ServerAtWork.isOn(dataFolder) ? ask() : say(Answer.of(alone.get()));
        } catch (IOException problem) {
            errors.println("The data folder \"" + dataFolder + "\" cannot be used: " + problem
                    + ". Run this as the account that runs the server.");
            return UNCHANGED;
        }
    }

    private int say(Answer answer) {
        out.println(answer.words());
        return answer.isFitted() ? FINE : UNCHANGED;
    }

    private int ask() throws IOException {
        RefitLetterbox letterbox = new RefitLetterbox(dataFolder);
        String name = UUID.randomUUID().toString();
        Thread takesBack = Thread.ofPlatform().unstarted(() -> takeBack(letterbox, name));
        Runtime.getRuntime().addShutdownHook(takesBack); // Ctrl-C: nobody waits for the answer any more
        letterbox.wish(name);
        Optional<Answer> answer = await(letterbox, name);
        if (answer.isEmpty()) {
            letterbox.takeBack(name);
            errors.println("The running server did not answer; its log may say why. Nothing is known to be changed.");
            return UNCHANGED;
        }
        return say(answer.get());
    }

    private static void takeBack(RefitLetterbox letterbox, String name) {
        try {
            letterbox.takeBack(name);
        } catch (IOException _) { // the process ends; the server throws away what nobody waits for
        }
    }

    private static Optional<Answer> await(RefitLetterbox letterbox, String name) throws IOException {
        Optional<Answer> answer = letterbox.answered(name);
        for (long left = RefitLetterbox.PATIENCE.dividedBy(BETWEEN_LOOKS); answer.isEmpty() && left > 0; left--) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            answer = letterbox.answered(name);
        }
        return answer;
    }
}
