package org.wellmet.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// From decoded pixels to the two files that are kept: JPEG, or PNG where something shows through. Stateless.
final class Encoding {
    private static final int LARGE_SIDE = 1_200;
    private static final int AVATAR_SIDE = 256;
    // Below this, skin and sky show steps; above, the file grows and nobody sees why.
    private static final float QUALITY = 0.85f;

    private Encoding() {}

    static ReadPicture encode(BufferedImage image, Orientation orientation) {
        boolean showsThrough = image.getColorModel().hasAlpha();
        BufferedImage large = orientation.upright(within(image, LARGE_SIDE, showsThrough));
        BufferedImage avatar = scaled(middle(large), AVATAR_SIDE, AVATAR_SIDE, showsThrough);
        return new ReadPicture(
                showsThrough ? "image/png" : "image/jpeg",
                large.getWidth(),
                large.getHeight(),
                bytes(large, showsThrough),
                bytes(avatar, showsThrough));
    }

    private static BufferedImage within(BufferedImage image, int side, boolean showsThrough) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        return scaled(
                image,
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale)),
                showsThrough);
    }

    private static BufferedImage middle(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return image.getSubimage((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, boolean showsThrough) {
        BufferedImage current = image;
        // Bilinear reads four pixels: halve until one more step covers all of them.
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2, showsThrough);
        }
        return drawn(current, width, height, showsThrough);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, boolean showsThrough) {
        BufferedImage canvas = new BufferedImage(
                width, height, showsThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return canvas;
    }

    private static byte[] bytes(BufferedImage image, boolean showsThrough) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(showsThrough ? "png" : "jpeg")
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (!showsThrough) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
