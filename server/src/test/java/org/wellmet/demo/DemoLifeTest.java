package org.wellmet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wellmet.demo.DemoCommunity.Tie;
import org.wellmet.demo.DemoContent.Area;
import org.wellmet.demo.DemoContent.Note;

/// What a sceptic would count in the demo's city: it hangs together, has circles and bridges, and its ties have
/// something behind them.
class DemoLifeTest {
    private static final int TODAY = 2026 * 12 + 10;

    private final DemoContent content = DemoContent.read();
    private final DemoCommunity community = DemoCommunity.of(content, TODAY, new Random(7));
    private final List<DemoPerson> people = community.people();

    @Test
    void theCityIsOneComponentButForAFew() {
        assertThat(reachedFromTheVisitor()).hasSizeGreaterThan(people.size() * 97 / 100);
    }

    @Test
    void mostTiesHaveSomethingThatTheServerCanCheck() {
        long checked = community.ties().stream()
                .filter(tie -> haveCommonGround(people.get(tie.a()), people.get(tie.b())))
                .count();

        assertThat((double) checked / community.ties().size()).isGreaterThan(0.8);
    }

    /// Colleagues know each other far more often than others do, and still every other tie leads out of the trade.
    @Test
    void employersAreCirclesAndTradesAreBridged() {
        long pairsOfColleagues = 0;
        for (int b = 1; b < people.size(); b++) {
            for (int a = 0; a < b; a++) {
                pairsOfColleagues += people.get(a).worksWith(people.get(b)) ? 1 : 0;
            }
        }
        long colleagues = community.ties().stream()
                .filter(tie -> people.get(tie.a()).worksWith(people.get(tie.b())))
                .count();
        double density = community.ties().size() / (people.size() * (people.size() - 1) / 2.0);
        long across = community.ties().stream()
                .filter(tie ->
                        !people.get(tie.a()).sector().equals(people.get(tie.b()).sector()))
                .count();

        assertThat(colleagues / (double) pairsOfColleagues).isGreaterThan(5 * density);
        assertThat(across / (double) community.ties().size()).isBetween(0.2, 0.7);
    }

    @Test
    void eachAreaHasTheClockOfThatArea() {
        assertThat(content.areas())
                .extracting(Area::zone)
                .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotEqualTo(ZoneOffset.UTC));
        assertThat(people)
                .extracting(person -> content.zone(person.area()).getId())
                .contains("America/Halifax", "America/Moncton", "America/Toronto");
    }

    @Test
    void somebodyCouldHaveSharedEachUpdate() {
        assertThat(content.updates())
                .allSatisfy(note -> assertThat(people.stream().filter(note::suits))
                        .as(note.text())
                        .isNotEmpty());
        assertThat(content.updates()).extracting(Note::language).anyMatch(language -> language.isPresent());
    }

    private static boolean haveCommonGround(DemoPerson a, DemoPerson b) {
        return a.monthsWith(b, TODAY) > 0
                || a.school().equals(b.school())
                || !Collections.disjoint(a.skills(), b.skills())
                || !Collections.disjoint(a.topics(), b.topics());
    }

    private Set<Integer> reachedFromTheVisitor() {
        List<List<Integer>> known = new ArrayList<>();
        people.forEach(_ -> known.add(new ArrayList<>()));
        for (Tie tie : community.ties()) {
            known.get(tie.a()).add(tie.b());
            known.get(tie.b()).add(tie.a());
        }
        Set<Integer> reached = new HashSet<>(Set.of(DemoCast.MEMBER_INDEX));
        Deque<Integer> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            known.get(next.remove()).stream().filter(reached::add).forEach(next::add);
        }
        return reached;
    }
}
