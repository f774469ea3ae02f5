package org.wellmet.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/// The static files, read once, packed once, and addressed by their content, so that a browser may keep them for ever.
/// Immutable.
@Component
final class Assets {
    private static final int HASH_BYTES = 6; // a name for a handful of files, not a proof of anything

    private final Map<String, Asset> byName;

    /// One file: its hash, its type, its bytes plain and packed.
    record Asset(String hash, MediaType type, Resource plain, Resource gzip) {}

    Assets() {
        Map<String, Asset> assets = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:static/*.*")) {
                String name = Optional.ofNullable(file.getFilename()).orElseThrow();
                assets.put(name, asset(name, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the static files cannot be read", e);
        }
        this.byName = Map.copyOf(assets);
    }

    /// Where the file is; a name that does not exist is a mistake of the template.
    String address(String name) {
        return "/static/"
                + find(name)
                        .orElseThrow(() -> new IllegalArgumentException("no static file " + name))
                        .hash()
                + "/" + name;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Asset asset(String name, Resource file) throws IOException {
        byte[] plain;
        try (InputStream in = file.getInputStream()) {
            plain = in.readAllBytes();
        }
        MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return new Asset(hash(plain), type, new ByteArrayResource(plain), new ByteArrayResource(packed(plain)));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
