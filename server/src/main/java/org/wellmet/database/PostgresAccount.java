package org.wellmet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who PostgreSQL's processes run as: ourselves, or another account where we are root, which PostgreSQL refuses.
///
/// `prefix` is put before each command. As root it drops to the account `postgres` or `nobody` with `setpriv` or
/// `runuser`; where that account cannot reach the data folder (root's home is closed to it), to a user namespace of its
/// own (`unshare -U`), in which the processes own root's files but have none of root's powers.
///
/// Immutable.
record PostgresAccount(List<String> prefix, Optional<UserPrincipal> owner) {
    private static final String ROOT = "root";

    static PostgresAccount choose(Engine engine, Path dataFolder, Path cluster) throws IOException {
        if (!isRoot()) {
            return new PostgresAccount(List.of(), Optional.empty());
        }
        Folders.allowPassing(dataFolder);
        for (PostgresAccount account : candidates(engine, cluster)) {
            if (account.reaches(engine, dataFolder)) {
                return account;
            }
        }
        throw new DatabaseRefused(
                "PostgreSQL does not run as root, and neither setpriv, runuser nor unshare lets it run"
                        + " as somebody else with the folder " + dataFolder
                        + ". Start Wellmet from an account of its own, or name a database (WELLMET_DATABASE_URL).");
    }

    /// The words that run one of PostgreSQL's programs.
    List<String> words(Engine engine, String program, String... arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(engine.program(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    /// The words put before the postmaster, which is to have a session of its own, so that a Ctrl-C in our
    /// terminal does not reach it before the application has closed; and which is to die when the thread that
    /// started it does. Empty where the system has no programs for that.
    Optional<List<String>> bonds(Path folder) {
        List<String> bonds = new ArrayList<>();
        bonds.add("setsid");
        bonds.addAll(prefix);
        // The bond is tied last: a change of account would untie it.
        bonds.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        List<String> probe = new ArrayList<>(bonds);
        probe.add("true");
        return Command.works(folder, probe) ? Optional.of(bonds) : Optional.empty();
    }

    /// Whether this account can be taken at all, pass through the folder, and run the programs and their libraries.
    private boolean reaches(Engine engine, Path folder) {
        List<String> pass = new ArrayList<>(prefix);
        pass.addAll(List.of("test", "-x", folder.toString()));
        return Command.works(folder, pass) && Command.works(folder, words(engine, "postgres", "--version"));
    }

    /// Gives a file or folder to this account, and all that is in it.
    void take(Path path) throws IOException {
        if (owner.isPresent()) {
            Folders.giveTo(path, owner.get());
        }
    }

    private static List<PostgresAccount> candidates(Engine engine, Path cluster) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        if (Files.exists(cluster)) {
            names.add(Files.getOwner(cluster).getName());
        }
        names.addAll(List.of("postgres", "nobody"));
        names.remove(ROOT);
        List<PostgresAccount> candidates = new ArrayList<>();
        for (String name : names) {
            Optional<UserPrincipal> user = user(cluster, name);
            if (user.isPresent()) {
                group(engine, name)
                        .ifPresent(group -> candidates.add(new PostgresAccount(
                                List.of("setpriv", "--reuid", name, "--regid", group, "--clear-groups", "--"), user)));
                candidates.add(new PostgresAccount(List.of("runuser", "-u", name, "--"), user));
            }
        }
        candidates.add(new PostgresAccount(List.of("unshare", "-U"), user(cluster, ROOT)));
        return candidates;
    }

    private static Optional<String> group(Engine engine, String name) {
        try {
            Command group = Command.run(engine.folder(), List.of("id", "-g", name));
            return Optional.of(group.output()).filter(_ -> group.isDone());
        } catch (IOException _) {
            return Optional.empty(); // a system without `id`
        }
    }

    private static Optional<UserPrincipal> user(Path path, String name) throws IOException {
        try {
            return Optional.of(
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (UserPrincipalNotFoundException _) {
            return Optional.empty();
        }
    }

    private static boolean isRoot() {
        return !Engine.isWindows()
                && ProcessHandle.current().info().user().map(ROOT::equals).orElse(false);
    }
}
