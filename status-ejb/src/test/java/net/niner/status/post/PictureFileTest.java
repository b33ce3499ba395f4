package net.niner.status.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.niner.status.post.Picture.Type;
import net.niner.status.post.PictureFile.Encoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFileTest {

    /** Red above left, blue elsewhere. */
    private static byte[] picture(int width, int height, String format) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static boolean isRed(Encoded picture, double x, double y) throws IOException {
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.content()));
        Color color = new Color(decoded.getRGB((int) (x * decoded.getWidth()), (int) (y * decoded.getHeight())));
        return color.getRed() > 150 && color.getBlue() < 100;
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, PNG"})
    void whatItIsItsBytesSay(String format, Type type) throws IOException {
        Encoded picture = PictureFile.read(picture(200, 100, format));
        assertThat(picture.type()).isEqualTo(type);
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(100);
        assertThat(isRed(picture, .2, .2)).isTrue();
        assertThat(isRed(picture, .8, .8)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4000, 1000, 1600, 400", "6600, 5000, 1600, 1212", "100, 20000, 24, 4800", "1, 9000, 1, 4800"})
    void whatIsTooLargeForAPageIsMadeSmaller(int width, int height, int wide, int high) throws IOException {
        Encoded picture = PictureFile.read(picture(width, height, "png"));
        assertThat(picture.width()).isEqualTo(wide);
        assertThat(picture.height()).isEqualTo(high);
    }

    /** Where the corner that lies above left in the file belongs. */
    @ParameterizedTest
    @CsvSource({
        "1, 200, 100, .2, .2",
        "2, 200, 100, .8, .2",
        "3, 200, 100, .8, .8",
        "4, 200, 100, .2, .8",
        "5, 100, 200, .2, .2",
        "6, 100, 200, .8, .2",
        "7, 100, 200, .8, .8",
        "8, 100, 200, .2, .8"
    })
    void aPictureStandsUprightHoweverTheCameraWasHeld(int orientation, int wide, int high, double x, double y)
            throws IOException {
        Encoded picture = PictureFile.read(withNote(picture(200, 100, "jpg"), orientation));
        assertThat(picture.width()).isEqualTo(wide);
        assertThat(picture.height()).isEqualTo(high);
        assertThat(isRed(picture, x, y)).isTrue();
        assertThat(new String(picture.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void aBrokenNoteIsNone() throws IOException {
        byte[] file = withNote(picture(20, 10, "jpg"), 6);
        file[16] = 0x7f; // where the entries are: far behind the end
        assertThat(Exif.orientation(file)).isEqualTo(1);
        assertThat(Exif.orientation(new byte[0])).isEqualTo(1);
        assertThat(Exif.orientation(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        byte[] png = picture(50, 50, "png");
        refused(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "NO_PICTURE");
        refused(new byte[0], "NO_PICTURE");
        refused(Arrays.copyOf(png, 30), "NO_PICTURE");
        refused(Arrays.copyOf(png, 8), "NO_PICTURE");
        refused("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), "NO_PICTURE");
        refused(Arrays.copyOf(png, PictureFile.MOST_BYTES + 1), "FILE_TOO_LARGE");
    }

    /** A few bytes can claim to be a picture that no memory holds. */
    @Test
    void whatHasTooManyPixelsIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] png = picture(50, 50, "png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        refused(png, "TOO_MANY_PIXELS");
    }

    private static void refused(byte[] file, String fault) {
        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOf(InvalidPicture.class)
                .hasMessage(fault);
    }

    /** As cameras write it, behind the first two bytes: a note with one entry, the orientation. */
    private static byte[] withNote(byte[] jpeg, int orientation) {
        ByteBuffer note = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
        note.putShort((short) 0xffe1).putShort((short) (note.capacity() - 2));
        note.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        note.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        note.putShort((short) 1);
        note.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        note.putInt(0);
        return ByteBuffer.allocate(jpeg.length + note.capacity())
                .put(jpeg, 0, 2)
                .put(note.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
