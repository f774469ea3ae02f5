package org.wellmet.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleTest {
    @ParameterizedTest
    @CsvSource({
        "Émilie Thériault, emilie-theriault",
        "Zeynep Yıldız, zeynep-yildiz",
        "Øyvind Łukasz Strauß, oyvind-lukasz-strauss",
        "  Ana--María  O'Neil ,ana-maria-o-neil",
        "Li, member-li",
        "李小龍, member",
        "C++ Fan #1, c-fan-1",
    })
    void isMadeFromWhatPeopleTypeOfAName(String name, String handle) {
        assertThat(Handle.fromName(name).value()).isEqualTo(handle);
    }
}
