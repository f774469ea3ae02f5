package org.wellmet.introduction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wellmet.Races;
import org.wellmet.Races.Verbs;
import org.wellmet.member.MemberId;

/// Two verbs on one introduction, barrier-started, again and again on fresh trios, several at a time.
abstract class IntroductionRaces extends IntroductionTest {
    private final Races races = new Races();

    /// What can happen to an introduction, by anyone.
    final Map<String, Consumer<Race>> verbs = verbs();

    /// A trio and its introduction; no id where none is asked yet.
    record Race(Trio trio, long id) {}

    private Map<String, Consumer<Race>> verbs() {
        Map<String, Consumer<Race>> all = new LinkedHashMap<>();
        all.put("forward", race -> introductions.forward(race.trio().connector(), race.id(), WORDS));
        all.put("connector declines", race -> declineUnseen(race.trio().connector(), race.id()));
        all.put("accept", race -> introductions.accept(race.trio().target(), race.id()));
        all.put("target declines", race -> declineUnseen(race.trio().target(), race.id()));
        all.put("withdraw", race -> introductions.withdraw(race.trio().asker(), race.id()));
        all.put(
                "lapse",
                race -> sql.sql("UPDATE introduction SET expires_at = now() WHERE id = :id")
                        .param("id", race.id())
                        .update());
        all.put(
                "asker blocks target",
                race -> ties.block(race.trio().asker(), race.trio().target()));
        all.put(
                "target blocks asker",
                race -> ties.block(race.trio().target(), race.trio().asker()));
        all.put(
                "connector blocks asker",
                race -> ties.block(race.trio().connector(), race.trio().asker()));
        all.put(
                "target blocks connector",
                race -> ties.block(race.trio().target(), race.trio().connector()));
        all.put(
                "connector leaves asker",
                race -> ties.remove(race.trio().connector(), race.trio().asker()));
        all.put(
                "target leaves connector",
                race -> ties.remove(race.trio().target(), race.trio().connector()));
        all.put("asker deletes account", race -> members.delete(race.trio().asker()));
        all.put("connector deletes account", race -> members.delete(race.trio().connector()));
        all.put("target deletes account", race -> members.delete(race.trio().target()));
        all.put("reply", race -> introductions.reply(race.trio().target(), race.id(), "Tell me more."));
        all.put("ask", race -> ask(race.trio()));
        return all;
    }

    /// The races that were run, `times` of one verb against another, all from one state.
    List<Race> race(int times, IntroductionStatus from, String left, String right) {
        Consumer<Race> one = Objects.requireNonNull(verbs.get(left), left);
        Consumer<Race> other = Objects.requireNonNull(verbs.get(right), right);
        List<Race> all = transactions.call(() -> races(times, from));
        races.run(all.stream()
                .map(race -> new Verbs(() -> one.accept(race), () -> other.accept(race)))
                .toList());
        return all;
    }

    /// What the schema had to refuse.
    List<String> refusals() {
        return races.refusals();
    }

    /// Trios in bulk, without the ceremony: a race is what costs here. Without a state, nothing is asked.
    private List<Race> races(int count, IntroductionStatus from) {
        List<MemberId> all = Races.racers(sql, 3 * count);
        List<Trio> trios = IntStream.range(0, count)
                .mapToObj(i -> new Trio(all.get(3 * i), all.get(3 * i + 1), all.get(3 * i + 2)))
                .toList();
        tied(trios, Trio::asker, Trio::connector);
        tied(trios, Trio::connector, Trio::target);
        if (from == IntroductionStatus.LAPSED) {
            return trios.stream().map(trio -> new Race(trio, 0)).toList();
        }
        List<Long> ids = written(trios, from);
        return IntStream.range(0, count)
                .mapToObj(i -> new Race(trios.get(i), ids.get(i)))
                .toList();
    }

    private void tied(List<Trio> trios, Function<Trio, MemberId> one, Function<Trio, MemberId> other) {
        for (String statement : List.of("""
                INSERT INTO connection (member_id, other_id, since)
                SELECT one, other, now() FROM unnest(:ones::bigint[], :others::bigint[]) AS pair (one, other)
                UNION ALL
                SELECT other, one, now() FROM unnest(:ones::bigint[], :others::bigint[]) AS pair (one, other)
                """, """
                INSERT INTO change (at, kind, member_id, other_id)
                SELECT now(), 'connection.made', one, other
                  FROM unnest(:ones::bigint[], :others::bigint[]) AS pair (one, other)
                """)) {
            sql.sql(statement)
                    .param("ones", values(trios.stream().map(one)))
                    .param("others", values(trios.stream().map(other)))
                    .update();
        }
    }

    private List<Long> written(List<Trio> trios, IntroductionStatus status) {
        return sql.sql("""
                        INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, words,
                                                  asked_at, expires_at, forwarded_at)
                        SELECT asker, connector, target, :status, 'Because this is a race.', 'Because this is a race.',
                               CASE WHEN :status = 'FORWARDED' THEN 'Because this is a race.' END, now(),
                               now() + interval '20 days', CASE WHEN :status = 'FORWARDED' THEN now() END
                          FROM unnest(:askers::bigint[], :connectors::bigint[], :targets::bigint[])
                               WITH ORDINALITY AS trio (asker, connector, target, number)
                         ORDER BY number
                        RETURNING id
                        """)
                .param("status", status.name())
                .param("askers", values(trios.stream().map(Trio::asker)))
                .param("connectors", values(trios.stream().map(Trio::connector)))
                .param("targets", values(trios.stream().map(Trio::target)))
                .query(Long.class)
                .list();
    }

    private static Long[] values(Stream<MemberId> members) {
        return members.map(MemberId::value).toArray(Long[]::new);
    }

    /// What must never be, of any introduction of these trios; empty when all is well.
    List<String> faults(List<Race> races) {
        return sql.sql("""
                        WITH three AS (
                            SELECT * FROM unnest(:askers::bigint[], :connectors::bigint[], :targets::bigint[])
                                     AS trio (asker, connector, target)),
                        sides AS (
                            SELECT three.*, ARRAY[asker, connector, target] AS all_three,
                                   EXISTS (SELECT 1 FROM connection WHERE member_id = asker AND other_id = target) AS is_met
                              FROM three)
                        SELECT 'connected and blocked' FROM sides
                          JOIN connection ON member_id = ANY(all_three) AND other_id = ANY(all_three)
                          JOIN block USING (member_id, other_id)
                        UNION ALL
                        SELECT 'open and blocked' FROM sides JOIN introduction ON asker_id = asker
                         WHERE status IN ('ASKED', 'FORWARDED') AND expires_at > now()
                           AND EXISTS (SELECT 1 FROM block WHERE member_id = ANY(all_three) AND other_id = ANY(all_three))
                        UNION ALL
                        SELECT 'open and not whole' FROM sides JOIN introduction ON asker_id = asker
                         WHERE status IN ('ASKED', 'FORWARDED') AND expires_at > now()
                           AND (NOT EXISTS (SELECT 1 FROM connection WHERE member_id = asker AND other_id = connector)
                                OR NOT EXISTS (SELECT 1 FROM connection WHERE member_id = connector AND other_id = target)
                                OR is_met)
                        UNION ALL
                        SELECT 'accepted and neither connected nor blocked' FROM sides JOIN introduction ON asker_id = asker
                         WHERE status = 'ACCEPTED'
                           AND NOT is_met
                           AND NOT EXISTS (SELECT 1 FROM block WHERE (member_id, other_id) IN ((asker, target), (target, asker)))
                        UNION ALL
                        SELECT 'connected without a yes' FROM sides
                         WHERE is_met
                           AND NOT EXISTS (SELECT 1 FROM introduction WHERE asker_id = asker AND status = 'ACCEPTED')
                           AND EXISTS (SELECT 1 FROM member WHERE id = connector)
                        UNION ALL
                        SELECT 'talking and blocked, or talking and connected' FROM sides
                          JOIN invitation ON (inviter_id, invitee_id) IN ((asker, target), (target, asker))
                         WHERE status = 'PENDING'
                           AND (is_met OR EXISTS (SELECT 1 FROM block
                                                   WHERE (member_id, other_id) IN ((asker, target), (target, asker))))
                        """)
                .param("askers", values(races.stream().map(race -> race.trio().asker())))
                .param(
                        "connectors",
                        values(races.stream().map(race -> race.trio().connector())))
                .param("targets", values(races.stream().map(race -> race.trio().target())))
                .query(String.class)
                .list();
    }
}
