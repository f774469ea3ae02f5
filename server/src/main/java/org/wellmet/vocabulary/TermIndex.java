package org.wellmet.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One list of terms, ready to be asked for the names in which some word begins with what was typed.
///
/// ```
/// text     the lines as they came, UTF-8           2643743 \t GB England \t 8961 ... \t London \t Londres
/// folded   every name, folded, each ended by \n    london\nlondres\nnew york\n...
/// words    where a word begins, sorted by the text that follows  ->  "york" stands between "yoga" and "yorkshire"
/// ```
///
/// A question is a binary search for the run of words that begin with it, and one pass over that run, which keeps the
/// best few. Cost: O(log words + run); the longest run (one letter) is about 30,000 words and takes under 2 ms. Memory:
/// the text twice, 8 bytes a word and 12 a name; all four shipped lists take 8.4 MB, which a test bounds.
///
/// Invariants:
/// 1. A *row* is a line's number, a *name* counts the names of all rows in order; both are private to one index.
/// 2. `words` is sorted by the bytes that follow, up to the name's end.
///
/// Immutable.
final class TermIndex {
    /// Which of two terms to offer first when both begin alike.
    enum Order {
        /// The list's own order: it is sorted by importance.
        AS_LISTED,
        /// The shorter name.
        SHORTEST
    }

    private static final byte END = '\n';
    private static final int ID = 0;
    private static final int FIRST_NAME = 3;

    private final byte[] text;
    private final int[] rowStarts;
    private final byte[] folded;
    private final int[] nameStarts;
    private final int[] rowOfName;
    private final int[] words;
    private final int[] nameOfWord;
    private final Order order;

    TermIndex(byte[] text, Order order) {
        this.text = text;
        this.order = order;
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        rowStarts = new int[lines.size() + 1];
        Names names = new Names();
        int offset = 0;
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row);
            rowStarts[row] = offset;
            offset += line.getBytes(StandardCharsets.UTF_8).length + 1;
            String[] cells = line.split("\t", -1);
            for (int cell = FIRST_NAME; cell < cells.length; cell++) {
                names.add(row, Folding.fold(cells[cell]));
            }
        }
        rowStarts[lines.size()] = offset;
        folded = names.bytes();
        nameStarts = names.starts();
        rowOfName = names.rows();
        words = sortedWords();
        nameOfWord = Arrays.stream(words).map(this::nameAt).toArray();
    }

    /// A name that answers a question.
    ///
    /// @param nameIndex which of its row's names, 0 for the first
    record Hit(int row, int nameIndex) {}

    /// The rows with a name in which a word begins with `typed`, each once, best first: names that are what was typed,
    /// then names that begin with it, then the rest; within each by this list's order.
    List<Hit> find(String typed, int limit) {
        byte[] wanted = Folding.fold(typed).getBytes(StandardCharsets.UTF_8);
        if (wanted.length == 0 || limit <= 0) {
            return List.of();
        }
        Comparator<Integer> best = Comparator.comparingInt((Integer word) -> rank(word, wanted.length))
                .thenComparingInt(word -> order == Order.SHORTEST ? nameLength(nameOfWord[word]) : 0)
                .thenComparingInt(word -> nameOfWord[word]);
        // A row may appear by several of its names: keep enough that `limit` different rows remain.
        int kept = limit * 4;
        PriorityQueue<Integer> worstFirst = new PriorityQueue<>(kept + 1, best.reversed());
        for (int word = firstNotBefore(wanted); word < words.length && beginsWith(words[word], wanted); word++) {
            worstFirst.add(word);
            if (worstFirst.size() > kept) {
                worstFirst.poll();
            }
        }
        List<Hit> hits = new ArrayList<>(limit);
        boolean byRow = order == Order.AS_LISTED;
        worstFirst.stream().sorted(best).forEach(word -> {
            int name = nameOfWord[word];
            Hit hit = new Hit(rowOfName[name], name - firstNameOf(rowOfName[name]));
            if (hits.size() < limit
                    && hits.stream().noneMatch(other -> byRow ? other.row == hit.row : other.equals(hit))) {
                hits.add(hit);
            }
        });
        return hits;
    }

    /// The cells of a row: id, detail, extra, names.
    String[] cells(int row) {
        return new String(text, rowStarts[row], rowStarts[row + 1] - rowStarts[row] - 1, StandardCharsets.UTF_8)
                .split("\t", -1);
    }

    /// The row with that id. O(rows): a few hundred microseconds, for reads that are rare (a profile is saved).
    OptionalInt row(String id) {
        byte[] wanted = (id + "\t").getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, rowStarts.length - 1)
                .filter(row -> rowStarts[row] + wanted.length <= text.length
                        && Arrays.equals(
                                text, rowStarts[row], rowStarts[row] + wanted.length, wanted, 0, wanted.length))
                .findFirst();
    }

    static String name(String[] cells, int nameIndex) {
        return cells[FIRST_NAME + nameIndex];
    }

    static String id(String[] cells) {
        return cells[ID];
    }

    static Stream<String> names(String[] cells) {
        return Arrays.stream(cells).skip(FIRST_NAME);
    }

    /// Bytes on the heap, without object headers.
    long heapBytes() {
        return text.length
                + folded.length
                + 4L * (rowStarts.length + nameStarts.length + rowOfName.length + words.length + nameOfWord.length);
    }

    // ---- inside

    private int[] sortedWords() {
        int count = 0;
        for (int at = 0; at < folded.length; at++) {
            count += beginsWord(at) ? 1 : 0;
        }
        Integer[] starts = new Integer[count];
        int next = 0;
        for (int at = 0; at < folded.length; at++) {
            if (beginsWord(at)) {
                starts[next++] = at;
            }
        }
        Arrays.sort(starts, this::compareWords);
        return Arrays.stream(starts).mapToInt(Integer::intValue).toArray();
    }

    private boolean beginsWord(int at) {
        return folded[at] != END && (at == 0 || folded[at - 1] == END || folded[at - 1] == ' ');
    }

    private int compareWords(int left, int right) {
        int a = left;
        int b = right;
        while (folded[a] == folded[b] && folded[a] != END) {
            a++;
            b++;
        }
        return folded[a] == folded[b] ? Integer.compare(left, right) : (folded[a] & 0xff) - (folded[b] & 0xff);
    }

    private int firstNotBefore(byte[] wanted) {
        int low = 0;
        int high = words.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(words[middle], wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int at, byte[] wanted) {
        for (int index = 0; index < wanted.length; index++) {
            int difference = (folded[at + index] & 0xff) - (wanted[index] & 0xff);
            if (difference != 0 || folded[at + index] == END) {
                return difference;
            }
        }
        return 0;
    }

    private boolean beginsWith(int at, byte[] wanted) {
        return compare(at, wanted) == 0;
    }

    private int rank(int word, int length) {
        int name = nameOfWord[word];
        if (words[word] != nameStarts[name]) {
            return 2;
        }
        return nameLength(name) == length ? 0 : 1;
    }

    private int nameLength(int name) {
        return nameStarts[name + 1] - nameStarts[name] - 1;
    }

    private int nameAt(int position) {
        int found = Arrays.binarySearch(nameStarts, position);
        return found >= 0 ? found : -found - 2;
    }

    private int firstNameOf(int row) {
        int name = Arrays.binarySearch(rowOfName, row);
        while (name > 0 && rowOfName[name - 1] == row) {
            name--;
        }
        return name;
    }

    /// Collects the folded names while a list is read. Confined to the reading thread.
    private static final class Names {
        private final StringBuilder all = new StringBuilder();
        private final List<Integer> lengths = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();

        void add(int row, String folded) {
            all.append(folded).append((char) END);
            lengths.add(folded.getBytes(StandardCharsets.UTF_8).length + 1);
            rows.add(row);
        }

        byte[] bytes() {
            return all.toString().getBytes(StandardCharsets.UTF_8);
        }

        int[] starts() {
            int[] starts = new int[lengths.size() + 1];
            for (int name = 0; name < lengths.size(); name++) {
                starts[name + 1] = starts[name] + lengths.get(name);
            }
            return starts;
        }

        int[] rows() {
            return rows.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
