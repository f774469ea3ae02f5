package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.RoutesTest.Route;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// The canary: an observer reads every address that a member may read, about everybody concerned, and finds the same
/// bytes whether somebody with a hidden list has connections or not. The control, a list that is shown, differs.
class HiddenListTest extends ServerTest {
    /// What differs by itself: the sessions' times, and what only a secret opens. Every other route is read, those that
    /// are added later, too.
    private static final String NOT_READ = "/settings/sign-in|/static/.*|/error|/set-up|.*\\{secret}.*|/test/.*";

    private static final String WHY = "Because the tides at Halifax want measuring.";

    @Autowired
    private Connections connections;

    private MemberId observer;
    private MemberId shy;
    private MemberId friend;
    private MemberId far;
    private MemberId farther;
    private MemberId unheard;
    private Map<String, String> places;

    @BeforeEach
    void everybody() {
        //  observer -- friend -- far -- farther      shy
        observer = aMember("Olive Observer");
        shy = aMember("Shy Canary");
        friend = aMember("Frida Friend");
        far = aMember("Farid Far");
        farther = aMember("Fiona Farther");
        unheard = aMember("Unheard Of");
        connected(observer, friend);
        connected(friend, far);
        connected(far, farther);
        MemberId remote = aMember("Rhea Remote");
        connected(friend, remote);
        places = Map.of(
                "/invitations/", invitedBy(unheard),
                "/introductions/", introducedTo(remote),
                "/updates/", sharedBy(friend),
                "/pictures/", pictureOf(friend),
                "/profile/edit/", "0",
                "/vocabulary/", "skill");
    }

    private String invitedBy(MemberId inviter) {
        return row("""
                INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now, sent_at,
                                        expires_at)
                VALUES (:one, :other, 'PENDING', 'OTHER', 'We met', false, :why, now(), now() + interval '60 days')
                RETURNING id
                """, inviter, observer);
    }

    private String introducedTo(MemberId target) {
        return row("""
                INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, asked_at,
                                          expires_at)
                VALUES (:other, %d, :one, 'ASKED', :why, :why, now(), now() + interval '20 days') RETURNING id
                """.formatted(friend.value()), target, observer);
    }

    private String sharedBy(MemberId member) {
        return row("""
                INSERT INTO member_update (member_id, body, audience, posted_at)
                SELECT :one, :why, 'MEMBERS', now() WHERE :other > 0 RETURNING id
                """, member, observer);
    }

    private String pictureOf(MemberId member) {
        String id = row("""
                INSERT INTO picture (member_id, id, type, width, height, large, avatar, stored_at)
                SELECT :one, 2000000 + :one, 'image/png', 1, 1, :why::bytea, :why::bytea, now() WHERE :other > 0
                RETURNING id
                """, member, observer);
        members.showPicture(member, Long.parseLong(id));
        return id;
    }

    private String row(String insert, MemberId one, MemberId other) {
        return sql.sql(insert)
                .param("one", one.value())
                .param("other", other.value())
                .param("why", WHY)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(names = {"ME", "CONNECTIONS"})
    void nothingTellsOfAHiddenList(Audience audience) throws IOException {
        if (audience == Audience.ME) {
            connected(observer, shy); // not even to those who are connected to the one who hides
        }
        connections.showList(shy, audience);
        Map<String, String> without = everythingThatIsRead();
        connected(shy, far);
        connected(shy, farther);
        connected(shy, unheard);
        Map<String, String> with = everythingThatIsRead();

        assertThat(with.keySet()).hasSizeGreaterThan(100);
        assertThat(differences(without, with)).isEmpty();
        connections.showList(shy, Audience.MEMBERS);
        assertThat(differences(without, everythingThatIsRead()))
                .as("the control: shown, it is told of")
                .contains("/network/" + handle(audience == Audience.ME ? farther : shy));
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(address -> !one.get(address).equals(other.get(address)))
                .toList();
    }

    private Map<String, String> everythingThatIsRead() throws IOException {
        Visitor visitor = visitor(observer);
        Map<String, String> read = new TreeMap<>();
        for (String address : addresses()) {
            Visitor.Answer answer = visitor.get(address);
            assertThat(answer.status()).as(address).isNotEqualTo(429).isLessThan(500);
            read.put(address, answer.status() + " " + withoutHeadcount(withoutToken(answer.body())));
        }
        return read;
    }

    private static String withoutToken(String body) {
        return body.replaceAll("(_csrf\"[^>]* (?:value|content)=\")[^\"]*", "$1");
    }

    /// How many members there are is told to all, up to a minute old: it moves with the members of other tests.
    private static String withoutHeadcount(String body) {
        return body.replaceAll("[\\d,]+ members, you among them", "members, you among them");
    }

    private List<String> addresses() throws IOException {
        List<String> addresses =
                new ArrayList<>(List.of("/api/suggestions?lens=opportunity", "/suggestions?lens=opportunity"));
        for (Route route : RoutesTest.listed().values()) {
            if (route.method().equals("GET")
                    && !route.who().equals("OPERATORS")
                    && !route.path().matches(NOT_READ)) {
                addresses.addAll(addresses(route));
            }
        }
        for (MemberId member : List.of(shy, friend, far, farther)) {
            String handle = handle(member);
            addresses.add("/suggestions/formula?member=" + handle);
            addresses.add("/suggestions/formula?lens=opportunity&member=" + handle);
            String name = members.find(member).orElseThrow().name().replace(' ', '+');
            addresses.add("/search?q=" + name);
            addresses.add("/api/search?q=" + name);
            addresses.add("/search/suggest?q=" + name);
            addresses.add("/network?q=" + name);
        }
        return addresses;
    }

    /// Of everybody concerned, or of what stands between the observer and others; a route that names something else
    /// wants a place here.
    private List<String> addresses(Route route) {
        if (route.path().contains("{handle}")) {
            return List.of(shy, friend, far, farther).stream()
                    .map(member -> route.path().replace("{handle}", handle(member)))
                    .toList();
        }
        String path = route.path().replaceAll("\\{\\w+:([a-z-]+)\\|[^{}]*}", "$1");
        if (!path.contains("{")) {
            return List.of(path);
        }
        String place = places.entrySet().stream()
                .filter(entry -> path.replaceFirst("^/api", "").startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no place for " + route.key()));
        return List.of(path.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", place));
    }

    private String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }
}
