package org.wellmet.account;

import org.springframework.context.ApplicationContext;
import org.wellmet.member.MemberId;
import org.wellmet.web.Text;

/// Lets a test of another feature delete an account as its owner does.
public final class Farewells {
    private Farewells() {}

    /// Deletes the member with all that is theirs, and mails a word about it.
    public static void say(ApplicationContext server, MemberId member) {
        server.getBean(Accounts.class).delete(member, Text::english);
    }
}
