package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wellmet.CountedStatements;
import org.wellmet.ServerTest;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// Who is found by the addresses that they show.
@Import(CountedStatements.class)
class LinkedMembersTest extends ServerTest {
    @Autowired
    private Profiles profiles;

    @Test
    void manyAreFoundWithThreeStatementsAndOnlyThoseWhoShowTheirLinks() {
        List<String> urls = new ArrayList<>();
        List<MemberId> owners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            MemberId owner = aMember("Linked " + i);
            WebAddress url =
                    WebAddress.parse("https://linked.example/" + owner.value()).orElseThrow();
            profiles.add(owner, new Link(url, ""));
            urls.add(url.value());
            owners.add(owner);
        }
        profiles.show(owners.get(1), Section.LINKS, Audience.ME);
        profiles.show(owners.get(2), Section.LINKS, Audience.CONNECTIONS);
        profiles.show(owners.get(3), Section.LINKS, Audience.CONNECTIONS);
        MemberId reader = aMember("Linked Reader");
        connected(reader, owners.get(3));
        AtomicInteger statements = new AtomicInteger();

        Map<String, MemberId> found =
                CountedStatements.counting(statements, () -> profiles.membersShowingUrls(Viewer.of(reader), urls));

        assertThat(found)
                .containsOnly(
                        Map.entry(urls.get(0), owners.get(0)),
                        Map.entry(urls.get(3), owners.get(3)),
                        Map.entry(urls.get(4), owners.get(4)));
        assertThat(statements).hasValue(3);
    }
}
