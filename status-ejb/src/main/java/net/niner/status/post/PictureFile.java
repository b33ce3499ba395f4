package net.niner.status.post;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.niner.status.post.InvalidPicture.Fault;
import net.niner.status.post.Picture.Type;

/**
 * Takes the picture out of a file that somebody sent: decoded, turned upright, made small enough for a page, and encoded anew. What else the file
 * held (where and with what it was taken, or worse) is gone. What it is, its first bytes say; its name says nothing.
 */
final class PictureFile {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final long MOST_PIXELS = 40_000_000;

    /** Where colours are finer than eight bits, and take twice the memory. */
    static final long MOST_FINE_PIXELS = MOST_PIXELS / 2;

    static final int MOST_WIDE = 1600;
    static final int MOST_HIGH = 4800;

    private static final float QUALITY = 0.86f;

    /** A kind of file, how it begins, and what is made of it. */
    private enum Kind {
        PNG(Type.PNG, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
        JPEG(Type.JPEG, 0, 0xff, 0xd8, 0xff),
        GIF(Type.PNG, 0, 'G', 'I', 'F', '8'),
        /** Where this Java runtime has a reader for it. */
        WEBP(Type.PNG, 8, 'W', 'E', 'B', 'P');

        private final Type becomes;
        private final int at;
        private final int[] beginning;

        Kind(Type becomes, int at, int... beginning) {
            this.becomes = becomes;
            this.at = at;
            this.beginning = beginning;
        }

        private boolean is(byte[] file) {
            if (file.length < at + beginning.length) {
                return false;
            }
            for (int i = 0; i < beginning.length; i++) {
                if ((file[at + i] & 0xff) != beginning[i]) {
                    return false;
                }
            }
            return true;
        }

        static Optional<Kind> of(byte[] file) {
            return List.of(values()).stream().filter(kind -> kind.is(file)).findFirst();
        }
    }

    /** The picture as it is kept. */
    record Encoded(Type type, int width, int height, byte[] content) {}

    private PictureFile() {}

    /** @throws InvalidPicture if it is too large, or no picture of a kind that is taken */
    static Encoded read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new InvalidPicture(Fault.FILE_TOO_LARGE);
        }
        Kind kind = Kind.of(file).orElseThrow(() -> new InvalidPicture(Fault.NO_PICTURE));
        try {
            BufferedImage picture = fit(decode(file, kind), kind, Exif.orientation(file));
            return new Encoded(kind.becomes, picture.getWidth(), picture.getHeight(), encode(picture, kind.becomes));
        } catch (InvalidPicture refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // a decoder stumbles over a broken file in more ways than it declares
            throw new InvalidPicture(Fault.NO_PICTURE);
        }
    }

    /** Asks how large it is before it is unpacked, and leaves out pixels on the way where there are far too many: memory is short, files are not. */
    private static BufferedImage decode(byte[] file, Kind kind) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        if (!readers.hasNext()) {
            throw new InvalidPicture(Fault.NO_PICTURE);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > (isFine(reader) ? MOST_FINE_PIXELS : MOST_PIXELS)) {
                throw new InvalidPicture(Fault.TOO_MANY_PIXELS);
            }
            int every = Math.max(1, Math.min(width / (2 * MOST_WIDE), height / (2 * MOST_WIDE)));
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isFine(ImageReader reader) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        return raw != null && raw.getSampleModel().getSampleSize(0) > Byte.SIZE;
    }

    private static BufferedImage fit(BufferedImage picture, Kind kind, int orientation) {
        boolean lies = orientation >= 5;
        int width = lies ? picture.getHeight() : picture.getWidth();
        int height = lies ? picture.getWidth() : picture.getHeight();
        double scale = Math.min(1, Math.min((double) MOST_WIDE / width, (double) MOST_HIGH / height));
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        BufferedImage fitting = new BufferedImage(
                wide,
                high,
                kind.becomes == Type.JPEG || !picture.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_RGB
                        : BufferedImage.TYPE_INT_ARGB);
        AffineTransform place = AffineTransform.getScaleInstance((double) wide / width, (double) high / height);
        place.concatenate(Exif.upright(orientation, picture.getWidth(), picture.getHeight()));
        Graphics2D canvas = fitting.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.drawImage(picture, place, null);
        } finally {
            canvas.dispose();
        }
        return fitting;
    }

    private static byte[] encode(BufferedImage picture, Type type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == Type.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
