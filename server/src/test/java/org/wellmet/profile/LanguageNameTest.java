package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wellmet.web.Language;

class LanguageNameTest {
    @Test
    void aLanguageIsNamedInTheReadersLanguage() {
        assertThat(new LanguageName("Arabic").in(Language.FRENCH)).isEqualTo("arabe");
        assertThat(new LanguageName("Arabic").listedIn(Language.FRENCH)).isEqualTo("Arabe");
        assertThat(new LanguageName("français").in(Language.ENGLISH)).isEqualTo("French");
        assertThat(new LanguageName("Deutsch").listedIn(Language.FRENCH)).isEqualTo("Allemand");
    }

    @Test
    void whatNoLanguageIsCalledStaysAsTyped() {
        assertThat(new LanguageName("Klingon, a little").in(Language.FRENCH)).isEqualTo("Klingon, a little");
        assertThat(new LanguageName("quebecois").listedIn(Language.ENGLISH)).isEqualTo("quebecois");
    }
}
