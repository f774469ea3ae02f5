package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.member.MemberId;

/// Heads of long uploads over a bare connection. Their bodies are never sent, so that an answer proves that nothing of
/// them was waited for.
class LongUploadTest extends AccountTest {
    private static final String LONG = "Content-Length: 200000000";
    private static final String FORM = "Content-Type: multipart/form-data; boundary=b";
    private static final String ARCHIVE = "/archive/linkedin";
    private static final int PATIENCE_MILLIS = 20_000;

    @Autowired
    Sessions sessions;

    @ParameterizedTest
    @CsvSource({
        "/updates, multipart/form-data; boundary=b, Content-Length: 200000000, 413",
        "/updates, multipart/form-data; boundary=b, Content-Length: 10000001, 413",
        "/updates, multipart/form-data; boundary=b, Transfer-Encoding: chunked, 413",
        "/updates, Multipart/Form-Data; boundary=b, Content-Length: 200000000, 413",
        "/updates, multipart/mixed; boundary=b, Content-Length: 200000000, 413",
        "/sign-in, multipart/form-data; boundary=b, Content-Length: 200000000, 413",
        "/nowhere, multipart/form-data; boundary=b, Content-Length: 200000000, 413",
        "/archive/resume, multipart/form-data; boundary=b, Content-Length: 200000000, 413",
        "/archive/linkedin;a=b, multipart/form-data; boundary=b, Content-Length: 200000000, 413",
        "/archive/linkedin, multipart/form-data; boundary=b, Content-Length: 200000000, 401",
        "/archive/linkedin, multipart/form-data; boundary=b, Transfer-Encoding: chunked, 401"
    })
    void aStrangersIsRefusedByItsHead(String path, String type, String length, int status) throws IOException {
        assertThat(answer(path, "", "Content-Type: " + type, length)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aMembersPassesAtTheArchiveAloneAndOnlyWhileTheSessionStands() throws IOException {
        MemberId uma = aMember("Uma Uploads");
        MemberSecret secret = sessions.open(uma, Device.UNKNOWN).orElseThrow();
        String cookie = "Cookie: wellmet=" + secret.text();
        String chunked = "Transfer-Encoding: chunked";

        assertThat(answer("/updates", "", FORM, LONG, cookie)).startsWith("HTTP/1.1 413");
        assertThat(answer(ARCHIVE, "0\r\n\r\n", FORM, chunked, cookie))
                .as("read, and missed the CSRF token in it")
                .startsWith("HTTP/1.1 403");
        sessions.end(SessionKey.of(secret));
        assertThat(answer(ARCHIVE, "", FORM, LONG, cookie)).startsWith("HTTP/1.1 401");
        assertThat(answer(ARCHIVE, "", FORM, LONG, "Cookie: wellmet=anything")).startsWith("HTTP/1.1 401");
    }

    /// The first line of the answer to such a head.
    private String answer(String path, String body, String... head) throws IOException {
        URI server = URI.create(aStranger().address());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request =
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", head) + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return String.valueOf(new BufferedReader(answer).readLine());
        }
    }
}
