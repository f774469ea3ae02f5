package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// Whom a text mentions, and to whom that shows.
class MentionTest extends UpdateTest {
    @Test
    void aMentionNamesWhoMayBeSeenAndStaysTextForOthers() { // T4
        UpdateId id = share(
                grace, "Thanks @" + handle(ada) + ", @" + handle(mallory) + " and @nobody-here", Audience.MEMBERS);
        block(ada, mallory);
        assertThat(links(edsger, id)).containsExactly("/in/" + handle(ada), "/in/" + handle(mallory));
        assertThat(links(ada, id)).containsExactly("/in/" + handle(ada));
        assertThat(visitor(edsger)
                        .get("/updates/" + id.value())
                        .page()
                        .select(".body")
                        .text())
                .isEqualTo("Thanks Ada Lovelace, Mallory Marsh and @nobody-here");
        assertThat(visitor(ada)
                        .get("/updates/" + id.value())
                        .page()
                        .select(".body")
                        .text())
                .isEqualTo("Thanks Ada Lovelace, @" + handle(mallory) + " and @nobody-here");
        assertThat(visitor(ada).get("/updates/" + id.value()).page().title())
                .contains("Thanks Ada Lovelace, @" + handle(mallory));
    }

    @Test
    void whileOneTypesAMentionOnlyVisiblePeopleAreOffered() { // T1
        assertThat(visitor(ada).get("/updates/mentions?q=grace").body()).contains("\"" + handle(grace) + "\"");
        assertThat(visitor(ada).get("/updates/mentions?q=").body()).isEqualTo("{\"suggestions\":[]}");
        assertThat(aStranger().get("/updates/mentions?q=grace").status()).isEqualTo(401);

        MemberId far = aMember("Quirijn Mentionworthy");
        assertThat(visitor(ada).get("/updates/mentions?q=mentionworthy").body()).contains("\"" + handle(far) + "\"");
        assertThat(visitor(far).get("/updates/mentions?q=mentionworthy").body()).isEqualTo("{\"suggestions\":[]}");
        block(far, mallory);
        assertThat(visitor(mallory).get("/updates/mentions?q=mentionworthy").body())
                .isEqualTo("{\"suggestions\":[]}");
        members.suspend(far);
        assertThat(visitor(ada).get("/updates/mentions?q=mentionworthy").body()).isEqualTo("{\"suggestions\":[]}");
    }

    private List<String> links(MemberId viewer, UpdateId id) {
        return visitor(viewer)
                .get("/updates/" + id.value())
                .page()
                .select(".body a")
                .eachAttr("href");
    }
}
