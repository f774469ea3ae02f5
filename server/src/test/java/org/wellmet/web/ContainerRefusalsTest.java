package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.ServerTest;

/// What the container refuses by itself is said on a page of ours, with the headers of every page.
class ContainerRefusalsTest extends ServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /privacy?q=%zz HTTP/1.1",
                "GET /search?q=%f HTTP/1.1",
                "GET /pri<b>vacy HTTP/1.1",
                "GET /privacy?q=<script> HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "G@RBAGE / HTTP/1.1",
                "GET nowhere HTTP/1.1",
            })
    void theRefusalIsAPageOfOurs(String firstLine) throws IOException {
        String answer = answer(firstLine);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff");
        assertThat(answer).doesNotContain("Tomcat", "Exception");
        assertThat(Jsoup.parse(answer.substring(answer.indexOf("<")))
                        .select("h1")
                        .text())
                .isEqualTo("We could not read that request");
    }

    private String answer(String firstLine) throws IOException {
        int port = URI.create(aStranger().address()).getPort();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((firstLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
