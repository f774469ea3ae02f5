package org.wellmet.profile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wellmet.member.Member;

/// Whole addresses of profiles, for files and data that leave this server. Immutable.
@Component
final class PublicAddress {
    private final String server;

    PublicAddress(@Value("${wellmet.address:http://localhost:8080}") String address) {
        this.server = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    String of(Member member) {
        return server + path(member);
    }

    static String path(Member member) {
        return "/in/" + member.handle();
    }
}
