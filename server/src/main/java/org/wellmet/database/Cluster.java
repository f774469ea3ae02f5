package org.wellmet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder that PostgreSQL keeps its files in. One that exists under its name is whole: it is made beside and moved
/// there when it is finished.
///
/// Immutable.
record Cluster(Path folder) {
    static final String ADMINISTRATOR = "postgres";

    // For a machine of a gigabyte and fifty members. They stand in the cluster's postgresql.conf, so that an operator
    // can change them there; what must hold is given at each start (EmbeddedPostgres).
    private static final List<String> MODEST = List.of(
            "shared_buffers=64MB",
            "effective_cache_size=256MB",
            "work_mem=4MB",
            "maintenance_work_mem=32MB",
            "max_connections=40",
            "max_wal_size=256MB",
            "min_wal_size=48MB",
            "max_wal_senders=2",
            "max_worker_processes=4",
            "max_parallel_workers_per_gather=0",
            "autovacuum_max_workers=2",
            "io_method=sync",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /// Opens an existing cluster of the engine's version, or makes one.
    static Cluster open(Path folder, Engine engine, PostgresAccount account, Passwords passwords) throws IOException {
        Path torn = folder.resolveSibling(folder.getFileName() + ".torn");
        Folders.delete(torn);
        if (Folders.isEmpty(folder)) {
            Folders.delete(folder);
            make(torn, engine, account, passwords);
            Folders.publish(torn, folder);
        } else {
            checkVersion(folder, version(engine, account));
            if (account.owner().isPresent()
                    && !Files.getOwner(folder).equals(account.owner().get())) {
                account.take(folder); // brought back from a backup, or moved here from another machine
            }
            restrict(folder);
        }
        return new Cluster(folder);
    }

    private static void make(Path torn, Engine engine, PostgresAccount account, Passwords passwords)
            throws IOException {
        Folders.createOwn(torn);
        Path passwordFile = torn.resolveSibling(torn.getFileName() + "-password");
        Folders.writeSecretly(passwordFile, passwords.administrator().value() + "\n");
        try {
            account.take(passwordFile);
            account.take(torn);
            Command outcome = Command.run(engine.folder(), initdb(torn, passwordFile, engine, account));
            if (!outcome.isDone()) {
                throw new DatabaseRefused("PostgreSQL could not make its folder " + torn + ":\n" + outcome.output());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static List<String> initdb(Path torn, Path passwordFile, Engine engine, PostgresAccount account) {
        List<String> words = new ArrayList<>(account.words(
                engine,
                "initdb",
                "--pgdata=" + torn,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        MODEST.forEach(setting -> words.add("--set=" + setting));
        return words;
    }

    private static void checkVersion(Path folder, String engineVersion) throws IOException {
        Path file = folder.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseRefused("The folder " + folder + " is no PostgreSQL database: it lacks PG_VERSION."
                    + " Move it away, or bring your backup back.");
        }
        String found = Files.readString(file).strip();
        if (!found.equals(engineVersion)) {
            throw new DatabaseRefused("The database in " + folder + " is of PostgreSQL " + found
                    + ", and this Wellmet brings PostgreSQL " + engineVersion
                    + ". Nothing was changed. Start the Wellmet that made it, or see docs/operating.md on upgrades.");
        }
    }

    private static String version(Engine engine, PostgresAccount account) throws IOException {
        Command version = Command.run(engine.folder(), account.words(engine, "postgres", "--version"));
        Matcher matcher = VERSION.matcher(version.output());
        if (!matcher.find()) {
            throw new DatabaseRefused("PostgreSQL does not run on this system: " + version.output()
                    + ". Name a database of your own (WELLMET_DATABASE_URL).");
        }
        return matcher.group(1);
    }

    private static void restrict(Path folder) throws IOException {
        if (Folders.hasRights(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
