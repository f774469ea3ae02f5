package org.wellmet.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.web.Language;
import org.wellmet.web.Look;

/// Rows of `account`. Each method is one statement and runs in the caller's transaction.
final class AccountStore {
    private static final String INSERT = """
            INSERT INTO account (member_id, email, password, password_at, created_at)
            VALUES (:member, :email, :password, :at, :at)
            """;

    private static final String BY_EMAIL = """
            SELECT account.member_id, account.email, account.password, member.name, member.status
              FROM account
              JOIN member ON member.id = account.member_id
             WHERE account.email = :email
            """; // scatter

    private static final String OWNERS = "SELECT email, member_id FROM account WHERE email = ANY (:emails)"; // scatter

    private static final String FIND = """
            SELECT account.member_id, account.email, account.password, member.name, member.status
              FROM account
              JOIN member ON member.id = account.member_id
             WHERE account.member_id = :member
            """;

    private static final String SET_PASSWORD = """
            UPDATE account SET password = :password, password_at = :at WHERE member_id = :member
            """;

    private static final String SET_EMAIL = "UPDATE account SET email = :email WHERE member_id = :member";

    private static final String SET_MANNER = """
            UPDATE account SET language = :language, zone = :zone
             WHERE member_id = :member AND (language, zone) IS DISTINCT FROM (:language, :zone)
            """;

    private static final String MAILBOX = """
            SELECT account.email,
                   coalesce(look.language, account.language, '') AS language,
                   coalesce(look.zone, account.zone, '') AS zone
              FROM account
              JOIN member ON member.id = account.member_id
              LEFT JOIN member_look AS look ON look.member_id = account.member_id
             WHERE account.member_id = :member AND member.status = 'ACTIVE'
            """;

    // Locks them all: of two operators who leave at once, the second sees that the first is gone.
    private static final String OPERATORS = """
            SELECT id FROM member WHERE is_operator AND status = 'ACTIVE' ORDER BY id FOR UPDATE
            """; // scatter

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(MemberId member, EmailAddress email, String passwordHash, Instant at) {
        sql.sql(INSERT)
                .param("member", member.value())
                .param("email", email.value())
                .param("password", passwordHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Account> byEmail(EmailAddress email) {
        return one(sql.sql(BY_EMAIL).param("email", email.value()));
    }

    Map<String, MemberId> owners(Collection<String> emails) {
        Map<String, MemberId> owners = new HashMap<>();
        sql.sql(OWNERS)
                .param("emails", emails.toArray(String[]::new))
                .query((row, _) -> owners.put(row.getString("email"), new MemberId(row.getLong("member_id"))))
                .list();
        return owners;
    }

    Optional<Account> find(MemberId member) {
        return one(sql.sql(FIND).param("member", member.value()));
    }

    void setPassword(MemberId member, String passwordHash, Instant at) {
        sql.sql(SET_PASSWORD)
                .param("member", member.value())
                .param("password", passwordHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setEmail(MemberId member, EmailAddress email) {
        sql.sql(SET_EMAIL)
                .param("member", member.value())
                .param("email", email.value())
                .update();
    }

    /// Notes in which language and zone the member signs in.
    void setManner(MemberId member, Look look) {
        sql.sql(SET_MANNER)
                .param("member", member.value())
                .param("language", look.language().code())
                .param("zone", look.zone().getId())
                .update();
    }

    Optional<Mailbox> mailbox(MemberId member) {
        return sql.sql(MAILBOX)
                .param("member", member.value())
                .query((row, _) -> new Mailbox(
                        new EmailAddress(row.getString("email")),
                        Language.of(row.getString("language")).orElse(Language.ENGLISH),
                        Look.zone(row.getString("zone")).orElseGet(ZoneId::systemDefault)))
                .optional();
    }

    List<MemberId> lockOperators() {
        return sql.sql(OPERATORS)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
    }

    private static Optional<Account> one(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> new Account(
                        new MemberId(row.getLong("member_id")),
                        new EmailAddress(row.getString("email")),
                        row.getString("password"),
                        row.getString("name"),
                        MemberStatus.valueOf(row.getString("status"))))
                .optional();
    }

    /// A row, with what sign-in asks of the member.
    record Account(MemberId member, EmailAddress email, String passwordHash, String name, MemberStatus status) {}
}
