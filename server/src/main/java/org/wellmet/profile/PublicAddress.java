package org.wellmet.profile;

import org.springframework.stereotype.Component;
import org.wellmet.member.Member;
import org.wellmet.settings.Settings;

/// Whole addresses of profiles, for files and data that leave this server. Immutable.
@Component
final class PublicAddress {
    private final String server;

    PublicAddress(Settings settings) {
        this.server = settings.publicAddress().toString();
    }

    String of(Member member) {
        return server + path(member);
    }

    static String path(Member member) {
        return "/in/" + member.handle();
    }
}
