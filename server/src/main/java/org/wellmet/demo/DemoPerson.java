package org.wellmet.demo;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Somebody of the demo.
///
/// @param languages besides English
/// @param sociability how much easier than others they make acquaintances; 1 is usual
/// @param posts latest first; the first is held today
record DemoPerson(
        String name,
        String area,
        String sector,
        String school,
        int graduation,
        List<Post> posts,
        List<String> skills,
        List<String> topics,
        List<String> languages,
        Optional<String> looksFor,
        Optional<String> offers,
        double sociability) {

    DemoPerson {
        posts = List.copyOf(posts);
        skills = List.copyOf(skills);
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }

    /// Time spent at an employer. Months are counted from year 0; `to` of a post that is still held is [#TODAY].
    record Post(String title, String organisation, int from, int to) {
        static final int TODAY = Integer.MAX_VALUE;

        boolean isHeld() {
            return to == TODAY;
        }

        /// How many months two people were both there; 0 if never, or elsewhere.
        int monthsWith(Post other, int today) {
            if (!organisation.equals(other.organisation)) {
                return 0;
            }
            return Math.max(0, Math.min(Math.min(to, other.to), today) - Math.max(from, other.from));
        }
    }

    Post current() {
        return posts.getFirst();
    }

    /// Whether that is the title or the organisation of what they do today, or their sector, their area, or one of
    /// their skills.
    boolean is(String word) {
        return current().title().equals(word)
                || current().organisation().equals(word)
                || sector.equals(word)
                || area.equals(word)
                || skills.contains(word);
    }

    boolean worksWith(DemoPerson other) {
        return current().organisation().equals(other.current().organisation());
    }

    /// Whether the two have nothing of what a profile says in common.
    boolean isFarFrom(DemoPerson other) {
        return !area.equals(other.area)
                && !school.equals(other.school)
                && Collections.disjoint(skills, other.skills)
                && Collections.disjoint(topics, other.topics)
                && Collections.disjoint(languages, other.languages)
                && Collections.disjoint(organisations(), other.organisations());
    }

    private List<String> organisations() {
        return posts.stream().map(Post::organisation).toList();
    }

    String headline() {
        return current().title() + ", " + current().organisation();
    }

    /// The longest time that both spent at the same employer, in months.
    int monthsWith(DemoPerson other, int today) {
        int most = 0;
        for (Post mine : posts) {
            for (Post theirs : other.posts) {
                most = Math.max(most, mine.monthsWith(theirs, today));
            }
        }
        return most;
    }
}
