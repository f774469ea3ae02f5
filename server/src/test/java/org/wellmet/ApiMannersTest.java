package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;

/// How every route under `/api/` of `routes.txt` refuses what it cannot take: the right status, one shape, a
/// sentence, and nothing changed. Of the fields that it reads, [ApiFieldsTest].
class ApiMannersTest extends ApiManners {
    @Test
    void whoIsSignedOutIsToldSoInOneShape() throws IOException {
        for (Route route : all()) {
            if (!route.who().equals("ANYONE")) {
                int status = route.who().equals("MEMBERS") ? 401 : 404;
                expect(route, "signed out", call(aStranger(), route, body(route)), status);
            }
        }
        unchanged();
    }

    @Test
    void withoutTheTokenNothingIsDone() throws IOException {
        for (Route route : changes()) {
            if (route.method().equals("POST")) {
                Answer answer = visitor(ada).sendBare(address(route), "application/json", bytes(body(route)));
                expect(route, "no token", answer, 403);
            }
        }
        unchanged();
    }

    @Test
    void whatIsNotThereIsNotThereInOneShape() throws IOException {
        Answer nothing = visitor(ada).get("/api/there-is-nothing-here");
        for (Route route : all()) {
            if (route.path().contains("{")) {
                Answer answer = call(visitor(ada), route, body(route), route.address());
                expect(route, "absent", answer, 404);
                if (!answer.body().equals(nothing.body())) {
                    wrong.add(route.key() + " says something of its own of what is absent");
                }
            }
        }
        unchanged();
    }

    @Test
    void anotherMethodIsRefusedWithTheOnesThatThereAre() throws IOException {
        for (Route route : all()) {
            Answer answer = visitor(ada).send("PATCH", address(route), "application/json", bytes("{}"));
            expect(route, "PATCH", answer, 405);
            if (!answer.header("Allow").contains(route.method())) {
                wrong.add(route.key() + " is not allowed: " + answer.header("Allow"));
            }
        }
        unchanged();
    }

    @Test
    void aBodyThatIsNoJsonOfOursIsRefused() throws IOException {
        for (Route route : reading()) {
            Visitor visitor = visitor(ada);
            String example = body(route);
            for (String broken : List.of("", "{", "[]", "\"text\"", "null", example + "x", "{\"a\":1,\"a\":2}")) {
                expect(route, "malformed " + broken, call(visitor, route, broken), 400);
            }
            expect(
                    route,
                    "no UTF-8",
                    visitor.send("POST", address(route), "application/json", new byte[] {
                        '{', '"', (byte) 0xC3, '"', ':', '1', '}'
                    }),
                    400);
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
                expect(route, type, visitor.send("POST", address(route), type, bytes(example)), 415);
            }
            String tooLong = example + " ".repeat(70_000);
            expect(route, "too long a body", call(visitor, route, tooLong), 413);
        }
        unchanged();
    }

    /// One that does not say how long it is, too.
    @Test
    void aBodyInPiecesIsReadUpToItsBound() throws IOException, InterruptedException {
        assertThat(inPieces("{\"newest\":0}" + " ".repeat(60_000)).statusCode()).isEqualTo(204);
        assertThat(inPieces("{\"newest\":-1}").statusCode()).isEqualTo(422);
        HttpResponse<String> tooLong = inPieces("{\"newest\":0}" + " ".repeat(70_000));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(tooLong.body()).contains("urn:wellmet:problem:too-large");
    }

    private HttpResponse<String> inPieces(String body) throws IOException, InterruptedException {
        String server = visitor(ada).address();
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder().header(SignedInByHeader.HEADER, Long.toString(ada.value()));
            String token = client.send(
                            request.copy()
                                    .uri(URI.create(server + "/test/csrf"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return client.send(
                    request.uri(URI.create(server + "/api/notifications/read"))
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(body))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /// What is refused before any route is asked has the same shape.
    @Test
    void evenWhatFiltersAndTheContainerRefuseHasTheShape() {
        Visitor visitor = visitor(ada);
        Route none = new Route("GET", "/api/", "MEMBERS", "");
        expect(none, "a doubled parameter", visitor.get("/api/search?q=a&q=b"), 400);
        expect(none, "a slash within a name", visitor.get("/api/members/a%2Fb"), 400);
        expect(none, "a semicolon", visitor.get("/api/members/a;b"), 400);
        expect(
                none,
                "no JSON wanted",
                aStranger().signedInAs(ada).with("Accept", "text/html").get("/api/invitations"),
                406);
        assertThat(wrong).isEmpty();
    }
}
