package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor.Answer;

/// T14 and T15 for accounts.
class AccountLimitsTest extends AccountTest {
    @Test // T14
    void anAccountIsGuessedOnlySoOftenFromHoweverManyPlacesAtOnce() throws Exception {
        aMemberWithAccount("Ada Guessed", "ada.guessed@example.org");
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String wrong = "guess number " + i;
            guesses.add(() -> newcomer()
                    .post("/sign-in", "email", "Ada.Guessed@example.org ", "password", wrong)
                    .status());
        }
        int checked = 0;
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : many.invokeAll(guesses)) {
                checked += answer.get() == 429 ? 0 : 1;
            }
        }
        assertThat(checked).isBetween(20, 21);
        Answer refused = newcomer().post("/sign-in", "email", "ada.guessed@example.org", "password", PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test // T15
    void oneMailboxGetsOnlySoManyMailsByWhicheverRoute() {
        aMemberWithAccount("Bea Bombed", "bea.bombed@example.org");
        aMemberWithAccount("Eve Bomber", "eve.bomber@example.org");
        var eve = signedIn("eve.bomber@example.org");
        for (int i = 0; i < 4; i++) {
            newcomer().post("/forgot", "email", "bea.bombed@example.org");
            newcomer().post("/join", "name", "Eve", "email", "bea.bombed@example.org", "password", PASSWORD);
            eve.post("/settings/address", "old", PASSWORD, "email", "bea.bombed@example.org");
        }
        assertThat(mailCount("bea.bombed@example.org")).isEqualTo(4);
    }
}
