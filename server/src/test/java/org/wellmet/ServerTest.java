package org.wellmet;

import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;

/// The whole server on a random port, with a real database, asked through whole HTTP requests.
///
/// All classes that extend this one and add no properties share one server and one database, so a test makes
/// the members it needs and never counts what others may have made. A class that needs an empty world says so
/// with `@DirtiesContext`.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = Wellmet.class)
@Import({SignedInByHeader.class, CsrfForTests.class})
@ActiveProfiles("test")
public abstract class ServerTest {
    @LocalServerPort
    private int port;

    /// For looking at the tables after the fact.
    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected Members members;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("wellmet.database.url", TestDatabase::fresh);
        properties.add("wellmet.database.user", () -> "postgres");
        properties.add("wellmet.database.password", () -> "postgres");
        properties.add("wellmet.data", () -> TestFolder.fresh().toString());
        // Lets a test come from a place of its own, so that limits count it alone.
        properties.add("wellmet.trusted-proxies", () -> "127.0.0.1,::1");
    }

    @Autowired
    protected Transactions transactions;

    @Autowired
    private ChangeLog changeLog;

    /// An active member of that name.
    protected MemberId aMember(String name) {
        return members.register(name, MemberStatus.ACTIVE, false);
    }

    /// An active operator of that name.
    protected MemberId anOperator(String name) {
        return members.register(name, MemberStatus.ACTIVE, true);
    }

    /// The result of work whose writes are taken back, such as rows enough for a plan.
    protected <T> T takenBack(Supplier<T> work) {
        return transactions.call(() -> transactions.keepIf(_ -> false, work));
    }

    /// Somebody who is not signed in.
    protected Visitor aStranger() {
        return new Visitor(origin());
    }

    /// Where the server is.
    protected String origin() {
        return "http://localhost:" + port;
    }

    /// A browser in which this member is signed in.
    protected Visitor visitor(MemberId member) {
        return aStranger().signedInAs(member);
    }

    /// The two are connected, without the ceremony.
    protected void connected(MemberId a, MemberId b) {
        transactions.run(() -> {
            sql.sql("INSERT INTO connection (member_id, other_id, since) VALUES (:a, :b, now()), (:b, :a, now())")
                    .param("a", a.value())
                    .param("b", b.value())
                    .update();
            changeLog.append("connection.made", a.value(), b.value(), 0);
        });
    }
}
