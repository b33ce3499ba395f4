package net.niner.status.post;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: JPEG files say so in a note of their own (Exif 2.32, tag 274), and their pixels lie as the camera did. */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int START = 0xffd8;
    private static final int NOTE = 0xffe1;
    private static final int PIXELS = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int LITTLE = 0x4949;
    private static final int ENTRY = 12;

    private Exif() {}

    /** From 1, upright, to 8; 1 where the file does not say. */
    static int orientation(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static int find(ByteBuffer file) {
        if ((file.getShort() & 0xffff) != START) {
            return UPRIGHT;
        }
        while (true) {
            int marker = file.getShort() & 0xffff;
            if (marker == PIXELS || marker >>> 8 != 0xff) {
                return UPRIGHT;
            }
            int length = file.getShort() & 0xffff;
            int next = file.position() + length - 2;
            if (marker == NOTE && length > 8 && file.getInt() == EXIF) {
                file.getShort();
                return entry(file.slice());
            }
            file.position(next);
        }
    }

    /** A small TIFF file: byte order, a number, where the entries are, how many, and twelve bytes for each. */
    private static int entry(ByteBuffer tiff) {
        tiff.order((tiff.getShort(0) & 0xffff) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int entries = tiff.getShort(at) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** What puts pixels that lie like that where they belong. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
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
