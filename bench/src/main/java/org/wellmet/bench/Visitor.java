package org.wellmet.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// A browser as far as a measurement needs one: keeps cookies, takes packed answers. Confined to one thread.
///
/// @param cookie what it brings along from the start; may be empty
record Visitor(HttpClient client, URI server, String cookie) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PART = Pattern.compile("<(?:link|script|img)\\b[^>]*\\b(?:href|src)=\"(/[^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern OWN_PROFILE = Pattern.compile("<li><a href=\"(/in/[^\"]+)\">");

    /// An answer, as it was sent and as it reads.
    record Page(int sentBytes, String text) {
        /// The styles, scripts and pictures that it names.
        Set<URI> parts() {
            return PART.matcher(text)
                    .results()
                    .map(part -> URI.create(part.group(1)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /// Somebody who is signed in by a session's cookie.
    static Visitor bringing(String cookie, URI server) {
        return new Visitor(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), server, cookie);
    }

    /// As the first member whom the demo offers.
    static Visitor signedIn(URI server) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        Visitor visitor = new Visitor(client, server, "");
        String page = visitor.page("/sign-in").text();
        String form = page.substring(page.indexOf("action=\"/sign-in/demo\""));
        String fields = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")))
                .results()
                .map(Visitor::field)
                .collect(Collectors.joining("&"));
        HttpRequest entering = visitor.request("/sign-in/demo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
        int status =
                client.send(entering, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 400) {
            throw new IllegalStateException("signing in was answered with " + status);
        }
        return visitor;
    }

    private static String field(MatchResult input) {
        return input.group(1) + "=" + URLEncoder.encode(input.group(2), StandardCharsets.UTF_8);
    }

    Page page(String address) throws IOException, InterruptedException {
        HttpRequest request =
                request(address).header("Accept-Encoding", "gzip").GET().build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " was answered with " + answer.statusCode());
        }
        Optional<String> packing = answer.headers().firstValue("Content-Encoding");
        return new Page(answer.body().length, text(answer.body(), packing.isPresent()));
    }

    String ownProfile() throws IOException, InterruptedException {
        Matcher link = OWN_PROFILE.matcher(page("/").text());
        if (!link.find()) {
            throw new IllegalStateException("nobody is signed in on the home page");
        }
        return link.group(1);
    }

    String ownHandle() throws IOException, InterruptedException {
        return ownProfile().substring("/in/".length());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(address)).timeout(PATIENCE);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static String text(byte[] sent, boolean isPacked) throws IOException {
        InputStream bytes = new ByteArrayInputStream(sent);
        try (InputStream plain = isPacked ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
