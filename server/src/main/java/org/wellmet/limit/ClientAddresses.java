package org.wellmet.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wellmet.settings.Settings;

/// Where a request comes from. `X-Forwarded-For` is believed only from a proxy that the operator named, and then only
/// its last address that is not itself such a proxy: whatever stands before it, the client may have written. Immutable.
@Component
public final class ClientAddresses {
    // More hops than any real chain of proxies; the rest of a longer header is not read.
    private static final int MAX_HOPS = 10;

    private final Set<InetAddress> proxies;

    /// Believes the proxies of the settings.
    public ClientAddresses(Settings settings) {
        this.proxies = settings.trustedProxies();
    }

    /// The key by which requests from there are counted.
    public LimitKey keyOf(HttpServletRequest request) {
        return LimitKey.ofAddress(of(request));
    }

    /// The address of the client, or of the last machine that can be believed.
    public InetAddress of(HttpServletRequest request) {
        InetAddress nearest = InetAddress.ofLiteral(request.getRemoteAddr());
        if (!proxies.contains(nearest)) {
            return nearest;
        }
        for (String hop : hopsNearestFirst(request)) {
            try {
                nearest = InetAddress.ofLiteral(hop);
            } catch (IllegalArgumentException _) {
                return nearest; // not an address: nothing before it can be believed either
            }
            if (!proxies.contains(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static List<String> hopsNearestFirst(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            Stream.of(header.split(",", -1)).map(String::strip).forEach(hops::add);
        }
        return hops.reversed().stream().limit(MAX_HOPS).toList();
    }
}
