package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;

/// T9: every route of `routes.txt` that takes somebody's id, tried with one that is really there and is not the
/// visitor's: 404, and nothing is changed.
class ForeignIdsTest extends ServerTest {
    @Autowired
    private Ties ties;

    private MemberId me;
    private Belongings seen;
    private Belongings hidden;

    /// Whose things a note speaks of. A note that is not here fails, so that each new one is thought about.
    private final Map<String, Supplier<Optional<Belongings>>> owners = Map.of(
            "own, else 404", () -> Optional.of(seen),
            "one's own, else 404", () -> Optional.of(seen),
            "received or sent by oneself, else 404", () -> Optional.of(seen),
            "any that Visibility admits, else 404", () -> Optional.of(hidden),
            // Nobody's: whoever holds the proof, every operator, the visitor's own profile, everybody.
            "a proof from a mail or a link, whoever holds it, else 404", Optional::empty,
            "any member’s or mail’s, else 404", Optional::empty,
            "own profile; the path names a section", Optional::empty,
            "everybody’s, else 404", Optional::empty,
            "a kind of vocabulary, the same for everybody", Optional::empty);

    /// One thing of each kind, by the beginning of its addresses.
    record Belongings(MemberId owner, String handle, long comment, String session, Map<String, Long> ids) {
        String address(Route route) {
            return route.path()
                    .replaceAll("\\{\\w+:([a-z-]+)\\|[^{}]*}", "$1")
                    .replace("{handle}", handle)
                    .replace("{name}", session)
                    .replaceAll("\\{comment(?:[^{}]|\\{[^{}]*})*}", Long.toString(comment))
                    .replaceAll("\\{id(?:[^{}]|\\{[^{}]*})*}", Long.toString(id(route)));
        }

        private long id(Route route) {
            return ids.entrySet().stream()
                    .filter(entry -> route.path().startsWith(entry.getKey()))
                    .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(0L);
        }
    }

    @BeforeEach
    void everybody() {
        me = anOperator("Visitor Of Others");
        seen = belongings(anOperator("Seen Owner"));
        hidden = belongings(anOperator("Hidden Owner"));
        ties.block(hidden.owner(), me);
    }

    @Test
    void whatIsAnothersIsNotHereAndStaysAsItWas() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Route route : RoutesTest.listed().values()) {
            if (route.path().contains("{")) {
                assertThat(owners).as(route.key()).containsKey(route.note());
                owners.get(route.note()).get().ifPresent(theirs -> tryOut(route, theirs, wrong));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void tryOut(Route route, Belongings theirs, List<String> wrong) {
        String address = theirs.address(route);
        assertThat(address).doesNotContain("{", "/0/").doesNotEndWith("/0");
        boolean isShownById = route.method().equals("GET") && route.path().contains("{id");
        if (isShownById && visitor(theirs.owner()).get(address).status() != 200) {
            wrong.add(route.key() + " is not even there for its owner");
        }
        String before = new Rows(sql).of(theirs.owner());
        Answer answer = call(visitor(me), route, address);
        if (answer.status() != 404) {
            wrong.add(route.key() + " answered " + answer.status());
        }
        if (!new Rows(sql).of(theirs.owner()).equals(before)) {
            wrong.add(route.key() + " changed something");
        }
    }

    private static Answer call(Visitor visitor, Route route, String address) {
        return switch (route.method()) {
            case "GET" -> visitor.get(address);
            case "POST" ->
                route.path().startsWith("/api/")
                        ? visitor.send("POST", address, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        : visitor.post(address, "text", "Nobody is to read this.", "useful", "true");
            default -> visitor.send(route.method(), address, "application/x-www-form-urlencoded", new byte[0]);
        };
    }

    private Belongings belongings(MemberId owner) {
        MemberId third = aMember("Third Party");
        long invitation = row("""
                INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now, sent_at,
                                        expires_at)
                SELECT id, %d, 'PENDING', 'OTHER', 'We met', false, 'Because this is another''s.', now(),
                       now() + interval '60 days'
                  FROM member WHERE id = :owner RETURNING id
                """.formatted(third.value()), owner);
        long position = row("""
                INSERT INTO profile_position (member_id, title, organisation, area, from_year, from_month, to_year,
                                              to_month, description)
                VALUES (:owner, 'Keeper', 'Lighthouse', '', 2020, 1, 0, 0, '') RETURNING id
                """, owner);
        long update = row("""
                INSERT INTO member_update (member_id, body, audience, posted_at)
                VALUES (:owner, 'For everybody', 'PUBLIC', now()) RETURNING id
                """, owner);
        long comment = row("""
                INSERT INTO update_comment (author_id, update_id, member_id, body, posted_at)
                VALUES (:owner, %d, :owner, 'My own', now()) RETURNING id
                """.formatted(update), owner);
        long picture = row("""
                INSERT INTO picture (member_id, id, type, width, height, large, avatar, stored_at)
                VALUES (:owner, 1000000 + :owner, 'image/png', 1, 1, '\\x00', '\\x00', now()) RETURNING id
                """, owner);
        members.showPicture(owner, picture);
        long link = row("""
                INSERT INTO join_link (member_id, secret_hash, note, max_uses, created_at, expires_at)
                VALUES (:owner, sha256(('link ' || :owner)::bytea), '', 1, now(), now() + interval '1 day') RETURNING id
                """, owner);
        long outside = row("""
                INSERT INTO outside_invitation (member_id, secret_hash, note, why_now, max_uses, created_at, expires_at)
                VALUES (:owner, sha256(('outside ' || :owner)::bytea), '', 'Because this is another''s.', 1, now(),
                        now() + interval '1 day') RETURNING id
                """, owner);
        MemberId connector = aMember("Con Nector");
        connected(owner, connector);
        connected(connector, third);
        long introduction = row("""
                INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, asked_at,
                                          expires_at)
                VALUES (:owner, %d, %d, 'ASKED', 'Because this is another''s.', 'Because this is another''s.', now(),
                        now() + interval '20 days')
                RETURNING id
                """.formatted(connector.value(), third.value()), owner);
        String session =
                sql.sql("""
                        INSERT INTO session (member_id, key_hash, browser, system, created_at, last_seen_at)
                        VALUES (:owner, sha256(('session ' || :owner)::bytea), 'Firefox', 'Linux', now(), now())
                        RETURNING encode(key_hash, 'hex')
                        """).param("owner", owner.value()).query(String.class).single();
        return new Belongings(
                owner,
                members.find(owner).orElseThrow().handle(),
                comment,
                session,
                Map.ofEntries(
                        Map.entry("/introductions/", introduction),
                        Map.entry("/api/introductions/", introduction),
                        Map.entry("/invitations/", invitation),
                        Map.entry("/api/invitations/", invitation),
                        Map.entry("/invitations/outside/", outside),
                        Map.entry("/api/invitations/outside/", outside),
                        Map.entry("/profile/edit/", position),
                        Map.entry("/updates/", update),
                        Map.entry("/api/updates/", update),
                        Map.entry("/pictures/", picture),
                        Map.entry("/operator/links/", link)));
    }

    private long row(String insert, MemberId owner) {
        return sql.sql(insert).param("owner", owner.value()).query(Long.class).single();
    }
}
