package org.wellmet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What Linux tells of a process under `/proc`.
record LinuxProcess(long pid) {
    private static final long MILLIS_PER_TICK = 10; // USER_HZ, which is 100 wherever a JVM runs
    private static final int USER_TIME = 11; // fields of `stat`, counted after the name
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_CHILDREN_USER_TIME = 13;
    private static final int ENDED_CHILDREN_SYSTEM_TIME = 14;

    Duration processorTime() throws IOException {
        List<String> fields = stat();
        return ticks(fields.get(USER_TIME)).plus(ticks(fields.get(SYSTEM_TIME)));
    }

    /// With that of children that have ended.
    Duration processorTimeWithEnded() throws IOException {
        List<String> fields = stat();
        return processorTime()
                .plus(ticks(fields.get(ENDED_CHILDREN_USER_TIME)))
                .plus(ticks(fields.get(ENDED_CHILDREN_SYSTEM_TIME)));
    }

    /// Resident memory; what several processes share counts in parts.
    long proportionalKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> stat() throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    }

    private static Duration ticks(String count) {
        return Duration.ofMillis(Long.parseLong(count) * MILLIS_PER_TICK);
    }
}
