package org.wellmet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.wellmet.member.MemberId;

/// Somebody with a browser that keeps cookies and follows no redirect by itself.
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visitor(String address) {
        this.address = address;
    }

    Visitor signedInAs(MemberId member) {
        return with(SignedInByHeader.HEADER, Long.toString(member.value()));
    }

    /// Sends this header from now on.
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// The address of the server, for raw requests.
    public String address() {
        return address;
    }

    /// Asks for a page.
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /// Sends any request; the way for methods and bodies that no form can send. The CSRF token goes along.
    public Answer send(String method, String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("X-XSRF-TOKEN", csrfToken())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /// Posts a body as a program would that has seen no page of ours: without a CSRF token.
    public Answer sendBare(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /// Sends a form as a browser would, with its CSRF token: names and values in turn.
    public Answer post(String path, String... namesAndValues) {
        List<String> pairs = new ArrayList<>(List.of(namesAndValues));
        pairs.addAll(List.of("_csrf", csrfToken()));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(pairs))));
    }

    /// Sends a form without its CSRF token, as another site would.
    public Answer forge(String path, String... namesAndValues) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(List.of(namesAndValues)))));
    }

    /// Sends a form with files in it: part names with plain values, then one file.
    public Answer upload(String path, Map<String, String> fields, String fileField, String fileName, byte[] file) {
        String boundary = "----wellmet-test-boundary";
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrfToken());
        all.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-XSRF-TOKEN", all.get("_csrf"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /// Follows the redirect of an answer.
    public Answer follow(Answer answer) {
        return get(URI.create(address)
                .relativize(URI.create(address).resolve(answer.header("Location")))
                .toString());
    }

    /// The masked form of the token in the cookie, as a page would carry it.
    private String csrfToken() {
        Answer token = get("/test/csrf");
        if (token.status() != 200) {
            throw new IllegalStateException("the server gave no CSRF token");
        }
        return token.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address + (path.startsWith("/") ? path : "/" + path)))
                .timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(List<String> namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues.get(i + 1), StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /// What came back.
    public record Answer(HttpResponse<byte[]> response) {
        /// The HTTP status.
        public int status() {
            return response.statusCode();
        }

        /// The body as text.
        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /// The body as bytes.
        public byte[] bytes() {
            return response.body();
        }

        /// The body as a parsed page.
        public Document page() {
            return Jsoup.parse(body());
        }

        /// A header, or the empty string.
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
