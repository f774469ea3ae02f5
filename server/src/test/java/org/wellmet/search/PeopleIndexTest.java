package org.wellmet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.member.MemberId;

class PeopleIndexTest extends ServerTest {
    @Autowired
    private PeopleIndex index;

    @Autowired
    private SearchTerms terms;

    @Test
    void accentsCaseAndBeginningsAreForgiven() {
        MemberId emilie = aMember("Émilie Thériault-Qvortrup");

        assertThat(found("emilie theriault qvortrup")).contains(emilie);
        assertThat(found("QVORT")).contains(emilie);
    }

    @Test
    void aTypingErrorIsForgiven() {
        MemberId wojciechowska = aMember("Agnieszka Wojciechowska");

        assertThat(found("wojcechowska")).contains(wojciechowska);
        assertThat(found("agnieska wojciechovska")).contains(wojciechowska);
    }

    @Test
    void aTypingErrorIsForgivenFromThreeLettersOnAndComesAfterWhatIsExact() {
        MemberId joe = aMember("Joe Fuzzyshort");
        MemberId jon = aMember("Jon Fuzzyshort");
        MemberId lena = aMember("Lena Fuzzyshort");

        assertThat(found("jom fuzzyshort")).contains(jon);
        assertThat(found("lnea fuzzyshort")).contains(lena);
        assertThat(found("elna fuzzyshort")).as("its first letter, too").contains(lena);
        assertThat(found("jo fuzzyshort")).as("as a beginning").contains(joe, jon);
        assertThat(found("le fuzzyshort")).as("two letters have no errors").doesNotContain(joe);
        assertThat(index.search(PeopleQuery.words("jon fuzzyshort"), List.of(), 10))
                .extracting(PeopleIndex.Hit::member)
                .startsWith(jon)
                .contains(joe);
    }

    @Test
    void everyWordMustBeFound() {
        MemberId ada = aMember("Ada Zzyzxlovelace");

        assertThat(found("ada zzyzxlovelace")).contains(ada);
        assertThat(found("zzyzxlovelace brunel")).doesNotContain(ada);
    }

    @Test
    void whoIsSuspendedIsFoundNoMore() {
        MemberId gone = aMember("Quintessa Vanishing");
        assertThat(found("quintessa")).contains(gone);

        members.suspend(gone);

        assertThat(found("quintessa")).doesNotContain(gone);
    }

    @Test
    void nothingTypedFindsNobody() {
        aMember("Somebody");

        assertThat(found("")).isEmpty();
        assertThat(found("  ,.! ")).isEmpty();
    }

    /// The twin test: an index that followed every change finds what one rebuilt from the tables finds.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anIndexThatFollowedEqualsOneRebuilt(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> names = List.of("Twinna", "Twinnb", "Twinnc");
        for (int step = 0; step < 12; step++) {
            MemberId member = aMember(names.get(random.nextInt(names.size())) + " Seed" + seed);
            if (random.nextBoolean()) {
                members.suspend(member);
            }
            try (PeopleIndex rebuilt = new PeopleIndex(terms)) {
                transactions.readOneSnapshot(() -> {
                    rebuilt.rebuild();
                    return true;
                });
                for (String name : names) {
                    List<String> words = PeopleQuery.words(name + " seed" + seed);
                    assertThat(ids(index, words)).as("step %d", step).isEqualTo(ids(rebuilt, words));
                }
            }
        }
    }

    private Set<MemberId> found(String typed) {
        return ids(index, PeopleQuery.words(typed));
    }

    private static Set<MemberId> ids(PeopleIndex index, List<String> words) {
        return index.search(words, List.of(), 1_000).stream()
                .map(PeopleIndex.Hit::member)
                .collect(Collectors.toSet());
    }
}
