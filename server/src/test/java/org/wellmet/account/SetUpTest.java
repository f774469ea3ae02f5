package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;

/// The first start, on a server that forgets for the length of a test that it was set up.
@ExtendWith(OutputCaptureExtension.class)
class SetUpTest extends AccountTest {
    @Autowired
    NetworkSettings network;

    @BeforeEach
    void forget() {
        sql.sql("DELETE FROM network_setting").update();
        network.readAgain();
    }

    @AfterEach
    void setUpAgain() {
        sql.sql("DELETE FROM network_setting").update();
        sql.sql("INSERT INTO network_setting (name, description, join_policy, domains, is_set_up)"
                        + " VALUES ('Wellmet', '', 'ANYONE', '', true)")
                .update();
        network.readAgain();
    }

    @Test
    void threeStepsFromAnEmptyHouseToAnOpenOne() {
        Visitor first = aStranger();
        assertThat(first.get("/join").header("Location")).isEqualTo("/set-up");
        assertThat(first.post("/forgot", "email", "a@example.org").header("Location"))
                .isEqualTo("/set-up");
        assertThat(first.get("/set-up").page().select("#code"))
                .as("at the machine itself")
                .isEmpty();

        assertThat(makeOperator(first, "first.operator@example.org").status()).isEqualTo(303);
        assertThat(first.get("/set-up").page().text()).contains("Step 2 of 3");
        assertThat(aStranger().get("/set-up").page().text()).contains("being set up");
        assertThat(aStranger().post("/set-up/name", "name", "Mine").status()).isEqualTo(404);

        assertThat(first.post("/set-up/name", "name", "Harbour City", "description", "People who work here")
                        .status())
                .isEqualTo(303);
        Answer third = first.get("/set-up");
        assertThat(third.page().text()).contains("Step 3 of 3").contains("Open Harbour City");
        assertThat(first.post("/set-up/joining", "policy", "domain", "domains", "")
                        .status())
                .isEqualTo(422);
        assertThat(first.post("/set-up/joining", "policy", "domain", "domains", "@Guild.example, other.example")
                        .header("Location"))
                .isEqualTo("/operator");

        assertThat(network.current().domains()).containsExactly("guild.example", "other.example");
        assertThat(first.get("/operator").status()).isEqualTo(200);
        assertThat(first.get("/set-up").status()).isEqualTo(404);
        assertThat(makeOperator(first, "second.operator@example.org").status()).isEqualTo(404);
        assertThat(aStranger().get("/sign-in").page().text()).contains("Harbour City", "People who work here");
    }

    @Test
    void fromElsewhereTheCodeOfTheLogIsAsked(CapturedOutput output) {
        Visitor elsewhere = newcomer(); // through a proxy, so the loopback says nothing
        assertThat(elsewhere.get("/set-up").page().select("#code")).hasSize(1);

        assertThat(makeOperator(elsewhere, "evil.operator@example.org").status())
                .isEqualTo(422);
        assertThat(elsewhere
                        .post(
                                "/set-up/operator",
                                "code",
                                "aaaa-aaaa-aaaa",
                                "name",
                                "Eve",
                                "email",
                                "evil.operator@example.org",
                                "password",
                                PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(network.hasBegun()).isFalse();
        int at = output.getAll().indexOf("Set-up code: ");
        assertThat(at).isPositive();
        String code = output.getAll().substring(at + 13, at + 13 + 14);
        assertThat(elsewhere
                        .post(
                                "/set-up/operator",
                                "code",
                                code,
                                "name",
                                "Grace",
                                "email",
                                "remote.operator@example.org",
                                "password",
                                PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(network.hasBegun()).isTrue();
    }

    @Test
    void ofManyFirstOperatorsOneIs() throws Exception {
        long before = operators();
        List<Callable<Integer>> all = java.util.stream.IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(
                        i -> () -> makeOperator(aStranger(), "racing.operator%d@example.org".formatted(i))
                                .status())
                .toList();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : many.invokeAll(all)) {
                assertThat(answer.get()).isIn(303, 404, 503);
            }
        }
        assertThat(operators()).isEqualTo(before + 1);
    }

    private long operators() {
        return sql.sql("SELECT count(*) FROM member WHERE is_operator")
                .query(Long.class)
                .single();
    }

    private static Answer makeOperator(Visitor visitor, String email) {
        return visitor.post("/set-up/operator", "name", "Grace Operator", "email", email, "password", PASSWORD);
    }
}
