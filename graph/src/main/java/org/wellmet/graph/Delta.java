package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// What changed since the base was written, for every version at once: whom each neighbor list gained or lost.
///
/// An *entry* holds the neighbors of one vertex that are *toggled*, ascending: who is on the list of the base is
/// not on it any more, who is not, is. Entries stand in a [Slab] off the heap and say in which *edition* (a batch
/// of changes) they were made; each vertex leads to its newest entry, and each entry to the one before:
///
/// ```
///  newest[v] ─► [edition 9 │ before ─┼─► [edition 4 │ before ─┼─► nowhere
///               [degree │ 2 5 7      ]   [degree │ 5 7       ]
/// ```
///
/// 1. *Later is passed over*: a reader of edition `e` follows the entries of a vertex to the first of an edition
///    up to `e`. Of a later one it reads nothing but its edition and the way on, which never change.
/// 2. *Only the last edition is written*: the entries of an edition change until its version is published, and
///    never afterwards.
///
/// So a batch writes what it changes and copies nothing else, a version is a number, and the heap holds nothing
/// that survives. What no version reads any more stays until the next compaction.
///
/// One writer; readers see an entry by the release of its place in `newest`, and everything of their own edition by
/// the publication of their version. The memory is the base's and freed with it.
final class Delta {
    static final int NOWHERE = 0;
    static final int BASE_EDITION = 0; // before any change: has no entries

    private static final int EDITION = 0;
    private static final int BEFORE = 1;
    private static final int DEGREE = 2;
    private static final int CAPACITY = 3;
    private static final int SIZE = 4;
    private static final int HEADER_SIZE = 5;
    private static final int SPARE = 3; // a header and three neighbors are half a cache line

    private static final VarHandle PLACE = JAVA_INT.varHandle();

    private final Arena arena;
    private final MemorySegment newest;
    private final long[] changed; // a bit for each vertex with an entry: few, and in cache
    private final Slab slab;
    private final Touched touched;

    Delta(Arena arena, int vertexCount) {
        this(arena, room(arena, vertexCount), new long[0], new Slab(arena), new Touched());
    }

    private Delta(Arena arena, MemorySegment newest, long[] changed, Slab slab, Touched touched) {
        this.arena = arena;
        this.newest = newest;
        this.changed = Arrays.copyOf(changed, (int) ((newest.byteSize() / Integer.BYTES + 63) >> 6));
        this.slab = slab;
        this.touched = touched;
    }

    private static MemorySegment room(Arena arena, int vertexCount) {
        return arena.allocate(JAVA_INT, vertexCount + vertexCount / 8L + 64);
    }

    /// A delta of the same entries with room for so many vertices: this one, or a wider copy of the ways to them.
    Delta roomFor(int vertexCount) {
        if ((long) vertexCount * Integer.BYTES <= newest.byteSize()) {
            return this;
        }
        MemorySegment wider = room(arena, vertexCount + vertexCount / 2);
        MemorySegment.copy(newest, 0, wider, 0, newest.byteSize());
        return new Delta(arena, wider, changed, slab, touched);
    }

    /// The entry of a vertex in an edition, or [#NOWHERE] where its list is that of the base. O(1 + the entries
    /// made later).
    int entry(int vertex, int edition) {
        if (edition == BASE_EDITION || !isChanged(vertex)) {
            return NOWHERE;
        }
        int entry = newest(vertex);
        while (entry != NOWHERE && slab.get(entry, EDITION) > edition) { // "later is passed over"
            entry = slab.get(entry, BEFORE);
        }
        return entry;
    }

    /// Whether a vertex has an entry in any edition. O(1).
    boolean isChanged(int vertex) {
        int word = vertex >> 6;
        return word < changed.length && (changed[word] >>> vertex & 1) != 0;
    }

    private int newest(int vertex) {
        return (int) PLACE.getAcquire(newest, (long) vertex * Integer.BYTES);
    }

    private void lead(int vertex, int entry) {
        PLACE.setRelease(newest, (long) vertex * Integer.BYTES, entry);
    }

    /// The length of the list with what is toggled. O(1).
    int degree(int entry) {
        return slab.get(entry, DEGREE);
    }

    /// How many are toggled. O(1).
    int size(int entry) {
        return entry == NOWHERE ? 0 : slab.get(entry, SIZE);
    }

    int toggled(int entry, int index) {
        return slab.get(entry, HEADER_SIZE + index);
    }

    /// Whether `other` is toggled. O(log of the size).
    boolean toggles(int entry, int other) {
        return find(entry, other) >= 0;
    }

    private int find(int entry, int other) {
        int low = 0;
        int high = size(entry) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = toggled(entry, middle);
            if (found == other) {
                return middle;
            }
            if (found < other) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /// Moves a list that stands at `[from, to)` to the start of its array, with what is toggled; `from` is at least
    /// the size. Answers the length. O(size · log d), and to move the list.
    int merge(int entry, int[] list, int from, int to) {
        int length = 0;
        int read = from;
        for (int i = 0, size = size(entry); i < size; i++) {
            int other = toggled(entry, i);
            int found = Arrays.binarySearch(list, read, to, other);
            int next = found >= 0 ? found : -found - 1;
            System.arraycopy(list, read, list, length, next - read);
            length += next - read;
            if (found >= 0) {
                read = next + 1;
            } else {
                read = next;
                list[length++] = other;
            }
        }
        System.arraycopy(list, read, list, length, to - read);
        return length + to - read;
    }

    /// Toggles a neighbor in an edition that is not published yet, after which the list is `degree` long. The
    /// writer only. O(size).
    void toggle(int vertex, int other, int edition, int degree) {
        int entry = writable(vertex, edition);
        int at = find(entry, other);
        int size = size(entry);
        if (at >= 0) {
            slab.copy(entry, HEADER_SIZE + at + 1, entry, HEADER_SIZE + at, size - at - 1);
            slab.set(entry, SIZE, size - 1);
        } else {
            int place = -at - 1;
            slab.copy(entry, HEADER_SIZE + place, entry, HEADER_SIZE + place + 1, size - place);
            slab.set(entry, HEADER_SIZE + place, other);
            slab.set(entry, SIZE, size + 1);
        }
        slab.set(entry, DEGREE, degree);
    }

    /// The entry of this edition with room for one more: the one there is, or a copy of the newest.
    private int writable(int vertex, int edition) {
        int start = newest(vertex);
        boolean isOurs = start != NOWHERE && slab.get(start, EDITION) == edition;
        int size = size(start);
        if (isOurs && size < slab.get(start, CAPACITY)) {
            return start;
        }
        int entry = newEntry(edition, isOurs ? slab.get(start, BEFORE) : start, size + (isOurs ? size : SPARE));
        if (size > 0) {
            slab.copy(start, HEADER_SIZE, entry, HEADER_SIZE, size);
            slab.set(entry, SIZE, size);
        }
        if (!isOurs) {
            touched.add(vertex); // first: what is shown can be taken back
        }
        show(vertex, entry);
        return entry;
    }

    private int newEntry(int edition, int before, int capacity) {
        int entry = slab.reserve(HEADER_SIZE + capacity);
        slab.set(entry, EDITION, edition);
        slab.set(entry, BEFORE, before);
        slab.set(entry, CAPACITY, capacity);
        slab.set(entry, SIZE, 0);
        return entry;
    }

    private void show(int vertex, int entry) {
        changed[vertex >> 6] |= 1L << vertex;
        lead(vertex, entry);
    }

    /// Whether any list was touched since the last [#settle]. The writer only.
    boolean isTouched() {
        return touched.count > 0;
    }

    /// The edition is whole. The writer only.
    void settle() {
        touched.count = 0;
    }

    /// Takes back what an edition that did not become whole has written. The writer only.
    void undo(int edition) {
        for (int i = 0; i < touched.count; i++) {
            int vertex = touched.vertices[i];
            int entry = (long) vertex * Integer.BYTES < newest.byteSize() ? newest(vertex) : NOWHERE;
            if (entry != NOWHERE && slab.get(entry, EDITION) == edition) {
                lead(vertex, slab.get(entry, BEFORE));
            }
        }
        settle();
    }

    /// What of this delta is not in an earlier edition, for a base that holds that one: whoever is toggled in one
    /// of the two and not in both, all in the edition after the base's. The writer only. O(vertices / 64 + what
    /// changed).
    Delta since(int edition, Arena newArena, int vertexCount) {
        Delta rest = new Delta(newArena, vertexCount);
        for (int word = 0; word < changed.length; word++) {
            for (long bits = changed[word]; bits != 0; bits &= bits - 1) {
                int vertex = word << 6 | Long.numberOfTrailingZeros(bits);
                int now = newest(vertex);
                int then = entry(vertex, edition);
                if (now != then) {
                    rest.putDifference(vertex, this, now, then);
                }
            }
        }
        return rest;
    }

    private void putDifference(int vertex, Delta from, int now, int then) {
        int entry = newEntry(BASE_EDITION + 1, NOWHERE, from.size(now) + from.size(then));
        int size = 0;
        for (int i = 0, j = 0; i < from.size(now) || j < from.size(then); ) {
            long left = i < from.size(now) ? from.toggled(now, i) : Long.MAX_VALUE;
            long right = j < from.size(then) ? from.toggled(then, j) : Long.MAX_VALUE;
            if (left != right) {
                slab.set(entry, HEADER_SIZE + size++, (int) Math.min(left, right));
            }
            i += left <= right ? 1 : 0;
            j += left >= right ? 1 : 0;
        }
        slab.set(entry, SIZE, size);
        slab.set(entry, DEGREE, from.degree(now));
        show(vertex, entry);
    }

    /// How many ints its entries take, also those that no version reads any more.
    long weight() {
        return slab.size();
    }

    /// Bytes of memory held, about.
    long byteSize() {
        return slab.byteSize() + newest.byteSize() + (long) changed.length * Long.BYTES;
    }

    /// The vertices that got an entry in the edition being written.
    private static final class Touched {
        private int[] vertices = new int[16];
        private int count;

        void add(int vertex) {
            if (count == vertices.length) {
                vertices = Arrays.copyOf(vertices, count * 2);
            }
            vertices[count++] = vertex;
        }
    }
}
