package org.wellmet.account;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wellmet.member.MemberId;

/// A secret that names its member, so that a lookup by it is led by the member: `<member>-<secret>`.
record MemberSecret(MemberId member, Secret secret) {
    private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17})-([A-Za-z0-9_-]{43})");

    static MemberSecret random(MemberId member, RandomGenerator random) {
        return new MemberSecret(member, Secret.random(random));
    }

    static Optional<MemberSecret> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new MemberSecret(new MemberId(Long.parseLong(matcher.group(1))), new Secret(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return member.value() + "-" + secret.text();
    }
}
