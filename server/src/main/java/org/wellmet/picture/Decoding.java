package org.wellmet.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// From uploaded bytes to a harmless picture. Each format has one decoder, chosen by the first bytes and never by a
/// name or a declared type; what no decoder is named for is no picture. Stateless.
final class Decoding {
    /// More than cameras make; a header that promises more is a bomb.
    static final int MAX_PIXELS = 40_000_000;

    // Rows and columns are skipped while decoding so that the long side stays under twice this: memory then depends on
    // what is kept, not on what is sent.
    private static final int ENOUGH = 1_800;

    private Decoding() {}

    static ReadPictureOutcome read(byte[] bytes) {
        Optional<String> format = format(bytes);
        if (format.isEmpty()) {
            return new ReadPictureOutcome.NotAPicture();
        }
        ImageReader reader = decoder(format.get());
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // The first frame only, and no metadata: a compressed text in it could be a bomb of its own.
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                return new ReadPictureOutcome.NotAPicture();
            }
            if ((long) width * height > MAX_PIXELS) {
                return new ReadPictureOutcome.TooManyPixels(MAX_PIXELS);
            }
            ImageReadParam sparse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / ENOUGH);
            sparse.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
            BufferedImage image = reader.read(0, sparse);
            return new ReadPictureOutcome.Read(Encoding.encode(image, Orientation.of(bytes)));
        } catch (IOException | RuntimeException malformed) {
            // The decoders answer malformed input with exceptions of every kind, among them index errors.
            return new ReadPictureOutcome.NotAPicture();
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> format(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
            return Optional.of("jpeg");
        }
        if (startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of("png");
        }
        boolean isGif =
                startsWith(bytes, 'G', 'I', 'F', '8', '7', 'a') || startsWith(bytes, 'G', 'I', 'F', '8', '9', 'a');
        return isGif ? Optional.of("gif") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        return bytes.length >= prefix.length && Arrays.equals(Arrays.copyOf(bytes, prefix.length), toBytes(prefix));
    }

    private static byte[] toBytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// The JDK's own decoder of that format, whatever else may lie on the class path.
    private static ImageReader decoder(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().getName() != null
                    && reader.getClass().getModule().getName().equals("java.desktop")) {
                return reader;
            }
        }
        throw new IllegalStateException("the JDK has no decoder for " + format);
    }
}
