package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = WebTest.FrameAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.servlet.multipart.max-file-size=1KB",
            "spring.servlet.multipart.max-request-size=2KB",
            "wellmet.public-address=https://people.example.org"
        })
class LargeUploadTest {
    @LocalServerPort
    private int port;

    @Test
    void aFileThatIsTooLargeIsRefusedAsSuch() {
        Surfer visitor = new Surfer(port);
        HttpResponse<byte[]> page = visitor.get("/settings");
        String token = Surfer.page(page).select("input[name=_csrf]").attr("value");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        String file = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + "x".repeat(3000)
                + "\r\n--b--\r\n";

        for (String address : new String[] {"/test/upload", "/test/upload?_csrf=" + Surfer.encoded(token)}) {
            HttpResponse<byte[]> answer =
                    visitor.send("POST", address, file, "Content-Type", "multipart/form-data; boundary=b");
            assertThat(answer.statusCode()).as(address).isEqualTo(413);
            assertThat(Surfer.page(answer).select("h1").text()).isEqualTo("That file is too large");
        }
    }
}
