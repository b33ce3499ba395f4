package net.niner.status.setting;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Takes a logo out of a file that somebody sent: a PNG is decoded and encoded anew, an SVG is written anew with nothing but shapes in it. What
 * else the file held is gone.
 */
public final class LogoFile {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final int MOST_PIXELS_A_SIDE = 2_000;

    private LogoFile() {}

    /** @throws InvalidSiteSettings if it is too large, or neither a PNG nor an SVG */
    public static Logo read(byte[] file) {
        if (file.length > Logo.MOST_BYTES) {
            throw refused(Fault.FILE_TOO_LARGE);
        }
        Logo logo = startsWith(file, PNG)
                ? new Logo(Logo.Format.PNG, again(file))
                : new Logo(Logo.Format.SVG, PlainSvg.of(file).orElseThrow(() -> refused(Fault.NO_PICTURE)));
        if (logo.file().length > Logo.MOST_KEPT) {
            throw refused(Fault.FILE_TOO_LARGE);
        }
        return logo;
    }

    private static byte[] again(byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            BufferedImage picture = decode(in);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                if (!ImageIO.write(picture, "png", out)) {
                    throw refused(Fault.NO_PICTURE);
                }
            }
            return bytes.toByteArray();
        } catch (InvalidSiteSettings refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // a decoder stumbles over a broken file in more ways than it declares
            throw refused(Fault.NO_PICTURE);
        }
    }

    /** Asks how large it is before it is unpacked: a small file can hold a picture that no memory does. */
    private static BufferedImage decode(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        if (!readers.hasNext()) {
            throw new IOException("this Java runtime reads no PNG");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > MOST_PIXELS_A_SIDE || reader.getHeight(0) > MOST_PIXELS_A_SIDE) {
                throw refused(Fault.PICTURE_TOO_LARGE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (i >= file.length || file[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static InvalidSiteSettings refused(Fault fault) {
        return new InvalidSiteSettings(List.of(new InvalidSetting(Field.LOGO, fault, "")));
    }
}
