package org.wellmet.picture;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;

/// Serves pictures. An address is never used again for another picture, so a browser may keep what it has; a shared
/// cache may not, as the next one to ask may have no leave.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class PicturePages {
    private static final CacheControl KEPT_BY_BROWSERS =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Pictures pictures;

    PicturePages(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{id:[0-9]{1,16}}")
    ResponseEntity<byte[]> large(Viewer viewer, @PathVariable long id) {
        return picture(viewer, id, PictureSize.LARGE);
    }

    @GetMapping("/pictures/{id:[0-9]{1,16}}/avatar")
    ResponseEntity<byte[]> avatar(Viewer viewer, @PathVariable long id) {
        return picture(viewer, id, PictureSize.AVATAR);
    }

    private ResponseEntity<byte[]> picture(Viewer viewer, long id, PictureSize size) {
        StoredPicture picture = pictures.find(viewer, id, size).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(KEPT_BY_BROWSERS)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(picture.bytes());
    }
}
