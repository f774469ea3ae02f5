package org.wellmet.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;

/// The pictures of the demo, drawn when it is made: charts without letters, for a server may have no fonts.
enum DemoPicture {
    /// Three days of tide with two gaps, each with its reason in another colour.
    TIDE {
        @Override
        void draw(Graphics2D pen) {
            for (int day = 0; day < 3; day++) {
                fill(pen, NIGHT, WIDTH * day / 3, 0, WIDTH / 8, HEIGHT);
            }
            grid(pen);
            fill(pen, new Color(0xf3d9c9), 400, 0, 90, HEIGHT);
            fill(pen, new Color(0xd5dcf3), 880, 0, 60, HEIGHT);
            DoubleUnaryOperator tide = x -> HEIGHT / 2.0
                    - 150 * Math.sin(x * Math.PI * 12 / WIDTH) * (0.75 + 0.25 * Math.sin(x * 2.2 * Math.PI / WIDTH));
            curve(pen, SPRUCE, 5, 0, 400, tide);
            curve(pen, SPRUCE, 5, 490, 880, tide);
            curve(pen, SPRUCE, 5, 940, WIDTH, tide);
        }
    },
    /// The same ward twice: eleven colours above, two below.
    CHARTS {
        @Override
        void draw(Graphics2D pen) {
            grid(pen);
            for (int line = 0; line < 11; line++) {
                curve(pen, Color.getHSBColor(line / 11f, 0.7f, 0.75f), 4, 60, WIDTH - 60, reading(line, 160));
            }
            fill(pen, NIGHT, 0, HEIGHT / 2 - 2, WIDTH, 4);
            curve(pen, new Color(0x9aa5a0), 5, 60, WIDTH - 60, reading(2, 480));
            curve(pen, new Color(0xb5472f), 7, 60, WIDTH - 60, reading(7, 480));
        }
    };

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 640;
    private static final Color PAPER = new Color(0xfbfaf7);
    private static final Color NIGHT = new Color(0xeceae4);
    private static final Color LINE = new Color(0xdcd9d1);
    private static final Color SPRUCE = new Color(0x1f5c4d);

    abstract void draw(Graphics2D pen);

    /// As a file that somebody could upload.
    byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, PAPER, 0, 0, WIDTH, HEIGHT);
        draw(pen);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static void grid(Graphics2D pen) {
        for (int y = 80; y < HEIGHT; y += 80) {
            fill(pen, LINE, 0, y, WIDTH, 1);
        }
    }

    private static void fill(Graphics2D pen, Color color, int x, int y, int width, int height) {
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
    }

    private static void curve(Graphics2D pen, Color color, int thickness, int from, int to, DoubleUnaryOperator y) {
        Path2D path = new Path2D.Double();
        path.moveTo(from, y.applyAsDouble(from));
        for (int x = from + 4; x <= to; x += 4) {
            path.lineTo(x, y.applyAsDouble(x));
        }
        pen.setColor(color);
        pen.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
    }

    private static DoubleUnaryOperator reading(int line, int middle) {
        return x -> middle
                + 9 * (line - 5)
                + 46 * Math.sin(x / (70.0 + 13 * line) + line)
                + 14 * Math.sin(x / 23.0 + 2 * line);
    }
}
