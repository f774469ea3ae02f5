package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfileAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/in/fx-am%C3%A9lie",
                "https://www.linkedin.com/in/fx-amélie/",
                "http://linkedin.com/in/FX-Amélie?trk=x",
                "www.linkedin.com/in/fx-am%c3%a9lie#top",
                "fr.linkedin.com/in/fx-ame\u0301lie/de",
                "  https://nl.linkedin.com/in/fx-am%C3%A9lie  "
            })
    void oneAddressHasManySpellings(String text) {
        assertThat(ProfileAddress.parse(text)).contains(new ProfileAddress("fx-amélie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://www.linkedin.com/",
                "https://www.linkedin.com/company/x",
                "https://evil.example/linkedin.com/in/x",
                "https://linkedin.com.evil.example/in/x",
                "javascript:alert(1)//linkedin.com/in/x",
                "https://www.linkedin.com/in/%00%20"
            })
    void whatIsNoProfileIsNoAddress(String text) {
        assertThat(ProfileAddress.parse(text)).isEmpty();
    }
}
