package org.wellmet.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/// The lists of terms: what begins like this, and which term is meant by this text.
///
/// Bounded: a question is cut to [#MAX_QUESTION_LENGTH] letters, an answer to [#MAX_SUGGESTIONS] terms. A list is read
/// when its kind is first asked for (100 to 400 ms) and stays in memory. Thread-safe.
@Component
public final class Vocabulary {
    /// No name in the lists is longer.
    public static final int MAX_NAME_LENGTH = 80;

    /// More letters than this narrow nothing down.
    public static final int MAX_QUESTION_LENGTH = 80;

    /// More than this nobody reads in a list under a field.
    public static final int MAX_SUGGESTIONS = 20;

    private final Map<Kind, TermIndex> indexes = new ConcurrentHashMap<>();

    /// The terms that `typed` may be the beginning of, best first, in English.
    public List<Suggestion> suggest(Kind kind, String typed, int limit) {
        return suggest(kind, typed, limit, Locale.ENGLISH);
    }

    /// The terms that `typed` may be the beginning of, best first, countries and languages named in `locale`.
    public List<Suggestion> suggest(Kind kind, String typed, int limit, Locale locale) {
        String question = typed.length() > MAX_QUESTION_LENGTH ? typed.substring(0, MAX_QUESTION_LENGTH) : typed;
        TermIndex index = index(kind);
        return index.find(question, Math.clamp(limit, 0, MAX_SUGGESTIONS)).stream()
                .map(hit -> suggestion(kind, index.cells(hit.row()), hit.nameIndex(), locale))
                .toList();
    }

    /// The id to keep beside a text: `chosen` where it is a term of that kind and the text still begins with one of its
    /// names, else the one term that is called exactly so. Empty where the text is free, or names several cities.
    public Optional<String> idOf(Kind kind, String text, String chosen) {
        String folded = Folding.fold(text);
        if (!chosen.isEmpty() && isNamed(kind, chosen, folded)) {
            return Optional.of(chosen);
        }
        String name = kind == Kind.CITY ? text.split(",", 2)[0] : text;
        List<Suggestion> exact = suggest(kind, name, MAX_SUGGESTIONS).stream()
                .filter(each -> Folding.fold(each.label()).equals(folded)
                        || Folding.fold(each.value()).equals(folded))
                .toList();
        return exact.size() == 1 ? Optional.of(exact.getFirst().id()) : Optional.empty();
    }

    private boolean isNamed(Kind kind, String id, String folded) {
        TermIndex index = index(kind);
        return index.row(id).stream()
                .mapToObj(index::cells)
                .flatMap(TermIndex::names)
                .anyMatch(name -> folded.startsWith(Folding.fold(name)));
    }

    /// The city of that id.
    public Optional<Place> place(String id) {
        TermIndex index = index(Kind.CITY);
        return index.row(id).stream()
                .mapToObj(index::cells)
                .map(Vocabulary::place)
                .findFirst();
    }

    private static Suggestion suggestion(Kind kind, String[] cells, int nameIndex, Locale locale) {
        String id = TermIndex.id(cells);
        String first = TermIndex.name(cells, 0);
        return switch (kind) {
            case CITY -> city(place(cells), locale);
            case OCCUPATION -> {
                String title = TermIndex.name(cells, nameIndex);
                yield new Suggestion(id, title, nameIndex == 0 ? "" : first, title);
            }
            case SCHOOL -> new Suggestion(id, first, country(cells[1], locale), first);
            case SKILL -> new Suggestion(id, first, "", first);
            case LANGUAGE -> {
                String name = Languages.name(id, locale);
                yield new Suggestion(id, name, "", name);
            }
        };
    }

    private static Suggestion city(Place place, Locale locale) {
        String detail = Stream.of(place.region(), country(place.country(), locale))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Suggestion(place.id(), place.name(), detail, place.name() + ", " + detail);
    }

    private static Place place(String[] cells) {
        String[] where = cells[1].split(" ", 2);
        String[] numbers = cells[2].split(" ", 3);
        return new Place(
                TermIndex.id(cells),
                TermIndex.name(cells, 0),
                where[0],
                where.length == 2 ? where[1] : "",
                Integer.parseInt(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]));
    }

    private static String country(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    private TermIndex index(Kind kind) {
        return indexes.computeIfAbsent(kind, Vocabulary::read);
    }

    private static TermIndex read(Kind kind) {
        return switch (kind) {
            case CITY, SKILL -> new TermIndex(file(kind), TermIndex.Order.AS_LISTED);
            case OCCUPATION, SCHOOL -> new TermIndex(file(kind), TermIndex.Order.SHORTEST);
            case LANGUAGE -> new TermIndex(Languages.lines(), TermIndex.Order.AS_LISTED);
        };
    }

    private static byte[] file(Kind kind) {
        String name = "/vocabulary/" + kind.word() + ".tsv.gz";
        try (InputStream file = Vocabulary.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("vocabulary must ship with the server, got none at " + name);
            }
            return new GZIPInputStream(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes on the heap of the lists that have been read, for the operator and the test that bounds it.
    long heapBytes() {
        return Arrays.stream(Kind.values())
                .map(indexes::get)
                .filter(index -> index != null)
                .mapToLong(TermIndex::heapBytes)
                .sum();
    }
}
