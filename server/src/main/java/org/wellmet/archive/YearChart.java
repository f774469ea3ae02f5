package org.wellmet.archive;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Contacts by year as bars from a common ground, 300 by 84, ready to be written as SVG. Immutable.
public record YearChart(List<Contacts.Counted> years) {
    private static final double WIDTH = 300;
    private static final double GROUND = 83;
    private static final double HEIGHT = 79;
    private static final double GAP = 0.2;

    public YearChart {
        years = List.copyOf(years);
    }

    /// One bar, its numbers as SVG takes them.
    public record Bar(String x, String y, String width, String height) {}

    /// A bar for each year that has contacts.
    public List<Bar> bars() {
        double step = WIDTH / Math.max(1, years.size());
        int most = years.stream().mapToInt(Contacts.Counted::count).max().orElse(1);
        return IntStream.range(0, years.size())
                .filter(i -> years.get(i).count() > 0)
                .mapToObj(i -> {
                    double height = Math.max(1.5, HEIGHT * years.get(i).count() / most);
                    double width = Math.min(step * (1 - GAP), 28);
                    return new Bar(
                            shown(i * step + (step - width) / 2), shown(GROUND - height), shown(width), shown(height));
                })
                .toList();
    }

    /// What the picture says, in words: "2019: 3, 2020: 5".
    public String said() {
        return years.stream().map(year -> year.name() + ": " + year.count()).collect(Collectors.joining(", "));
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
