package org.wellmet.connection;

import org.junit.jupiter.api.BeforeEach;
import org.wellmet.member.MemberId;

/// Two members who have never met.
abstract class TwoMembersTest extends ConnectionTest {
    MemberId ada;
    MemberId grace;

    @BeforeEach
    void twoMembers() {
        ada = aMember("Ada Lovelace");
        grace = aMember("Grace Hopper");
    }
}
