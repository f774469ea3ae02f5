package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// What networks have been broken by, tried on every route of this package through whole requests. The routes are
/// enumerated: one that is not listed here fails.
class IntroductionAbuseTest extends IntroductionRoutes {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void everyRouteIsListed() {
        Set<String> found = new TreeSet<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.getBeanType().getPackageName().equals("org.wellmet.introduction")) {
                route.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> route.getPatternValues().forEach(pattern -> found.add(verb + " " + pattern)));
            }
        });
        Set<String> listed = new TreeSet<>(CHANGING);
        listed.addAll(READING);

        assertThat(found).isEqualTo(listed);
    }

    @Test // T3
    void absentBlockedAndSuspendedAreTheSameBytesInEveryLanguageAndFormat() {
        Trio trio = aTrio();
        MemberId blocker = aMember("Block Er");
        connected(trio.connector(), blocker);
        ties.block(blocker, trio.asker());
        MemberId suspended = aMember("Sus Pended");
        connected(trio.connector(), suspended);
        members.suspend(suspended);
        for (String language : List.of("en", "fr")) {
            Visitor visitor = visitor(trio.asker()).with("Accept-Language", language);
            for (String route : NAMING_A_MEMBER) {
                Set<String> answers = new TreeSet<>();
                for (String target : List.of("nobody-of-that-name", handle(blocker), handle(suspended))) {
                    Visitor.Answer answer = call(visitor, route, target, handle(trio.connector()), 0);
                    answers.add(answer.status() + " " + answer.header("Content-Type") + " " + tokenless(answer));
                }
                assertThat(answers).as(language + " " + route).hasSize(1);
                assertThat(answers.iterator().next()).startsWith("404 ");
            }
        }
    }

    @Test // T3, T4
    void whoeverIsNotOfferedGetsTheSameBytesAsNobody() {
        Trio trio = aTrio();
        MemberId stranger = aMember("Sam Stranger");
        MemberId hidden = aMember("Hid Den");
        connected(trio.asker(), hidden);
        connected(hidden, trio.target());
        connections.showList(hidden, Audience.ME);
        String before = state(trio.all());
        for (String route : List.of("POST /members/{handle}/introduction", "POST /api/introductions")) {
            Set<String> answers = new TreeSet<>();
            for (String via : List.of("nobody-of-that-name", handle(stranger), handle(hidden))) {
                Visitor.Answer answer = call(visitor(trio.asker()), route, handle(trio.target()), via, 0);
                answers.add(answer.status() + " " + tokenless(answer).replace(via, ""));
            }
            assertThat(answers).as(route).hasSize(1);
            assertThat(answers.iterator().next()).startsWith("409 ");
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T9
    void anothersIntroductionIsNotThereOnAnyRoute() {
        Trio trio = aTrio();
        long asked = asked(trio);
        MemberId mallory = aMember("Mallory Malice");
        String before = state(trio.all());

        for (String route : CHANGING) {
            if (route.contains("{id")) {
                String verb = route.substring(route.lastIndexOf('/') + 1);
                List<MemberId> foreign = switch (verb) {
                    case "forward", "decline" -> List.of(mallory, trio.asker(), trio.target());
                    case "accept", "reply" -> List.of(mallory, trio.asker(), trio.connector(), trio.target());
                    case "withdraw" -> List.of(mallory, trio.connector(), trio.target());
                    default -> throw new IllegalStateException(route);
                };
                for (MemberId other : foreign) {
                    Visitor.Answer there = call(visitor(other), route, "", "", asked);
                    Visitor.Answer absent = call(visitor(other), route, "", "", 999_999_999_999L);
                    assertThat(there.status()).as(route).isEqualTo(404);
                    assertThat(tokenless(there)).as(route).isEqualTo(tokenless(absent));
                }
            }
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T9
    void nobodyGetsAnywhereWithoutSigningIn() {
        Trio trio = aTrio();
        long asked = asked(trio);
        String before = state(trio.all());
        for (String route : CHANGING) {
            assertThat(call(aStranger(), route, handle(trio.target()), handle(trio.connector()), asked)
                            .status())
                    .as(route)
                    .isIn(401, 403);
        }
        for (String route : READING) {
            assertThat(call(aStranger(), route, handle(trio.target()), "", asked)
                            .status())
                    .as(route)
                    .isIn(302, 303, 401, 403);
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @ParameterizedTest(name = "the pair {0}, laid by the second: {1}") // T11
    @CsvSource({"0 1, false", "0 1, true", "1 2, false", "1 2, true", "0 2, false", "0 2, true"})
    void aBlockBetweenAnyTwoHoldsOnEveryChangingRoute(String pair, boolean bySecond) {
        for (boolean isForwarded : List.of(false, true)) {
            Trio trio = aTrio();
            long id = isForwarded ? forwarded(trio) : asked(trio);
            MemberId one = trio.all()[pair.charAt(0) - '0'];
            MemberId other = trio.all()[pair.charAt(2) - '0'];
            ties.block(bySecond ? other : one, bySecond ? one : other);
            assertThat(status(id)).isEqualTo("VOIDED");
            String before = state(trio.all());

            for (String route : CHANGING) {
                if (route.contains("{id") && !route.contains("withdraw")) {
                    for (MemberId member : trio.all()) {
                        assertThat(call(visitor(member), route, "", "", id).status())
                                .as(route)
                                .isIn(303, 404, 409);
                    }
                }
            }
            assertThat(state(trio.all())).isEqualTo(before);
            for (String route : List.of("POST /members/{handle}/introduction", "POST /api/introductions")) {
                assertThat(call(visitor(trio.asker()), route, handle(trio.target()), handle(trio.connector()), 0)
                                .status())
                        .as(route)
                        .isIn(404, 409);
            }
            assertThat(state(trio.all())).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "{0}") // T17
    @ValueSource(booleans = {false, true})
    void readingChangesNothing(boolean isForwarded) {
        Trio trio = aTrio();
        long id = isForwarded ? forwarded(trio) : asked(trio);
        String before = state(trio.all());
        List<String> all = new ArrayList<>(CHANGING);
        all.addAll(READING);
        for (String route : all) {
            for (MemberId member : trio.all()) {
                for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                    visitor(member).send(method, path(route, handle(trio.target()), id), "text/plain", new byte[0]);
                }
            }
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Trio trio = aTrio();
        long id = asked(trio);
        String before = state(trio.all());
        for (String route : CHANGING) {
            for (MemberId member : trio.all()) {
                assertThat(visitor(member)
                                .forge(path(route, handle(trio.target()), id), "words", WORDS.text())
                                .status())
                        .as(route)
                        .isEqualTo(403);
            }
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T9, T10
    void oneOfWhichAMemberIsGoneIsNotThereOnAnyRoute() {
        for (int part = 0; part < 3; part++) {
            Trio trio = aTrio();
            long id = forwarded(trio);
            MemberId gone = trio.all()[part];
            members.delete(gone);
            List<MemberId> left =
                    Stream.of(trio.all()).filter(member -> !member.equals(gone)).toList();
            String before = state(trio.all());
            for (MemberId member : left) {
                for (String route : Stream.concat(
                                onOne().stream(), READING.stream().filter(one -> one.contains("{id")))
                        .toList()) {
                    Visitor.Answer there = call(visitor(member), route, "", "", id);
                    assertThat(there.status()).as(route).isEqualTo(404);
                    assertThat(tokenless(there))
                            .as(route)
                            .isEqualTo(tokenless(call(visitor(member), route, "", "", 999_999_999_999L)));
                }
            }
            assertThat(state(trio.all())).isEqualTo(before);
        }
    }

    @Test // T10
    void whoLostTheConnectionPassesNothingOnAndWhoWasReachedByItAnswersNothing() {
        for (String api : List.of("", "/api")) {
            Trio asked = aTrio();
            long waiting = asked(asked);
            ties.remove(asked.asker(), asked.connector());
            String before = state(asked.all());
            assertThat(call(
                                    visitor(asked.connector()),
                                    "POST " + api + "/introductions/" + ID + "/forward",
                                    "",
                                    "",
                                    waiting)
                            .status())
                    .isEqualTo(api.isEmpty() ? 303 : 409);
            assertThat(state(asked.all())).isEqualTo(before);

            Trio passed = aTrio();
            long forwarded = forwarded(passed);
            ties.remove(passed.connector(), passed.asker());
            String after = state(passed.all());
            for (String verb : List.of("accept", "reply", "decline")) {
                assertThat(call(
                                        visitor(passed.target()),
                                        "POST " + api + "/introductions/" + ID + "/" + verb,
                                        "",
                                        "",
                                        forwarded)
                                .status())
                        .as(verb)
                        .isEqualTo(404);
            }
            assertThat(state(passed.all())).isEqualTo(after);
        }
    }
}
