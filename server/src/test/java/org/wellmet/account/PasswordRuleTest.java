package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final List<String> PERSONAL = List.of("Ada Fairweather", "ada.fairweather");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fourteen chars",
                "passwordpassword",
                "Password1234567890",
                "P@ssword!P@ssword!",
                "correct horse battery staple",
                "Correct-Horse-Battery-Staple",
                "qwertyuiopasdfgh",
                "1234567890123456",
                "abcabcabcabcabcabc",
                "aaaaaaaaaaaaaaaaaaaa",
                "iloveyouiloveyou",
                "welcome2024welcome",
                "adafairweather1990",
                "FairweatherFairweather",
                "motdepassemotdepasse",
                "je t'aime à la folie",
                "               ",
                "!!!!!!!!!!!!!!!!!!!!"
            })
    void whatAGuesserTriesFirstIsRefused(String password) {
        assertThat(PasswordRule.refusal(password, PERSONAL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four quiet herons wade",
                "turnip violin harbour",
                "zq7#Lm2!vR9@pX4&",
                "les hérons gris attendent",
                "一二三四五六七八九十甲乙丙丁戊",
                "lowercaseonlybutstrange"
            })
    void nothingIsAskedOfCapitalsDigitsOrMarks(String password) {
        assertThat(PasswordRule.refusal(password, PERSONAL)).isEmpty();
    }

    @Test
    void theLongestIs128() {
        String long128 = "wq7 herons ".repeat(20).substring(0, 100) + "a lot of other words to end on".substring(0, 28);
        assertThat(PasswordRule.refusal(long128, PERSONAL)).isEmpty();
        assertThat(PasswordRule.refusal(long128 + "!", PERSONAL)).isPresent();
    }
}
