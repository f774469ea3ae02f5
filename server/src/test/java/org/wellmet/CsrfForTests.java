package org.wellmet;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.web.OpenTo;

/// Hands a test its CSRF token without a page. Exists in tests only.
@RestController
@OpenTo(OpenTo.Who.ANYONE)
class CsrfForTests {
    @GetMapping("/test/csrf")
    String token(CsrfToken token) {
        return token.getToken();
    }
}
