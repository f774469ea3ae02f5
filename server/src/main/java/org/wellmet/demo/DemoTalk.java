package org.wellmet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.demo.DemoCommunity.Tie;
import org.wellmet.demo.DemoContent.Note;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.picture.Pictures;
import org.wellmet.picture.ReadPicture;
import org.wellmet.picture.ReadPictureOutcome;
import org.wellmet.update.AddCommentOutcome;
import org.wellmet.update.Comments;
import org.wellmet.update.Reactions;
import org.wellmet.update.ShareUpdateOutcome;
import org.wellmet.update.UpdateDraft;
import org.wellmet.update.UpdateId;
import org.wellmet.update.Updates;
import org.wellmet.visibility.Audience;

/// What the people of the demo say to each other: updates, comments, reactions.
@Component
final class DemoTalk {
    private static final int HOURS_BETWEEN_UPDATES = 9;
    private static final int FEWEST_REACTIONS = 2;
    private static final int MOST_REACTIONS = 21;

    // People write when they are awake.
    private static final ZoneId CITY = ZoneId.of("America/Halifax");
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 22;

    private static final String FRIEND = "@{friend}";

    private final Doors doors;
    private final DemoWishes wishes;
    private final DemoTies ties;
    private final DemoStore store;
    private final InstantSource clock;

    /// The front doors through which they talk.
    @Component
    record Doors(Updates updates, Comments comments, Reactions reactions, Pictures pictures, Members members) {}

    DemoTalk(Doors doors, DemoWishes wishes, DemoTies ties, JdbcClient sql, InstantSource clock) {
        this.doors = doors;
        this.wishes = wishes;
        this.ties = ties;
        this.store = new DemoStore(sql);
        this.clock = clock;
    }

    void begin(DemoContent content, DemoCommunity community, List<MemberId> ids, RandomGenerator random) {
        List<List<Integer>> known = known(community);
        List<Integer> spoken = new ArrayList<>();
        Instant at = awake(clock.instant().minus(Duration.ofMinutes(40)), random);
        for (Note note : shuffled(content.updates(), random)) {
            int author = author(note, community, known, spoken, random);
            spoken.add(author);
            share(
                    note,
                    new Author(author, community, ids, byCloseness(author, known.get(author), community)),
                    at,
                    content,
                    random);
            at = awake(at.minus(Duration.ofMinutes(60L * HOURS_BETWEEN_UPDATES - random.nextInt(300))), random);
        }
        wishes.begin(content, community, ids, known);
        ties.begin(community, ids);
    }

    /// Somebody of the sector who has not spoken yet; those whom the visitor knows first, so that their feed is full.
    private static int author(
            Note note,
            DemoCommunity community,
            List<List<Integer>> known,
            List<Integer> spoken,
            RandomGenerator random) {
        List<Integer> all = IntStream.range(2, community.people().size())
                .filter(person -> note.suits(community.people().get(person)))
                .filter(person -> !spoken.contains(person))
                .boxed()
                .toList();
        List<Integer> near =
                all.stream().filter(known.get(DemoCast.MEMBER_INDEX)::contains).toList();
        return one(near.isEmpty() ? all : near, random);
    }

    /// Who shares something, and whom they know, the closest first.
    private record Author(int place, DemoCommunity community, List<MemberId> ids, List<Integer> friends) {
        MemberId id() {
            return ids.get(place);
        }

        /// Those who could say something to it: they read the language. Who lives where the author does comes first.
        List<Integer> commenters(Note note, RandomGenerator random) {
            String area = community.people().get(place).area();
            return shuffled(friends, random).stream()
                    .filter(friend -> note.isReadBy(community.people().get(friend)))
                    .sorted(Comparator.comparing(
                            friend -> !community.people().get(friend).is(area)))
                    .toList();
        }
    }

    /// Colleagues first, then those of the same trade.
    private static List<Integer> byCloseness(int person, List<Integer> friends, DemoCommunity community) {
        DemoPerson self = community.people().get(person);
        return friends.stream()
                .sorted(Comparator.comparing((Integer friend) ->
                                !community.people().get(friend).worksWith(self))
                        .thenComparing(friend -> !community.people().get(friend).is(self.sector())))
                .toList();
    }

    /// That moment, or the evening before where it is night in the city.
    private static Instant awake(Instant moment, RandomGenerator random) {
        ZonedDateTime there = moment.atZone(CITY);
        if (there.getHour() >= FIRST_HOUR && there.getHour() < LAST_HOUR) {
            return moment;
        }
        LocalDate day = there.getHour() < FIRST_HOUR ? there.toLocalDate().minusDays(1) : there.toLocalDate();
        return day.atTime(LAST_HOUR - 1, 0).atZone(CITY).toInstant().minus(Duration.ofMinutes(random.nextInt(180)));
    }

    private void share(Note note, Author author, Instant at, DemoContent content, RandomGenerator random) {
        Audience audience = random.nextInt(3) == 0 ? Audience.MEMBERS : Audience.CONNECTIONS;
        String text = note.text()
                .replace(FRIEND, "@" + handle(author.ids().get(author.friends().getFirst())));
        UpdateDraft draft =
                new UpdateDraft(text, audience, content.pictureOf(note).map(this::picture));
        if (!(doors.updates().share(author.id(), draft) instanceof ShareUpdateOutcome.Shared shared)) {
            throw new IllegalStateException("an update of the demo was refused");
        }
        UpdateId update = shared.id();
        store.backdateUpdate(update.value(), at);
        shuffled(author.friends(), random).stream()
                .limit(FEWEST_REACTIONS + random.nextInt(MOST_REACTIONS - FEWEST_REACTIONS))
                .forEach(reader -> doors.reactions().set(author.ids().get(reader), update, true));
        List<Integer> commenters = author.commenters(note, random);
        Instant moment = at;
        for (int i = 0; i < Math.min(note.comments().size(), commenters.size()); i++) {
            moment = moment.plus(Duration.ofMinutes(4 + random.nextInt(10)));
            MemberId commenter = author.ids().get(commenters.get(i));
            if (doors.comments().add(commenter, update, note.comments().get(i))
                    instanceof AddCommentOutcome.Added added) {
                store.backdateComment(added.commentId(), moment);
            }
        }
    }

    private String handle(MemberId member) {
        return doors.members().find(member).orElseThrow().handle();
    }

    /// Read as every upload is.
    private UpdateDraft.Picture picture(DemoContent.Illustration illustration) {
        if (!(doors.pictures().read(illustration.drawing().png())
                instanceof ReadPictureOutcome.Read(ReadPicture picture))) {
            throw new IllegalStateException("a picture of the demo was refused");
        }
        return new UpdateDraft.Picture(picture, illustration.shows());
    }

    /// Whom each of the community knows.
    static List<List<Integer>> known(DemoCommunity community) {
        List<List<Integer>> known = new ArrayList<>();
        community.people().forEach(_ -> known.add(new ArrayList<>()));
        List<Tie> inOrder = community.ties().stream()
                .sorted((x, y) -> x.a() == y.a() ? Integer.compare(x.b(), y.b()) : Integer.compare(x.a(), y.a()))
                .toList();
        for (Tie tie : inOrder) {
            known.get(tie.a()).add(tie.b());
            known.get(tie.b()).add(tie.a());
        }
        return known;
    }

    private static <T> List<T> shuffled(List<T> all, RandomGenerator random) {
        List<T> shuffled = new ArrayList<>(all);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    private static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
