package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.settings.Settings;

class PublicAddressTest {
    @Test
    void profilesAreFoundAtTheAddressThatTheOperatorNamed() {
        Settings settings = Settings.read(Map.of("wellmet.public-address", "https://people.example.org/")::get);
        Member ada = new Member(new MemberId(1), "ada", "Ada", "", Optional.empty(), MemberStatus.ACTIVE, false, true);

        assertThat(new PublicAddress(settings).of(ada)).isEqualTo("https://people.example.org/in/ada");
    }
}
