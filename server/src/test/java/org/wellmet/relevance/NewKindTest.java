package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.connection.ViewedGraph;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Text;

/// A new kind of trait is one class: the index, the weights and the model take it as it is.
class NewKindTest extends ServerTest {
    @Autowired
    private Visibility visibility;

    @Autowired
    private ViewedGraph graph;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Members allMembers;

    @Autowired
    private InstantSource clock;

    /// The whole of the new kind: the last word of the name, as if it were a group.
    private record Family() implements TraitSource {
        @Override
        public String name() {
            return "family";
        }

        @Override
        public Text label() {
            return Text.of("Skills in common"); // a sentence that exists, for the texts are complete
        }

        @Override
        public Map<MemberId, Said> of(Map<MemberId, Profile> read) {
            Map<MemberId, Said> said = new HashMap<>();
            read.forEach((member, profile) -> {
                String name = profile.member().name();
                String last = name.substring(name.lastIndexOf(' ') + 1);
                said.put(member, new Said(Audience.MEMBERS, List.of(Trait.of(last, last))));
            });
            return said;
        }

        @Override
        public Text reason(Match match) {
            return Text.of("Both know {0}", match.theirs().label());
        }
    }

    @Test
    void aNewKindIsJudgedAndGivesReasonsWithoutAChangeToTheModel() {
        MemberId ada = aMember("Ada Kindredson");
        MemberId bob = aMember("Bob Kindredson");
        MemberId carl = aMember("Carl Otherson");
        TraitIndex index = new TraitIndex(List.of(new Family()), profiles, allMembers);
        WeightBook book = new WeightBook(index, sql);
        Relevance relevance = new Relevance(visibility, graph, index, book, clock);
        transactions.run(index::rebuild);

        List<Judgement> judged = relevance.judge(Viewer.of(ada), List.of(carl, bob));

        assertThat(judged).extracting(Judgement::member).containsExactly(bob, carl);
        assertThat(judged.getFirst().reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text().arguments()).containsExactly("Kindredson"));
        assertThat(book.signalNames()).contains("family.shared", "family.company", "family.around");
    }
}
