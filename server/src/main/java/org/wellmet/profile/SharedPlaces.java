package org.wellmet.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Finds the organisations and schools that two profiles have in common.
final class SharedPlaces {
    private SharedPlaces() {}

    /// Of two profiles that were narrowed already. O(items).
    static List<SharedPlace> of(Profile one, Profile other, MonthOrYear today) {
        List<SharedPlace> places = new ArrayList<>();
        places.addAll(shared(
                SharedPlace.Kind.ORGANISATION,
                stays(one.positions(), Position::organisation, Position::period),
                stays(other.positions(), Position::organisation, Position::period),
                today));
        places.addAll(shared(
                SharedPlace.Kind.SCHOOL,
                stays(one.education(), item -> item.school().text(), Education::period),
                stays(other.education(), item -> item.school().text(), Education::period),
                today));
        places.sort(Comparator.comparingInt(SharedPlace::monthsTogether).reversed());
        return places;
    }

    private record Stay(String name, Period period) {
        boolean isDated() {
            return period.from().isPresent();
        }
    }

    private static <T extends Item> List<Stay> stays(
            List<Kept<T>> items, Function<T, String> name, Function<T, Period> period) {
        return items.stream()
                .map(kept -> new Stay(name.apply(kept.item()), period.apply(kept.item())))
                .filter(stay -> !stay.name().isEmpty())
                .toList();
    }

    private static List<SharedPlace> shared(
            SharedPlace.Kind kind, List<Stay> mine, List<Stay> theirs, MonthOrYear today) {
        Map<String, SharedPlace> byName = new HashMap<>();
        for (Stay a : mine) {
            for (Stay b : theirs) {
                String name = Term.sameness(a.name());
                if (name.equals(Term.sameness(b.name()))) {
                    int months = a.period().monthsInCommon(b.period(), today);
                    byName.merge(
                            name, new SharedPlace(kind, a.name(), months, a.isDated() && b.isDated()), SharedPlace::or);
                }
            }
        }
        return List.copyOf(byName.values());
    }
}
