package org.wellmet.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.wellmet.demo.DemoContent.Area;
import org.wellmet.demo.DemoContent.Employer;
import org.wellmet.demo.DemoContent.Sector;
import org.wellmet.demo.DemoContent.Share;
import org.wellmet.demo.DemoPerson.Post;

/// A city's professional life, made up: its people and who knows whom.
///
/// Two people know each other because they worked together (the longer and the smaller the place, the
/// likelier), studied together, care for the same thing, or met by chance; people of more sociability do so
/// more often; and friends of friends meet. That gives what real networks have: circles around employers and
/// schools, bridges between them, a few hubs, and many with a dozen ties.
///
/// Immutable. O(people²).
record DemoCommunity(List<DemoPerson> people, Set<Tie> ties) {
    /// Two people who know each other, by their places in the list; `a` is below `b`.
    record Tie(int a, int b) {}

    private static final double MONTHS_TO_BE_SURE = 30;
    private static final double OF_A_YEAR_AT_SCHOOL = 0.22;
    private static final double OF_A_TOPIC = 0.045;
    private static final double BY_CHANCE = 0.004;
    private static final double THROUGH_EACH_MUTUAL = 0.012;
    private static final String FRENCH = "French";
    private static final String FRENCH_SCHOOL = "Université de la Baie";
    private static final int FIRST_GRADUATION = 1986;
    private static final int LAST_GRADUATION = 2025;
    private static final int MONTHS = 12;

    static DemoCommunity of(DemoContent content, int today, RandomGenerator random) {
        List<DemoPerson> people = people(content, today, random);
        Set<Tie> ties = acquaintances(people, content, today, random);
        ties.addAll(friendsOfFriends(people, ties, random));
        return new DemoCommunity(List.copyOf(people), Set.copyOf(ties));
    }

    private static List<DemoPerson> people(DemoContent content, int today, RandomGenerator random) {
        Set<String> names = new HashSet<>();
        List<DemoPerson> people = new ArrayList<>(DemoCast.people(content));
        people.forEach(person -> names.add(person.name()));
        for (Employer employer : content.organisations()) {
            long cast = people.stream()
                    .filter(person -> person.current().organisation().equals(employer.name()))
                    .count();
            for (long i = cast; i < employer.size(); i++) {
                people.add(person(content, employer, names, today, random));
            }
        }
        return people;
    }

    private static DemoPerson person(
            DemoContent content, Employer employer, Set<String> names, int today, RandomGenerator random) {
        Sector sector = content.sector(employer);
        int graduation = FIRST_GRADUATION + random.nextInt(LAST_GRADUATION - FIRST_GRADUATION);
        String school = drawn(content.schools(), Share::share, random).name();
        String name = freeName(content, names, random);
        String area = drawn(content.areas(), Area::share, random).name();
        List<Post> posts = posts(content, employer, graduation, today, random);
        List<String> skills = some(sector.skills(), 3, 6, random);
        return new DemoPerson(
                name,
                area,
                employer.sector(),
                school,
                graduation,
                posts,
                skills,
                some(sector.topics(), 1, 2, random),
                languages(content, name, school, skills),
                random.nextInt(3) == 0 ? Optional.of(one(content.goals().look(), random)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(one(content.goals().offer(), random)) : Optional.empty(),
                Math.exp(0.45 * random.nextGaussian()));
    }

    /// Besides English: what is spoken at home, and French where one studied or works in it.
    static List<String> languages(DemoContent content, String name, String school, List<String> skills) {
        List<String> languages = new ArrayList<>();
        content.spoken(name).ifPresent(languages::add);
        if ((school.equals(FRENCH_SCHOOL) || skills.contains(FRENCH)) && !languages.contains(FRENCH)) {
            languages.add(FRENCH);
        }
        return languages;
    }

    private static List<Post> posts(
            DemoContent content, Employer employer, int graduation, int today, RandomGenerator random) {
        List<Post> posts = new ArrayList<>();
        int career = Math.max(6, today - (graduation * MONTHS + 6));
        int from = today - Math.min(career, 3 + random.nextInt(110));
        posts.add(new Post(title(employer, random), employer.name(), from, Post.TODAY));
        while (posts.size() < 3 && from - (graduation * MONTHS + 6) > 18 && random.nextInt(4) > 0) {
            Employer before = random.nextInt(3) > 0
                    ? sameSector(content, employer, random)
                    : one(content.organisations(), random);
            int to = from - random.nextInt(4);
            from = Math.max(graduation * MONTHS + 6, to - 12 - random.nextInt(80));
            if (!before.name().equals(posts.getLast().organisation())) {
                posts.add(new Post(title(before, random), before.name(), from, to));
            }
        }
        return posts;
    }

    private static Set<Tie> acquaintances(
            List<DemoPerson> people, DemoContent content, int today, RandomGenerator random) {
        Set<Tie> ties = new HashSet<>();
        for (int b = 1; b < people.size(); b++) {
            for (int a = 0; a < b; a++) {
                if (random.nextDouble() < likelihood(people.get(a), people.get(b), content, today)) {
                    ties.add(new Tie(a, b));
                }
            }
        }
        return ties;
    }

    private static double likelihood(DemoPerson a, DemoPerson b, DemoContent content, int today) {
        int months = a.monthsWith(b, today);
        double apart = 1 - BY_CHANCE;
        if (months > 0) {
            double size = content.organisations().stream()
                    .filter(employer -> employer.name().equals(a.current().organisation()))
                    .mapToInt(Employer::size)
                    .findFirst()
                    .orElse(10);
            apart *= Math.exp(-months / MONTHS_TO_BE_SURE * Math.sqrt(8 / size));
        }
        if (a.school().equals(b.school()) && Math.abs(a.graduation() - b.graduation()) <= 1) {
            apart *= 1 - OF_A_YEAR_AT_SCHOOL;
        }
        long topics = a.topics().stream().filter(b.topics()::contains).count();
        apart *= Math.pow(1 - OF_A_TOPIC, (double) topics);
        return Math.min(0.95, (1 - apart) * a.sociability() * b.sociability());
    }

    /// One round of triadic closure: the more friends two strangers share, the likelier they have met.
    private static Set<Tie> friendsOfFriends(List<DemoPerson> people, Set<Tie> ties, RandomGenerator random) {
        List<Set<Integer>> known = new ArrayList<>();
        people.forEach(_ -> known.add(new HashSet<>()));
        for (Tie tie : ties) {
            known.get(tie.a()).add(tie.b());
            known.get(tie.b()).add(tie.a());
        }
        Set<Tie> more = new HashSet<>();
        for (int b = 1; b < people.size(); b++) {
            for (int a = 0; a < b; a++) {
                long mutuals =
                        known.get(a).stream().filter(known.get(b)::contains).count();
                if (mutuals > 0 && random.nextDouble() < Math.min(0.3, mutuals * THROUGH_EACH_MUTUAL)) {
                    more.add(new Tie(a, b));
                }
            }
        }
        more.removeAll(ties);
        return more;
    }

    private static String freeName(DemoContent content, Set<String> taken, RandomGenerator random) {
        String name = aName(content, random);
        while (!taken.add(name)) {
            name = aName(content, random);
        }
        return name;
    }

    private static String aName(DemoContent content, RandomGenerator random) {
        DemoContent.Names names = one(content.names(), random);
        return one(names.given(), random) + " " + one(names.surnames(), random);
    }

    private static Employer sameSector(DemoContent content, Employer employer, RandomGenerator random) {
        return one(
                content.organisations().stream()
                        .filter(other -> other.sector().equals(employer.sector()))
                        .toList(),
                random);
    }

    private static String title(Employer employer, RandomGenerator random) {
        return one(employer.titles(), random);
    }

    private static <T> T drawn(List<T> all, ToIntFunction<T> share, RandomGenerator random) {
        int left = random.nextInt(all.stream().mapToInt(share).sum());
        for (T each : all) {
            left -= share.applyAsInt(each);
            if (left < 0) {
                return each;
            }
        }
        throw new IllegalStateException("a draw went past the last share");
    }

    private static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> some(List<String> all, int least, int most, RandomGenerator random) {
        List<String> shuffled = new ArrayList<>(all);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled.subList(0, Math.min(shuffled.size(), least + random.nextInt(most - least + 1)));
    }
}
