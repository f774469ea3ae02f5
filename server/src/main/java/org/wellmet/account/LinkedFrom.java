package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;
import org.wellmet.web.Pages;

/// The page of ours that a link was followed from, as the browser says.
final class LinkedFrom {
    private LinkedFrom() {}

    /// Its path and query; empty where it is none of ours or not said.
    static String page(HttpServletRequest request) {
        String referrer = request.getHeader(HttpHeaders.REFERER);
        String host = request.getHeader(HttpHeaders.HOST);
        if (referrer == null || host == null) {
            return "";
        }
        try {
            URI from = new URI(referrer);
            String address =
                    from.getRawQuery() == null ? from.getRawPath() : from.getRawPath() + "?" + from.getRawQuery();
            return host.equals(from.getRawAuthority()) && Pages.isOurs(address) ? address : "";
        } catch (URISyntaxException _) { // not what a browser sends
            return "";
        }
    }
}
