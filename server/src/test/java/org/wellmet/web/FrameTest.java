package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:30:00Z"); // Sunday evening in Halifax

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:00:00Z, today, aujourd’hui",
        "2026-11-22T03:30:00Z, yesterday, hier",
        "2026-11-20T15:00:00Z, Friday, vendredi",
        "2026-11-16T15:00:00Z, Monday, lundi",
        "2026-11-15T15:00:00Z, 15 November, 15 novembre",
        "2026-06-01T15:00:00Z, 1 June, 1er juin",
        "2024-06-03T15:00:00Z, 3 June 2024, 3 juin 2024",
        "2026-11-24T02:00:00Z, tomorrow, demain"
    })
    void datesAreSaidAsPeopleSayThem(Instant at, String english, String french) {
        assertThat(frame(Language.ENGLISH).date(at)).isEqualTo(english);
        assertThat(frame(Language.FRENCH).date(at)).isEqualTo(french);
    }

    @Test
    void aMomentOfTodayHasItsHourInTheViewersZone() {
        Instant at = Instant.parse("2026-11-22T19:10:05.123Z");

        assertThat(frame(Language.ENGLISH).moment(at)).isEqualTo("today, 3:10 pm");
        assertThat(frame(Language.FRENCH).moment(at)).isEqualTo("aujourd’hui, 15 h 10");
        assertThat(frame(Language.ENGLISH).datetime(at)).isEqualTo("2026-11-22T15:10:05-04:00");
        assertThat(frame(Language.ENGLISH).moment(Instant.parse("2026-06-03T19:10:05Z")))
                .isEqualTo("3 June");
    }

    @Test
    void numbersHaveTheLanguagesOwnMarks() {
        assertThat(frame(Language.ENGLISH).number(6214)).isEqualTo("6,214");
        assertThat(frame(Language.FRENCH).number(6214)).isEqualTo("6\u202f214");
    }

    @Test
    void englishCountsNothingAsManyAndFrenchAsOne() {
        assertThat(frame(Language.ENGLISH).count(1, "{0} tie", "{0} ties")).isEqualTo("1 tie");
        assertThat(frame(Language.ENGLISH).count(0, "{0} tie", "{0} ties")).isEqualTo("0 ties");
        assertThat(frame(Language.FRENCH).count(0, "{0} tie", "{0} ties")).isEqualTo("0 tie");
        assertThat(frame(Language.FRENCH).count(1000, "{0} tie", "{0} ties")).isEqualTo("1\u202f000 ties");
    }

    @Test
    void frenchLosesALetterBeforeAVowel() {
        Frame frame = frame(Language.FRENCH);

        assertThat(frame.say("{0} to today", "août 2020")).isEqualTo("d’août 2020 à aujourd’hui");
        assertThat(frame.say("{0} to today", "juin 2020")).isEqualTo("de juin 2020 à aujourd’hui");
        assertThat(frame.say("The block of {0} is lifted.", "Élodie")).isEqualTo("Le blocage d’Élodie est levé.");
        assertThat(frame(Language.ENGLISH).say("de {0}", "août")).isEqualTo("de août");
    }

    @Test
    void frenchTakesTheArticleInBeforeADayOfTheMonthOnly() {
        Frame frame = frame(Language.FRENCH);
        LocalDate today = NOW.atZone(ZoneId.of("America/Halifax")).toLocalDate();

        assertThat(frame.say("until {0}", LocalDate.of(2031, 12, 14))).isEqualTo("jusqu’au 14 décembre 2031");
        assertThat(frame.say("until {0}", LocalDate.of(2031, 5, 1))).isEqualTo("jusqu’au 1er mai 2031");
        assertThat(frame.say("until {0}", today.plusDays(1))).isEqualTo("jusqu’à demain");
        assertThat(frame.say("until {0}", "14 rue des Lilas")).isEqualTo("jusqu’à 14 rue des Lilas");
    }

    @Test
    void whatIsFilledInIsNotReadAsASentence() {
        assertThat(frame(Language.ENGLISH).say("{0} and {1} {2", "{1}", "Ada")).isEqualTo("{1} and Ada {2");
    }

    private static Frame frame(Language language) {
        Sentences sentences = new Sentences();
        return new Frame(
                new Frame.House(sentences::say, name -> name, "Wellmet"),
                new Look(language, Theme.DEVICE, ZoneId.of("America/Halifax")),
                NOW,
                new Csrf(() -> "_csrf", () -> "token"),
                "/",
                Optional.empty(),
                where -> List.of(),
                Optional.empty());
    }
}
