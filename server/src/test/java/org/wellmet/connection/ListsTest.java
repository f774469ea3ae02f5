package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// Lists that are longer than a page: "More" leads to the rest, without script, and never to an empty page.
class ListsTest extends ConnectionTest {
    private MemberId ada;

    @BeforeEach
    void aMemberWithMuch() {
        ada = aMember("Ada Lovelace");
    }

    @Test
    void whatWasSent() {
        String list = "/invitations/sent";
        paged(list, Invitations.PAGE_SIZE, ".list > li", i -> {
            used(ada, 0);
            invited(ada, aMember("Invitee " + i));
        });
    }

    @Test
    void theNetwork() {
        paged("/network", Connections.PAGE_SIZE, ".list > li", i -> tied(ada, aMember("Connection " + i)));
    }

    @Test
    void mutualConnections() {
        MemberId grace = aMember("Grace Hopper");
        paged("/network/" + handle(grace), 12, "#mutuals ~ .list > li", i -> {
            MemberId both = aMember("Mutual " + i);
            tied(ada, both);
            tied(both, grace);
        });
        String json = "/api/connections/" + handle(grace);
        String first = visitor(ada).get(json).body();
        assertThat(first).contains("\"mutualCount\":13").containsPattern("\"next\":\"[0-9]+\"");
        String next = first.replaceAll(".*\"next\":\"([0-9]+)\".*", "$1");
        assertThat(visitor(ada).get(json + "?after=" + next).body()).contains("Mutual 12", "\"next\":\"\"");
    }

    @Test
    void peopleOutside() {
        paged(
                "/invitations/outside",
                OutsideInvitations.PAGE_SIZE,
                "#outside ~ .list > li",
                i -> sql.sql("""
                        INSERT INTO outside_invitation (member_id, secret_hash, email, note, why_now, max_uses,
                                                        created_at, expires_at)
                        VALUES (:member, sha256(:note::bytea), NULL, :note, 'Because we have worked together.', 1,
                                now(), now() + interval '30 days')
                        """)
                        .param("member", ada.value())
                        .param("note", ada.value() + " no " + i)
                        .update());
    }

    /// Exactly one page, and then one more.
    private void paged(String address, int size, String lines, IntConsumer add) {
        for (int i = 0; i < size; i++) {
            add.accept(i);
        }
        Visitor visitor = visitor(ada);
        Document full = visitor.get(address).page();
        assertThat(full.select(lines)).hasSize(size);
        assertThat(full.select("a[rel=next]")).as("nothing follows").isEmpty();

        add.accept(size);
        List<String> all = new ArrayList<>();
        Document first = visitor.get(address).page();
        all.addAll(first.select(lines).eachText());
        Document second = visitor.get(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.select(lines)).hasSize(1);
        all.addAll(second.select(lines).eachText());
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(Set.copyOf(all)).as("nobody twice, nobody left out").hasSize(size + 1);
        assertThat(visitor.get(address + "?after=nonsense&before=nonsense").status())
                .isEqualTo(200);
    }
}
