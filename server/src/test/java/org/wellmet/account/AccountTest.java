package org.wellmet.account;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;

/// What the tests of accounts share: members who have one, and visitors who each come from a place of their own.
abstract class AccountTest extends ServerTest {
    static final String PASSWORD = "four quiet herons wade";

    private static final AtomicInteger PLACES = new AtomicInteger();

    @Autowired
    Passwords passwords;

    /// Somebody from an address of their own, so that the limits count them alone.
    Visitor newcomer() {
        int place = PLACES.incrementAndGet();
        return aStranger().with("X-Forwarded-For", "10.%d.%d.1".formatted(place / 250, place % 250));
    }

    MemberId aMemberWithAccount(String name, String email) {
        return withAccount(aMember(name), email);
    }

    MemberId anOperatorWithAccount(String name, String email) {
        return withAccount(anOperator(name), email);
    }

    /// A browser in which whoever has this address is signed in, with a password and a cookie.
    Visitor signedIn(String email) {
        Visitor visitor = newcomer();
        Answer answer = visitor.post("/sign-in", "email", email, "password", PASSWORD);
        if (answer.status() != 303) {
            throw new IllegalStateException("not signed in: " + answer.status());
        }
        return visitor;
    }

    @Autowired
    private Errands errands;

    /// The last mail to this address.
    String lastMail(String email) {
        awaitErrands();
        return sql.sql("SELECT coalesce(body, '') FROM mail WHERE to_address = :to ORDER BY id DESC LIMIT 1")
                .param("to", email)
                .query(String.class)
                .optional()
                .orElse("");
    }

    long mailCount(String email) {
        awaitErrands();
        return sql.sql("SELECT count(*) FROM mail WHERE to_address = :to")
                .param("to", email)
                .query(Long.class)
                .single();
    }

    /// Until what was asked for is done.
    void awaitErrands() {
        try {
            if (!errands.awaitDone()) {
                throw new IllegalStateException("an errand takes too long");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// The path of the first link in the last mail to this address that begins so.
    String linkIn(String mail, String beginning) {
        int start = mail.indexOf(beginning);
        if (start < 0) {
            throw new IllegalStateException("no " + beginning + " in the mail");
        }
        int end = start;
        while (end < mail.length() && !Character.isWhitespace(mail.charAt(end))) {
            end++;
        }
        return mail.substring(start, end);
    }

    /// A page without what differs between two askings of the same page.
    static String withoutTokens(Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private MemberId withAccount(MemberId member, String email) {
        new AccountStore(sql)
                .insert(member, new EmailAddress(email), HASH.of(passwords), Instant.parse("2026-01-01T00:00:00Z"));
        return member;
    }

    /// The hash of [#PASSWORD], made once: hashing is slow on purpose.
    private enum HASH {
        ;
        private static String made = "";

        static synchronized String of(Passwords passwords) {
            if (made.isEmpty()) {
                made = passwords.hash(PASSWORD);
            }
            return made;
        }
    }
}
