package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u00AD\u2060", " \uFEFF ", "\u3164", "\u2800", "\u200D\n"})
    void whatCannotBeSeenIsNoText(String typed) {
        assertThat(TypedText.tidy(typed)).isEmpty();
    }

    @Test
    void whatJoinsSignsStays() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDCBB";

        assertThat(TypedText.tidy("A " + family)).isEqualTo("A " + family);
    }

    @Test
    void marksThatTurnTheDirectionGo() {
        assertThat(TypedText.tidy("a\u202Eb\u0000c")).isEqualTo("abc");
    }

    @Test // T20
    void linesEndInOneWay() {
        assertThat(TypedText.tidy("a\r\nb\u2028c\u2029\u2029d")).isEqualTo("a\nb\nc\n\nd");
        assertThat(TypedText.tidy("\u2029")).isEmpty();
    }
}
