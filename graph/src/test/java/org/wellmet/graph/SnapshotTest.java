package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wellmet.graph.Fixtures.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Hide;
import org.wellmet.graph.GraphChange.RemoveMember;
import org.wellmet.graph.GraphChange.ShowList;
import org.wellmet.graph.RandomGraphs.Kind;

class SnapshotTest {
    private static final VisibilityRule RULE = VisibilityRule.seenBy(1);

    private static final UUID SOURCE = new UUID(1, 2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aGraphComesBackAsItWasSaved(Kind kind) {
        Random random = new Random(7);
        List<GraphChange> changes = RandomGraphs.of(kind, 60, random);
        Path file = folder.resolve("graph.bin");
        try (SocialGraph saved = SocialGraph.empty()) {
            saved.apply(changes, new LogPosition(5, 6));
            assertThat(saved.save(file, SOURCE)).isEqualTo(new LogPosition(5, 6));
            try (SocialGraph opened = opened(file)) {
                Fixtures.assertSame(opened, saved, 60);
            }
        }
    }

    @Test
    void whatIsHiddenStaysHiddenAndTheLogGoesOn() {
        Path file = folder.resolve("graph.bin");
        try (SocialGraph saved = graph(
                "1-2 2-3 3-4 1-5 5-4 1-6 6-4",
                new Hide(3),
                new ShowList(5, ListAudience.NOBODY),
                new ShowList(6, ListAudience.CONNECTIONS),
                new RemoveMember(2))) {
            saved.save(file, SOURCE);
        }
        try (SocialGraph opened = opened(file)) {
            assertThat(opened.holds(2)).isFalse();
            assertThat(opened.mutualConnections(1, 4, 9, RULE).first()).containsExactly(6L);
            assertThat(opened.position()).isEqualTo(new LogPosition(1, 2));

            opened.apply(List.of(new Connect(2, 4), new Connect(1, 2), new Connect(7, 4)), new LogPosition(1, 3));
            assertThat(opened.mutualConnections(1, 4, 9, RULE).first()).containsExactly(2L, 6L);

            opened.save(file, SOURCE); // over the file that is mapped
            try (SocialGraph again = opened(file)) {
                Fixtures.assertSame(again, opened, 10);
            }
        }
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThat(SocialGraph.open(folder.resolve("nothing"), SOURCE)).isEqualTo(new Opening.Missing());
    }

    @Test
    void aForeignFileIsNotTrusted() throws IOException {
        Path file = folder.resolve("graph.bin");
        for (String content : List.of("", "hello", "x".repeat(10_000))) {
            Files.writeString(file, content);
            assertThat(SocialGraph.open(file, SOURCE)).isInstanceOf(Opening.Unusable.class);
        }
    }

    @Test
    void aFileMadeOfOtherRecordsIsNotTrusted() throws IOException {
        saved();
        assertThat(SocialGraph.open(folder.resolve("graph.bin"), new UUID(1, 3)))
                .isInstanceOf(Opening.Unusable.class);
    }

    @Test
    void whatCannotBeReadIsNotTrusted() {
        assertThat(SocialGraph.open(folder, SOURCE)).isInstanceOf(Opening.Unusable.class);
    }

    @Test
    void aSavingThatFailsLeavesNothingBehind() throws IOException {
        Path taken =
                Files.createDirectories(folder.resolve("taken/by a folder")).getParent();
        try (SocialGraph graph = graph("1-2")) {
            assertThatThrownBy(() -> graph.save(taken, SOURCE)).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(folder.resolve("taken.part")).doesNotExist();
    }

    @Test
    void aTornFileIsNotTrusted() throws IOException {
        byte[] whole = saved();
        Path torn = folder.resolve("torn.bin");
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(torn, Arrays.copyOf(whole, length));
            assertThat(SocialGraph.open(torn, SOURCE))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(Opening.Unusable.class);
        }
    }

    @Test
    void aFileWithOneBitChangedIsNotTrusted() throws IOException {
        byte[] whole = saved();
        Path changed = folder.resolve("changed.bin");
        int usedOfHeader = 104;
        for (int at = 0; at < whole.length; at += at < usedOfHeader ? 1 : 13) {
            if (at >= usedOfHeader && at < SnapshotHeader.BYTE_SIZE) {
                continue; // padding
            }
            whole[at] ^= 4;
            Files.write(changed, whole);
            whole[at] ^= 4;
            assertThat(SocialGraph.open(changed, SOURCE))
                    .as("byte %d changed", at)
                    .isInstanceOf(Opening.Unusable.class);
        }
    }

    private byte[] saved() throws IOException {
        Path file = folder.resolve("graph.bin");
        try (SocialGraph graph = graph("1-2 2-3 3-4 1-5 5-4 1-6 6-4", new Hide(3))) {
            graph.save(file, SOURCE);
        }
        return Files.readAllBytes(file);
    }

    private static SocialGraph opened(Path file) {
        if (SocialGraph.open(file, SOURCE) instanceof Opening.Opened(SocialGraph graph)) {
            return graph;
        }
        throw new AssertionError("expected a graph in the file");
    }
}
