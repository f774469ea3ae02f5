package org.wellmet.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, by the one field of Exif that is read: 1 is upright, 2 to 8 are mirrored or turned.
record Orientation(int value) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int EXIF_SEGMENT = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    // A header has some ten segments and some fifty fields; more are somebody's joke.
    private static final int MAX_SEGMENTS = 100;
    private static final int MAX_FIELDS = 200;

    /// Reads the segments before the first scan of a JPEG; whatever cannot be read is upright.
    static Orientation of(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        try {
            if ((file.getShort() & 0xffff) != 0xffd8) {
                return UPRIGHT;
            }
            for (int segment = 0; segment < MAX_SEGMENTS; segment++) {
                int marker = file.getShort() & 0xff;
                int length = (file.getShort() & 0xffff) - 2;
                if (marker == START_OF_SCAN || length < 0 || length > file.remaining()) {
                    return UPRIGHT;
                }
                ByteBuffer content = file.slice(file.position(), length);
                if (marker == EXIF_SEGMENT && length > 6 && content.getInt() == 0x45786966) {
                    return ofExif(content.slice(6, length - 6));
                }
                file.position(file.position() + length);
            }
            return UPRIGHT;
        } catch (BufferUnderflowException _) {
            return UPRIGHT;
        }
    }

    private static Orientation ofExif(ByteBuffer tiff) {
        short order = tiff.getShort();
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.getShort();
        int directory = tiff.getInt();
        if (directory < 0 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        tiff.position(directory);
        int fields = Math.min(tiff.getShort() & 0xffff, MAX_FIELDS);
        for (int field = 0; field < fields && tiff.remaining() >= ENTRY_BYTES; field++) {
            int entry = tiff.position();
            if ((tiff.getShort() & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
            tiff.position(entry + ENTRY_BYTES);
        }
        return UPRIGHT;
    }

    /// The image as the camera's owner saw it.
    BufferedImage upright(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean isTurned = value >= 5;
        BufferedImage canvas = new BufferedImage(isTurned ? height : width, isTurned ? width : height, image.getType());
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(image, transform(width, height), null);
        graphics.dispose();
        return canvas;
    }

    // x' = m00 x + m01 y + m02, y' = m10 x + m11 y + m12; arguments in the order m00 m10 m01 m11 m02 m12.
    private AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
