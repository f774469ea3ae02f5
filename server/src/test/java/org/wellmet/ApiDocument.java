package org.wellmet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wellmet.RoutesTest.Route;

/// `docs/api.md`, read: what it says of each route, with its examples.
record ApiDocument(Map<String, Entry> entries) {
    private static final Pattern HEADING = Pattern.compile("(?m)^### ((?:GET|POST|PUT|DELETE) \\S+)$");

    /// The examples of one route.
    record Entry(Optional<String> request, Optional<String> answer) {}

    static ApiDocument read() {
        try {
            return parse(Files.readString(Path.of("../docs/api.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiDocument parse(String text) {
        Map<String, Entry> entries = new TreeMap<>();
        Matcher heading = HEADING.matcher(text);
        int from = heading.find() ? heading.end() : -1;
        while (from >= 0) {
            String route = heading.group(1);
            boolean isMore = heading.find();
            String section = text.substring(from, isMore ? heading.start() : text.length());
            entries.put(route, new Entry(example(section, "request"), example(section, "answer")));
            from = isMore ? heading.end() : -1;
        }
        return new ApiDocument(entries);
    }

    private static Optional<String> example(String section, String kind) {
        Matcher found = Pattern.compile("```json " + kind + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(section);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// As the document names it: without what the variables must look like.
    static String name(Route route) {
        return route.key().replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    Entry of(Route route) {
        return Optional.ofNullable(entries.get(name(route))).orElseThrow(() -> new IllegalStateException(name(route)));
    }
}
