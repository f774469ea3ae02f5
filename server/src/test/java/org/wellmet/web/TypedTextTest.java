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

    @Test
    void ofMarksOnOneLetterTheFirstEightStay() {
        assertThat(TypedText.tidy("Q" + "\u0301".repeat(400) + "ue")).isEqualTo("Q" + "\u0301".repeat(8) + "ue");
        assertThat(TypedText.tidy("Q" + "\u0301\u200D".repeat(400)).chars().filter(c -> c == 0x301))
                .as("across signs of no width, too")
                .hasSize(8);
        assertThat(TypedText.tidy("q\u0323\u0301 q\u0323\u0301")).isEqualTo("q\u0323\u0301 q\u0323\u0301");
    }

    @Test // T20
    void linesEndInOneWay() {
        assertThat(TypedText.tidy("a\r\nb\u2028c\u2029\u2029d")).isEqualTo("a\nb\nc\n\nd");
        assertThat(TypedText.tidy("\u2029")).isEmpty();
    }
}
