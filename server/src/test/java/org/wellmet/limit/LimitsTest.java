package org.wellmet.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.wellmet.FreshDatabase;
import org.wellmet.fake.FakeClock;
import org.wellmet.limit.LimitOutcome.Allowed;
import org.wellmet.limit.LimitOutcome.Exhausted;
import org.wellmet.settings.Settings;

class LimitsTest {
    private static final HikariDataSource POOL = FreshDatabase.pool();
    private static final LimitKey ADA = LimitKey.ofMember(1);

    private final FakeClock clock = new FakeClock();
    private final Limits limits = new Limits(POOL, clock);

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void whatIsGivenBackMayBeTakenAgainAndNeverMoreThanThereWere() {
        Limit two = new Limit("test.given-back", 2, Duration.ofHours(1), "why");
        LimitKey key = LimitKey.ofMember(4_711);
        assertThat(limits.take(two, key)).isInstanceOf(Allowed.class);
        assertThat(limits.take(two, key)).isInstanceOf(Allowed.class);
        limits.giveBack(two, key);
        assertThat(limits.take(two, key)).isInstanceOf(Allowed.class);
        assertThat(limits.take(two, key)).isInstanceOf(Exhausted.class);

        for (int given = 0; given < 5; given++) {
            limits.giveBack(two, key);
        }

        assertThat(limits.take(two, key)).isInstanceOf(Allowed.class);
        assertThat(limits.take(two, key)).isInstanceOf(Allowed.class);
        assertThat(limits.take(two, key)).isInstanceOf(Exhausted.class);
    }

    @Test
    void exactlyAsManyPassAsTheLimitAllowsUnder64ParallelRequests() throws Exception { // T14
        Limit limit = new Limit("test.parallel", 10, Duration.ofHours(1), "A test.");
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<LimitOutcome>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (int request = 0; request < 64; request++) {
                outcomes.add(threads.submit(() -> {
                    gate.await();
                    return limits.take(limit, ADA);
                }));
            }
            gate.countDown();
        }
        int allowed = 0;
        for (Future<LimitOutcome> outcome : outcomes) {
            allowed += outcome.get() instanceof Allowed ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(10);
    }

    @Test
    void whoeverIsRefusedLearnsWhenThereIsRoomAgain() {
        Limit limit = new Limit("test.retry", 2, Duration.ofHours(1), "A test.");
        limits.take(limit, ADA);
        limits.take(limit, ADA);
        assertThat(limits.take(limit, ADA))
                .isEqualTo(new Exhausted(clock.instant().plus(Duration.ofMinutes(30))));
        assertThat(limits.take(limit, LimitKey.ofMember(2))).isEqualTo(new Allowed());
        clock.forward(Duration.ofMinutes(30));
        assertThat(limits.take(limit, ADA)).isEqualTo(new Allowed());
        assertThat(limits.take(limit, ADA)).isInstanceOf(Exhausted.class);
    }

    @Test
    void aCountSurvivesARestartAndIsSharedBetweenNodes() {
        Limit limit = new Limit("test.nodes", 1, Duration.ofHours(1), "A test.");
        limits.take(limit, ADA);
        assertThat(new Limits(POOL, clock).take(limit, ADA)).isInstanceOf(Exhausted.class);
    }

    @Test
    void countsThatHaveRefilledAreForgotten() {
        Limit limit = new Limit("test.clean", 1, Duration.ofSeconds(1), "A test.");
        for (int member = 0; member < 400; member++) {
            limits.take(limit, LimitKey.ofMember(member));
        }
        clock.forward(Duration.ofDays(36_500)); // Bucket4j dates the expiry by the machine's clock
        for (int take = 0; take < 600; take++) {
            limits.take(limit, LimitKey.ofEverybody());
        }
        assertThat(JdbcClient.create(POOL)
                        .sql("SELECT count(*) FROM limit_bucket WHERE key LIKE 'test.clean %'")
                        .query(Integer.class)
                        .single())
                .isLessThan(10);
    }

    @Test
    void aFreshAddressOutOfTheSameNetworkGivesNoFreshCount() { // T14
        assertThat(LimitKey.ofAddress(InetAddress.ofLiteral("2001:db8:1:2::1")))
                .isEqualTo(LimitKey.ofAddress(InetAddress.ofLiteral("2001:db8:1:2:ffff:1:2:3")))
                .isNotEqualTo(LimitKey.ofAddress(InetAddress.ofLiteral("2001:db8:1:3::1")));
        assertThat(LimitKey.ofAddress(InetAddress.ofLiteral("::ffff:192.0.2.1")))
                .isEqualTo(LimitKey.ofAddress(InetAddress.ofLiteral("192.0.2.1")))
                .isNotEqualTo(LimitKey.ofAddress(InetAddress.ofLiteral("192.0.2.2")));
        assertThat(LimitKey.ofMail(" Ada+news@Example.org")).isEqualTo(LimitKey.ofMail("ada@example.org"));
        assertThat(LimitKey.ofMail("ada@example.org").value()).doesNotContain("ada");
    }

    @Test
    void aForwardedAddressIsBelievedOnlyFromATrustedProxy() { // T14
        ClientAddresses trusting = trusting("10.0.0.1, 10.0.0.2");
        assertThat(trusting("").of(request("192.0.2.1", "203.0.113.9"))).hasToString("/192.0.2.1");
        assertThat(trusting.of(request("192.0.2.1", "203.0.113.9"))).hasToString("/192.0.2.1");
        assertThat(trusting.of(request("10.0.0.1", "198.51.100.7, 203.0.113.9")))
                .hasToString("/203.0.113.9");
        assertThat(trusting.of(request("10.0.0.1", "198.51.100.7, 203.0.113.9, 10.0.0.2")))
                .hasToString("/203.0.113.9");
        assertThat(trusting.of(request("10.0.0.1", "203.0.113.9, evil.example")))
                .hasToString("/10.0.0.1");
        assertThat(trusting.of(request("10.0.0.1", ""))).hasToString("/10.0.0.1");
    }

    private static ClientAddresses trusting(String proxies) {
        return new ClientAddresses(Settings.read(Map.of("wellmet.trusted-proxies", proxies)::get));
    }

    private static MockHttpServletRequest request(String remote, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.addHeader("X-Forwarded-For", forwarded);
        return request;
    }
}
