package org.wellmet.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

@Import(PicturesTest.ShownTo.class)
class PicturesTest extends ServerTest {
    @Autowired
    private Pictures pictures;

    @Autowired
    private ShownTo shownTo;

    @Test
    void aPictureIsServedToItsOwnerAndToWhomAFeatureShowsIt() throws IOException {
        MemberId ada = aMember("Ada");
        MemberId grace = aMember("Grace");
        MemberId mallory = aMember("Mallory");
        long id = stored(ada, encoded(halves(2_000, 1_000, BufferedImage.TYPE_INT_RGB), "jpeg"));
        shownTo.viewers.add(grace);

        for (MemberId viewer : new MemberId[] {ada, grace}) {
            Visitor.Answer answer = visitor(viewer).get("/pictures/" + id);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Disposition")).isEqualTo("inline");
            assertThat(answer.header("Cache-Control")).contains("private", "max-age=31536000", "immutable");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
            assertThat(image.getWidth()).isEqualTo(1_200);
            assertThat(image.getHeight()).isEqualTo(600);
        }
        BufferedImage avatar = ImageIO.read(new ByteArrayInputStream(
                visitor(ada).get("/pictures/" + id + "/avatar").bytes()));
        assertThat(avatar.getWidth()).isEqualTo(256);
        assertThat(avatar.getHeight()).isEqualTo(256);

        Visitor.Answer refused = visitor(mallory).get("/pictures/" + id);
        Visitor.Answer absent = visitor(mallory).get("/pictures/" + (id + 1));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.bytes()).isEqualTo(absent.bytes()); // T3
        assertThat(aStranger().get("/pictures/" + id).status()).isEqualTo(404);
        assertThat(visitor(mallory).get("/pictures/" + id + "/avatar").status()).isEqualTo(404);

        transactions.run(() -> pictures.delete(ada, id));
        assertThat(visitor(ada).get("/pictures/" + id).status()).isEqualTo(404);
    }

    @Test
    void nothingOfTheUploadSurvivesButThePixels() throws IOException { // T21
        byte[] jpeg = encoded(halves(300, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] exif = segment(0xe1, "Exif\0\0MM\0*\0\0\0\b\0\0\0\0secret place 44.6 N");
        byte[] comment = segment(0xfe, "<script>alert(1)</script>");
        byte[] polyglot = join(
                Arrays.copyOf(jpeg, 2),
                exif,
                comment,
                Arrays.copyOfRange(jpeg, 2, jpeg.length),
                bytes("PK\3\4<?php evil"));

        ReadPicture picture = read(polyglot);
        assertThat(new String(picture.large(), ISO_8859_1)).doesNotContain("secret", "script", "PK\3\4", "php");
        assertThat(new String(picture.avatar(), ISO_8859_1)).doesNotContain("secret", "script", "PK\3\4", "php");
        assertThat(picture.width()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({"1,false,red", "2,false,blue", "3,false,blue", "6,true,red", "8,true,blue", "5,true,red", "7,true,blue"
    })
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation, boolean isTurned, String first) throws IOException {
        byte[] jpeg = encoded(halves(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] exif =
                segment(0xe1, "Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0");
        ReadPicture picture = read(join(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length)));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.large()));
        assertThat(image.getWidth()).isEqualTo(isTurned ? 200 : 400);
        Color corner = new Color(image.getRGB(10, 10));
        assertThat(corner.getRed() > corner.getBlue() ? "red" : "blue").isEqualTo(first);
    }

    @Test
    void transparencyIsKeptAndAGifGivesItsFirstFrame() throws IOException {
        assertThat(read(encoded(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), "png"))
                        .type())
                .isEqualTo("image/png");
        assertThat(read(encoded(halves(40, 30, BufferedImage.TYPE_BYTE_INDEXED), "gif"))
                        .width())
                .isEqualTo(40);
        assertThat(read(encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png"))
                        .height())
                .isEqualTo(1);
        assertThat(read(encoded(new BufferedImage(6_000, 1, BufferedImage.TYPE_INT_RGB), "png"))
                        .width())
                .isEqualTo(1_200);
    }

    @Test
    void aHeaderThatPromisesTooMuchIsRefusedBeforeAPixelIsDecoded() throws IOException { // T21
        byte[] bomb = pngHeader(60_000, 60_000);
        assertThat(pictures.read(bomb)).isEqualTo(new ReadPictureOutcome.TooManyPixels(40_000_000));
        byte[] gif = encoded(halves(40, 30, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        ByteBuffer.wrap(gif).putInt(6, 0xffffffff); // the screen; the frame has a size of its own
        assertThat(pictures.read(gif)).isNotInstanceOf(ReadPictureOutcome.Busy.class);
        assertThat(pictures.read(new byte[Pictures.MAX_BYTES + 1]))
                .isEqualTo(new ReadPictureOutcome.TooManyBytes(Pictures.MAX_BYTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "BM not for us",
                "II*\0 a TIFF",
                "\u0000\u0000\u0001\u0000 an icon",
                "GIF89a",
                "\u00ff\u00d8\u00ff",
                "\u00ff\u00d8\u00ff\u00e1\u0000\u0002",
                "%PDF-1.4",
                "\u0089PNG\r\n\u001a\nIHDR",
            })
    void whatIsNoPictureIsRefused(String upload) { // T21
        assertThat(pictures.read(bytes(upload))).isEqualTo(new ReadPictureOutcome.NotAPicture());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noBrokenPictureBreaksTheReader(long seed) throws IOException {
        Random random = new Random(seed);
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            byte[] whole = encoded(halves(60, 50, BufferedImage.TYPE_INT_RGB), format);
            for (int round = 0; round < 60; round++) {
                byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                for (int change = 0; change < 5; change++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                assertThat(pictures.read(broken)).isNotInstanceOf(ReadPictureOutcome.Busy.class);
            }
        }
    }

    private long stored(MemberId owner, byte[] upload) {
        ReadPicture picture = read(upload);
        return transactions.call(() -> pictures.store(owner, picture));
    }

    private ReadPicture read(byte[] upload) {
        ReadPictureOutcome outcome = pictures.read(upload);
        assertThat(outcome).isInstanceOf(ReadPictureOutcome.Read.class);
        return ((ReadPictureOutcome.Read) outcome).picture();
    }

    /// Red at the left, blue at the right.
    private static BufferedImage halves(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put(bytes("IHDR")).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(bytes("\u0089PNG\r\n\u001a\n")).putInt(13).put(header.array()).putInt((int) crc.getValue());
        return png.array();
    }

    private static byte[] segment(int marker, String content) {
        byte[] body = bytes(content);
        return ByteBuffer.allocate(4 + body.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A feature that shows every picture to whoever is named.
    @Component
    static final class ShownTo implements PictureLeave {
        private final Set<MemberId> viewers = ConcurrentHashMap.newKeySet();

        @Override
        public boolean maySee(Viewer viewer, MemberId owner, long pictureId) {
            return viewer.member().map(viewers::contains).orElse(false);
        }
    }
}
