package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.visibility.Audience;

/// Sharing an update: what is taken, what is refused, and that nothing is lost on the way.
class ShareUpdateTest extends UpdateTest {
    @Test
    void tooLongAndUnknownIsRefusedAndNothingTypedIsLost() { // T25
        Visitor visitor = visitor(ada);
        Visitor.Answer refused = visitor.post("/updates", "text", "x".repeat(3_001), "audience", "MEMBERS");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text-error").text()).isEqualTo("3,001 characters. Take out 1.");
        assertThat(refused.page().select("textarea[name=text]").text()).hasSize(3_001);
        assertThat(refused.page().select("option[selected]").attr("value")).isEqualTo("MEMBERS");
        assertThat(visitor.post("/updates", "text", " \n ", "audience", "MEMBERS")
                        .status())
                .isEqualTo(422);
        for (String audience : List.of("ME", "NOBODY", "")) {
            assertThat(visitor.post("/updates", "text", "x", "audience", audience)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(texts(visitor.get("/"))).isEmpty();

        UpdateId id = share(ada, "😀".repeat(3_000), Audience.MEMBERS);
        Visitor.Answer comment = visitor.post("/updates/" + id.value() + "/comments", "text", "y".repeat(1_501));
        assertThat(comment.status()).isEqualTo(422);
        assertThat(comment.page().select("textarea[name=text]").text()).hasSize(1_501);
        assertThat(everythingAbout(id)).isEqualTo("1 0 0");
    }

    @Test
    void aPictureNeedsWordsAndIsSeenByTheUpdatesAudience() throws IOException { // T21
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        Visitor author = visitor(ada);
        Map<String, String> wordless = Map.of("text", "A tide", "audience", "CONNECTIONS");
        assertThat(author.upload("/updates", wordless, "picture", "../../x.php", png.toByteArray())
                        .status())
                .isEqualTo(422);
        Map<String, String> fields =
                Map.of("text", "A tide", "audience", "CONNECTIONS", "picture-text", "Twelve curves");
        assertThat(author.upload("/updates", fields, "picture", "x.svg", "<svg/>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(texts(author.get("/"))).isEmpty();
        assertThat(author.upload("/updates", fields, "picture", "../../x.php", png.toByteArray())
                        .status())
                .isEqualTo(303);

        Element image = visitor(grace).get("/").page().selectFirst("figure img");
        assertThat(image.attr("alt")).isEqualTo("Twelve curves");
        assertThat(image.attr("width")).isEqualTo("400");
        assertThat(visitor(grace).get(image.attr("src")).status()).isEqualTo(200);
        assertThat(visitor(edsger).get(image.attr("src")).status()).isEqualTo(404);
        block(ada, grace);
        assertThat(visitor(grace).get(image.attr("src")).status()).isEqualTo(404);
        author.post(author.get("/").page().select("form[action$=/delete]").attr("action"));
        assertThat(author.get(image.attr("src")).status()).isEqualTo(404);
    }

    @Test
    void whoSharesTooMuchIsToldWhenThereIsRoomAgain() { // T14
        Visitor visitor = visitor(mallory);
        for (int number = 0; number < Updates.SHARING.count(); number++) {
            share(mallory, "Number " + number, Audience.CONNECTIONS);
        }
        Visitor.Answer refused = visitor.post("/updates", "text", "One more", "audience", "CONNECTIONS");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3_600);
        assertThat(refused.page().select("textarea[name=text]").text()).isEqualTo("One more");
    }

    @Test
    void aPictureOutlivesARefusedForm() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        Visitor author = visitor(ada);
        Visitor.Answer refused = author.upload(
                "/updates",
                Map.of("text", "A tide", "audience", "CONNECTIONS"),
                "picture",
                "tide <3>.png",
                png.toByteArray());
        assertThat(refused.status()).isEqualTo(422);
        Element kept = refused.page().selectFirst("input[name=kept]");
        assertThat(kept.hasAttr("checked")).isTrue();
        assertThat(kept.parent().text()).startsWith("Share tide <3>.png");

        String[] again = {"text", "A tide", "audience", "CONNECTIONS", "kept", kept.val(), "picture-text", "A curve"};
        assertThat(visitor(grace).post("/updates", again).status())
                .as("not hers")
                .isEqualTo(422);
        again[1] = "x".repeat(3_001);
        Element still = author.post("/updates", again).page().selectFirst("input[name=kept]");
        assertThat(still.hasAttr("checked")).isTrue();
        again[1] = "A tide";
        again[5] = still.val();
        assertThat(author.post("/updates", again).status()).isEqualTo(303);

        assertThat(visitor(grace).get("/").page().select("figure img").attr("alt"))
                .isEqualTo("A curve");
        again[1] = "Another tide";
        assertThat(author.post("/updates", again).status()).as("kept no more").isEqualTo(422);
    }
}
