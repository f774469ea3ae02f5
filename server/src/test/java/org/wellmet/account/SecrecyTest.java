package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.wellmet.Visitor;

/// T28: a password is stored, logged and queued nowhere, not even for a moment.
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTest extends AccountTest {
    private static final String FIRST = "unmistakable walrus parade";
    private static final String SECOND = "inimitable ostrich gavotte";

    @Test
    void aPasswordIsInNoTableAndInNoLog(CapturedOutput output) {
        String email = "secret.keeper@example.org";
        Visitor visitor = newcomer();
        visitor.post("/join", "name", "Secret Keeper", "email", email, "password", FIRST);
        assertNowhere(output);
        visitor.post(linkIn(lastMail(email), "/join/confirm/"), "password", "wrong " + FIRST);
        visitor.post(linkIn(lastMail(email), "/join/confirm/"), "password", FIRST);
        assertNowhere(output);
        visitor.post("/sign-in", "email", email, "password", "wrong " + FIRST);
        visitor.post("/sign-in", "email", email, "email", email, "password", FIRST); // refused
        visitor.post("/settings/password", "old", FIRST, "password", SECOND);
        assertNowhere(output);
        visitor.post("/forgot", "email", email);
        visitor.post(linkIn(lastMail(email), "/forgot/"), "password", FIRST);
        assertNowhere(output);
    }

    private void assertNowhere(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain(FIRST, SECOND);
        List<String> holders = new ArrayList<>();
        List<String> tables = sql.sql("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        for (String table : tables) {
            long rows = sql.sql("SELECT count(*) FROM " + table + " AS held WHERE held::text LIKE ANY (ARRAY[:a, :b])")
                    .param("a", "%" + FIRST + "%")
                    .param("b", "%" + SECOND + "%")
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                holders.add(table);
            }
        }
        assertThat(holders).isEmpty();
    }
}
