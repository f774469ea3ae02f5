package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;

/// What networks have been broken by, tried on every route of `routes.txt` and so on those that are added later, pages
/// and JSON alike: somebody who is in all of a member's lists vanishes from all of them at once.
class AbuseTest extends AbuseWorld {
    /// What may go on naming somebody whom one blocked oneself, and take the block back.
    private static final String ONES_OWN_BLOCKS = "/settings/blocked.*|/api/blocks.*|/block/.*";

    /// How somebody comes to be absent for the viewer.
    enum End {
        BLOCKS_THE_VIEWER {
            @Override
            void of(AbuseTest test, MemberId member) {
                test.ties.block(member, test.viewer);
            }
        },
        IS_BLOCKED_BY_THE_VIEWER {
            @Override
            void of(AbuseTest test, MemberId member) {
                test.ties.block(test.viewer, member);
            }
        },
        IS_SUSPENDED {
            @Override
            void of(AbuseTest test, MemberId member) {
                test.members.suspend(member);
            }
        };

        abstract void of(AbuseTest test, MemberId member);
    }

    @ParameterizedTest // T1, T2, T4, T6, T10
    @EnumSource
    void whoIsAbsentIsNamedOnNoPageAndInNoJson(End end) throws IOException {
        assertThat(naming(_ -> {})).as("the control: places that name them").hasSizeGreaterThan(15);

        assertThat(naming(visitor -> {
                    end.of(this, stranger);
                    end.of(this, friend);
                }))
                .filteredOn(address -> end != End.IS_BLOCKED_BY_THE_VIEWER || !address.matches(ONES_OWN_BLOCKS))
                .isEmpty();
    }

    /// Where the viewer reads the name or the handle of somebody who vanishes.
    private List<String> naming(Consumer<Visitor> before) throws IOException {
        Visitor visitor = visitor(viewer);
        before.accept(visitor);
        List<String> naming = new ArrayList<>();
        for (Route route : RoutesTest.listed().values()) {
            if (isRead(route)) {
                for (String address : addresses(route)) {
                    Answer answer = visitor.get(address);
                    assertThat(answer.status()).as(address).isLessThan(500).isNotEqualTo(429);
                    if (names(answer, address)) {
                        naming.add(address);
                    }
                }
            }
        }
        return naming;
    }

    private boolean names(Answer answer, String address) {
        String said = answer.body().replace(address, "").replaceAll("name=\"back\" value=\"[^\"]*\"", "");
        return said.contains(surname) || said.contains(handle(stranger)) || said.contains(handle(friend));
    }

    @ParameterizedTest // T3
    @EnumSource
    void whoIsAbsentAnswersAsWhoNeverWas(End end) throws IOException {
        end.of(this, stranger);
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            Visitor visitor = visitor(viewer).with("Accept-Language", language);
            for (Route route : RoutesTest.listed().values()) {
                boolean isOwnBlock =
                        end == End.IS_BLOCKED_BY_THE_VIEWER && route.path().matches(ONES_OWN_BLOCKS);
                if (route.path().contains("{handle}") && !route.who().equals("OPERATORS") && !isOwnBlock) {
                    String gone = said(call(visitor, route, handle(stranger)), handle(stranger));
                    String never = said(call(visitor, route, "nobody-at-all"), "nobody-at-all");
                    if (!gone.equals(never)) {
                        wrong.add(language + " " + route.key() + "\n" + gone + "\n" + never);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String said(Answer answer, String handle) {
        return answer.status() + " "
                + answer.body().replace(handle, "").replaceAll("(_csrf\"[^>]* (?:value|content)=\")[^\"]*", "$1");
    }

    @ParameterizedTest // T9, T10, T11
    @EnumSource
    void noChangeReachesWhoIsAbsent(End end) throws IOException {
        end.of(this, stranger);
        end.of(this, friend);
        String before = new Rows(sql).of(List.of(viewer, between, stranger, friend));
        List<String> wrong = new ArrayList<>();
        for (MemberId member : List.of(stranger, friend)) {
            for (Route route : RoutesTest.listed().values()) {
                boolean isOwnBlock =
                        end == End.IS_BLOCKED_BY_THE_VIEWER && route.path().matches(ONES_OWN_BLOCKS);
                boolean names = route.path().contains("{handle}")
                        || route.path().matches("(/api)?/(invitations|introductions|updates)/\\{id.*");
                if (route.isChange() && names && !isOwnBlock) {
                    int status = call(visitor(viewer), route, handle(member)).status();
                    if (status != 404) {
                        wrong.add(route.key() + " answered " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(new Rows(sql).of(List.of(viewer, between, stranger, friend))).isEqualTo(before);
    }
}
