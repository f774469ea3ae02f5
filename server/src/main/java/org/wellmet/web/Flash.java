package org.wellmet.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Carries one notice over a redirect, in a cookie that lives a minute, so that it needs no session.
///
/// The cookie is signed with a key that lives as long as the server: nobody can make our pages say something.
/// Thread-safe.
@Component
final class Flash {
    private static final String NAME = "said";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String SIGNATURE = "HmacSHA256";

    private final JsonMapper json = new JsonMapper();
    private final SecretKeySpec key;
    private final Cookies cookies;

    /// What the cookie holds; arguments have become texts.
    record Kept(String english, List<String> arguments, boolean isGood) {}

    Flash(Cookies cookies) {
        this.cookies = cookies;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, SIGNATURE);
    }

    void leave(HttpServletResponse response, Frame.Said said) {
        List<String> arguments = new ArrayList<>();
        said.text().arguments().forEach(argument -> arguments.add(argument.toString()));
        byte[] kept = json.writeValueAsBytes(new Kept(said.text().english(), arguments, said.isGood()));
        cookies.set(response, NAME, encoded(kept) + "." + encoded(signature(kept)), LIFE);
    }

    Optional<Frame.Said> find(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : read(cookie.getValue());
    }

    void forget(HttpServletResponse response) {
        cookies.set(response, NAME, "", Duration.ZERO);
    }

    private Optional<Frame.Said> read(String cookie) {
        String[] parts = cookie.split("\\.", 2);
        try {
            byte[] kept = Base64.getUrlDecoder().decode(parts[0]);
            byte[] signature = parts.length == 2 ? Base64.getUrlDecoder().decode(parts[1]) : new byte[0];
            if (!MessageDigest.isEqual(signature, signature(kept))) {
                return Optional.empty();
            }
            Kept said = json.readValue(kept, Kept.class);
            return Optional.of(new Frame.Said(new Text(said.english(), List.copyOf(said.arguments())), said.isGood()));
        } catch (IllegalArgumentException | JacksonException _) { // not ours
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] kept) {
        try {
            Mac mac = Mac.getInstance(SIGNATURE);
            mac.init(key);
            return mac.doFinal(kept);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + SIGNATURE, e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
