package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wellmet.archive.Zips.intAt;
import static org.wellmet.archive.Zips.putInt;
import static org.wellmet.archive.Zips.putShort;
import static org.wellmet.archive.Zips.shortAt;
import static org.wellmet.archive.Zips.tableEntry;
import static org.wellmet.archive.Zips.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.archive.ArchiveRefusal.Bomb;
import org.wellmet.archive.ArchiveRefusal.Damaged;
import org.wellmet.archive.ArchiveRefusal.Encrypted;
import org.wellmet.archive.ArchiveRefusal.Nested;
import org.wellmet.archive.ArchiveRefusal.NotAPlainFile;
import org.wellmet.archive.ArchiveRefusal.NotAnArchive;
import org.wellmet.archive.ArchiveRefusal.NothingKnown;
import org.wellmet.archive.ArchiveRefusal.Overlapping;
import org.wellmet.archive.ArchiveRefusal.TooLarge;
import org.wellmet.archive.ArchiveRefusal.TooManyCells;
import org.wellmet.archive.ArchiveRefusal.TooManyFiles;
import org.wellmet.archive.ArchiveRefusal.TooManyRows;
import org.wellmet.archive.ArchiveRefusal.UnknownMethod;
import org.wellmet.archive.ArchiveRefusal.UnsafeName;

/// Abuse case T22: what no honest archive holds is refused before anything is expanded, with its own
/// sentence, and leaves no file behind.
final class LinkedInExportRefusalTest {
    private static final String SKILLS = "Name\nHydraulics\n";

    @TempDir
    Path folder;

    private final LinkedInExport export = new LinkedInExport();

    @Test
    void aTextIsNotAnArchive() throws IOException {
        assertRefused("First Name,Last Name\n".getBytes(StandardCharsets.UTF_8), NotAnArchive.class);
        assertRefused(new byte[0], NotAnArchive.class);
        assertRefused(new byte[100_000], NotAnArchive.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anArchiveCutOffAnywhereIsRefused(long seed) throws IOException {
        byte[] whole = zip("Skills.csv", SKILLS);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThat(read(cut)).isInstanceOfAny(Damaged.class, NotAnArchive.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anArchiveWithAnyByteChangedIsReadOrRefusedAndNothingElse(long seed) throws IOException {
        byte[] whole = zip(Map.of("Skills.csv", SKILLS.getBytes(StandardCharsets.UTF_8), "b.txt", new byte[300]));
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            assertThat(export.read(Zips.file(folder, changed))).isNotNull();
        }
    }

    @Test
    void aBombByDeclaredSizeIsRefused() throws IOException {
        byte[] zip = zip(Map.of("Connections.csv", new byte[50 << 20]));

        assertThat(zip.length).isLessThan(100_000);
        assertRefused(zip, Bomb.class);
    }

    @Test
    void aBombThatHidesItsRealSizeIsRefusedAtTheDeclaredByte() throws IOException {
        byte[] content = new byte[50 << 20];
        Arrays.fill(content, (byte) 'a');
        System.arraycopy(SKILLS.getBytes(StandardCharsets.UTF_8), 0, content, 0, SKILLS.length());
        byte[] zip = zip(Map.of("Skills.csv", content));
        putInt(zip, tableEntry(zip, 0) + 24, 500_000);

        assertRefused(zip, Bomb.class);
    }

    @Test
    void membersThatTogetherGrowBeyondMeasureAreRefused() throws IOException {
        byte[] zip = zip(Map.of("a.csv", new byte[10], "b.csv", new byte[10]));
        for (int n = 0; n < 2; n++) {
            putInt(zip, tableEntry(zip, n) + 20, 0x3000_0000);
            putInt(zip, tableEntry(zip, n) + 24, 0x3000_0000);
        }

        assertRefused(zip, TooLarge.class);
    }

    @Test
    void aRecognisedFileBeyondItsSizeIsRefused() throws IOException {
        byte[] noise = new byte[LinkedInExport.MAX_FILE_BYTES + 1];
        new Random(7).nextBytes(noise);
        System.arraycopy(SKILLS.getBytes(StandardCharsets.UTF_8), 0, noise, 0, SKILLS.length());

        assertRefused(zip(Map.of("Skills.csv", noise)), TooLarge.class);
    }

    @Test
    void aSingleRowOfMillionsOfCellsIsRefused() throws IOException {
        StringBuilder row = new StringBuilder("First Name,Last Name,Company,Position,Connected On\n");
        Random random = new Random(11);
        for (int i = 0; i <= LinkedInExport.MAX_CELLS; i++) {
            row.append((char) ('a' + random.nextInt(26))).append(',');
        }

        assertRefused(zip("Connections.csv", row.toString()), TooManyCells.class);
    }

    @Test
    void aMillionEntriesAreRefusedByTheNumberAlone() throws IOException {
        byte[] zip = Zips.emptyFiles(1_000_000);
        Path file = Zips.file(folder, zip);
        long before = System.nanoTime();

        assertRefused(file, TooManyFiles.class);
        assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(5_000_000_000L);
    }

    @Test
    void moreEntriesThanAnArchiveHasAreRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= ZipContents.MAX_MEMBERS; i++) {
            files.put("Skills" + i + ".csv", new byte[0]);
        }

        assertRefused(zip(files), TooManyFiles.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Skills.csv",
                "a/../../Skills.csv",
                "a\\..\\Skills.csv",
                "/etc/Skills.csv",
                "\\\\server\\Skills.csv",
                "C:\\Skills.csv",
                "c:/Skills.csv",
                "a\u0000b.csv",
                "a\nb.csv",
                ".."
            })
    void aNameThatLeadsOutIsRefused(String name) throws IOException {
        assertRefused(zip(name, SKILLS), UnsafeName.class);
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        byte[] zip = zip("Skills.csv", "/etc/passwd");
        putShort(zip, tableEntry(zip, 0) + 4, 3 << 8 | 20);
        putInt(zip, tableEntry(zip, 0) + 38, 0120777 << 16);

        assertRefused(zip, NotAPlainFile.class);
    }

    @Test
    void aDeviceIsRefused() throws IOException {
        byte[] zip = zip("Skills.csv", SKILLS);
        putInt(zip, tableEntry(zip, 0) + 38, 0020666 << 16);

        assertRefused(zip, NotAPlainFile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner.zip", "Articles/inner.ZIP", "a.tar.gz", "b.7z", "c.rar", "d.jar"})
    void anArchiveInTheArchiveIsRefused(String name) throws IOException {
        byte[] inner = zip("Skills.csv", SKILLS);

        assertRefused(zip(Map.of("Skills.csv", SKILLS.getBytes(StandardCharsets.UTF_8), name, inner)), Nested.class);
    }

    @Test
    void anArchiveUnderAnotherNameIsNeverOpened() throws IOException {
        byte[] inner = zip("Skills.csv", SKILLS);

        assertRefused(zip(Map.of("Skills.csv", inner)), NothingKnown.class);
    }

    @Test
    void twoEntriesOfOneHeaderAreRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Skills1.csv", SKILLS.getBytes(StandardCharsets.UTF_8));
        files.put("Skills2.csv", SKILLS.getBytes(StandardCharsets.UTF_8));
        byte[] zip = zip(files);
        int second = tableEntry(zip, 1);
        zip[second + 46 + 6] = '1';
        putInt(zip, second + 42, intAt(zip, tableEntry(zip, 0) + 42));

        assertRefused(zip, Overlapping.class);
    }

    @Test
    void anEntryThatSwallowsTheNextIsRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.csv", SKILLS.getBytes(StandardCharsets.UTF_8));
        files.put("b.csv", SKILLS.getBytes(StandardCharsets.UTF_8));
        byte[] zip = zip(files);
        int first = tableEntry(zip, 0);
        putInt(zip, first + 20, intAt(zip, first + 20) + 60);

        assertRefused(zip, Overlapping.class);
    }

    @Test
    void aPasswordIsRefused() throws IOException {
        byte[] zip = zip("Skills.csv", SKILLS);
        int flags = tableEntry(zip, 0) + 8;
        putShort(zip, flags, shortAt(zip, flags) | 1);

        assertRefused(zip, Encrypted.class);
    }

    @Test
    void anUnknownMethodIsRefused() throws IOException {
        byte[] zip = zip("Skills.csv", SKILLS);
        putShort(zip, tableEntry(zip, 0) + 10, 14);

        assertRefused(zip, UnknownMethod.class);
    }

    @Test
    void aHeaderThatContradictsTheTableIsRefused() throws IOException {
        byte[] zip = zip("Skills.csv", SKILLS);
        zip[30] = 'X';

        assertRefused(zip, Damaged.class);
    }

    @Test
    void aWrongChecksumIsRefused() throws IOException {
        byte[] zip = zip("Skills.csv", SKILLS);
        putInt(zip, tableEntry(zip, 0) + 16, 12345);

        assertRefused(zip, Damaged.class);
    }

    @Test
    void moreRowsThanAMemberHasAreRefused() throws IOException {
        String rows = "Skill\n".repeat(ExportFile.SKILLS.maxRows() + 1);

        assertRefused(zip("Skills.csv", "Name\n" + rows), TooManyRows.class);
    }

    @Test
    void anArchiveOfSomethingElseIsRefused() throws IOException {
        assertRefused(zip("holiday.txt", "sun"), NothingKnown.class);
        assertRefused(zip(Map.of()), NothingKnown.class);
    }

    private void assertRefused(byte[] zip, Class<? extends ArchiveRefusal> expected) throws IOException {
        assertRefused(Zips.file(folder, zip), expected);
    }

    private void assertRefused(Path file, Class<? extends ArchiveRefusal> expected) throws IOException {
        ArchiveRefusal refusal = ((ReadArchiveOutcome.Refused) export.read(file)).refusal();

        assertThat(refusal).isInstanceOf(expected);
        assertThat(refusal.text().english()).endsWith(".");
        for (int i = 0; i < refusal.text().arguments().size(); i++) {
            assertThat(refusal.text().english()).contains("{" + i + "}");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is written").containsExactly(file);
        }
    }

    private ArchiveRefusal read(byte[] zip) throws IOException {
        return ((ReadArchiveOutcome.Refused) export.read(Zips.file(folder, zip))).refusal();
    }
}
