package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.member.MemberId;

/// T13: 64 at once, one effect.
class JoinRaceTest extends AccountTest {
    private static final int AT_ONCE = 64;

    @Autowired
    NetworkSettings network;

    @Autowired
    JoinLinks links;

    @AfterEach
    void letAnyoneJoinAgain() {
        network.change(anOperator("Op After"), now -> now.joinedBy(JoinPolicy.ANYONE, List.of()));
    }

    @Test
    void sixtyFourRedeemsOfASingleUseLinkMakeOneAccount() throws Exception {
        MemberId operator = anOperator("Op Race");
        network.change(operator, now -> now.joinedBy(JoinPolicy.LINK, List.of()));
        String made = links.make(operator, new JoinLinks.Wish("race", 1, Duration.ofDays(1)));
        long link = links.find(new Secret(made.substring(made.lastIndexOf('/') + 1)))
                .orElseThrow();

        List<Integer> answers = atOnce(i -> "race%d@example.org".formatted(i), Optional.of(link), AT_ONCE);

        assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 404)).hasSize(AT_ONCE - 1);
        assertThat(accounts("race%@example.org")).isOne();
        assertThat(links.of(operator).getFirst().uses()).isOne();
    }

    @Test
    void sixtyFourSignUpsOfOneAddressMakeOneAccount() throws Exception {
        List<Integer> answers = atOnce(_ -> "onlyone@example.org", Optional.empty(), AT_ONCE);

        assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
        assertThat(accounts("onlyone@example.org")).isOne();
    }

    /// Confirms so many sign-ups in one moment; who is told that the server is busy comes again, as people do.
    private List<Integer> atOnce(IntFunction<String> email, Optional<Long> link, int count) throws Exception {
        SignUpStore signUps = new SignUpStore(sql);
        String hash = passwords.hash(PASSWORD);
        List<Callable<Integer>> confirmations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Secret secret = new Secret("race-%d-%s".formatted(i, email.apply(i)));
            signUps.insert(
                    secret,
                    new SignUpStore.SignUp(new EmailAddress(email.apply(i)), "Racer", hash, link, Optional.empty()),
                    Instant.parse("2100-01-01T00:00:00Z"));
            confirmations.add(() -> {
                int status = 503;
                while (status == 503) {
                    status = newcomer()
                            .post("/join/confirm/" + secret.text(), "password", PASSWORD)
                            .status();
                }
                return status;
            });
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : many.invokeAll(confirmations)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private long accounts(String like) {
        return sql.sql("SELECT count(*) FROM account WHERE email LIKE :like")
                .param("like", like)
                .query(Long.class)
                .single();
    }
}
