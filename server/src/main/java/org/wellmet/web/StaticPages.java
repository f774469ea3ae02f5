package org.wellmet.web;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Serves [Assets]. An address with another hash is not here: the page that named it is older than this server.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class StaticPages {
    private final Assets assets;

    StaticPages(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/static/{hash}/{name}")
    ResponseEntity<Resource> file(
            @PathVariable String hash,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        Assets.Asset asset =
                assets.find(name).filter(found -> found.hash().equals(hash)).orElseThrow(NotHere::new);
        boolean packed = encodings.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(asset.type())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (packed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(packed ? asset.gzip() : asset.plain());
    }
}
