package net.niner.status.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoFileTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">%s</svg>";
    private static final String SQUARE = "<rect width=\"9\" height=\"9\" fill=\"#1f5f8b\"></rect>";

    @Test
    void aDrawingStaysADrawing() {
        assertThat(drawn(SQUARE)).isEqualTo(SVG.formatted(SQUARE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>rect { fill: url(https://evil.example/x) }</style>",
                "<image href=\"https://evil.example/x.png\"/>",
                "<use href=\"#x\"/>",
                "<a href=\"javascript:alert(1)\"><rect/></a>",
                "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></body></foreignObject>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
                "<!-- a comment --><?xml-stylesheet href=\"https://evil.example/x.css\"?>"
            })
    void whatIsNoShapeIsLeftOut(String other) {
        assertThat(drawn(other + SQUARE)).isEqualTo(SVG.formatted(SQUARE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onload=\"alert(1)\"",
                "xlink:href=\"https://evil.example/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
                "href=\"https://evil.example/\"",
                "stroke=\"url(https://evil.example/#x)\"",
                "stroke=\"URL ( 'x' )\"",
                "style=\"background: url(https://evil.example/x); stroke: url(data:x)\"",
                "class=\"x\"",
                "d=\"javascript:alert(1)\""
            })
    void whatIsNoShapesAttributeIsLeftOut(String other) {
        assertThat(drawn(SQUARE.replace("<rect", "<rect " + other))).isEqualTo(SVG.formatted(SQUARE));
    }

    @Test
    void coloursWithinAStyleAndGradientsOfItsOwnAreKept() {
        assertThat(drawn("<rect style=\"fill:url(#g);stroke : red; cursor: pointer\"/>"))
                .isEqualTo(SVG.formatted("<rect fill=\"url(#g)\" stroke=\"red\"></rect>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path fill=\"none\" style=\"fill:#123456\"/>",
                "<path style=\"fill:#123456\" fill=\"none\"/>",
                "<path style=\"fill:red;fill:#123456;fill:url(https://evil.example/)\"/>"
            })
    void anAttributeStandsOnceAndTheStyleWins(String path) {
        assertThat(drawn(path)).isEqualTo(SVG.formatted("<path fill=\"#123456\"></path>"));
    }

    @Test
    void aDocumentTypeIsNotFollowed() {
        String svg = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY y \"yy\">]>"
                + SVG.formatted(SQUARE + "<title>t</title>");
        assertThat(text(LogoFile.read(svg.getBytes(StandardCharsets.UTF_8)))).doesNotContain("ENTITY");
        isRefused(svg.replace("<title>t", "<title>&x;&y;").getBytes(StandardCharsets.UTF_8), Fault.NO_PICTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></html>",
                "<svg/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>hi</text></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect>"
            })
    void whatShowsNothingIsRefused(String file) {
        isRefused(file.getBytes(StandardCharsets.UTF_8), Fault.NO_PICTURE);
    }

    @Test
    void aPictureIsEncodedAnewAndWhatElseTheFileHeldIsGone() throws IOException {
        byte[] png = png(20, 10);
        byte[] withTail = Arrays.copyOf(png, png.length + 40);
        System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), 0, withTail, png.length, 25);

        Logo logo = LogoFile.read(withTail);

        assertThat(logo.format()).isEqualTo(Logo.Format.PNG);
        assertThat(text(logo)).doesNotContain("script");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(logo.file()));
        assertThat(read.getWidth()).isEqualTo(20);
        assertThat(read.getRGB(3, 3)).isEqualTo(0xff1f5f8b);
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefused() throws IOException {
        byte[] png = png(2_001, 1);
        isRefused(png, Fault.PICTURE_TOO_LARGE);
    }

    @Test
    void aBrokenPictureIsRefused() throws IOException {
        byte[] png = png(20, 10);
        isRefused(Arrays.copyOf(png, 30), Fault.NO_PICTURE);
        isRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Fault.NO_PICTURE);
    }

    @Test
    void aLargeFileIsRefused() {
        isRefused(new byte[Logo.MOST_BYTES + 1], Fault.FILE_TOO_LARGE);
    }

    @Test
    void aPictureThatWasPackedBetterThanItIsPackedHereIsKept() throws IOException {
        byte[] sent = wellPacked();
        assertThat(sent.length).isLessThanOrEqualTo(Logo.MOST_BYTES);

        assertThat(LogoFile.read(sent).file().length).isBetween(Logo.MOST_BYTES + 1, Logo.MOST_KEPT);
    }

    /** Lines that are nearly alike, and as much work as the packer may do: just small enough. */
    private static byte[] wellPacked() throws IOException {
        byte[] packed = packed(850);
        for (int height = 840; packed.length > Logo.MOST_BYTES; height -= 10) {
            packed = packed(height);
        }
        return packed;
    }

    private static byte[] packed(int height) throws IOException {
        Random random = new Random(7);
        byte[][] pieces = new byte[40][12];
        for (byte[] piece : pieces) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (byte) random.nextInt(4);
            }
        }
        BufferedImage image = new BufferedImage(480, height, BufferedImage.TYPE_BYTE_INDEXED);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < 480; x += 12) {
                image.getRaster().setDataElements(x, y, 12, 1, pieces[random.nextInt(pieces.length)]);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam hard = writer.getDefaultWriteParam();
        hard.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        hard.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), hard);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** As a browser does, which shows nothing of a drawing that is no XML. */
    private static void isXml(byte[] file) {
        assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(file)))
                .doesNotThrowAnyException();
    }

    private static void isRefused(byte[] file, Fault fault) {
        assertThatThrownBy(() -> LogoFile.read(file))
                .isInstanceOfSatisfying(InvalidSiteSettings.class, refusal -> assertThat(refusal.problems())
                        .containsExactly(new InvalidSetting(Field.LOGO, fault, "")));
    }

    private static String drawn(String inside) {
        Logo logo = LogoFile.read(SVG.formatted(inside).getBytes(StandardCharsets.UTF_8));
        isXml(logo.file());
        return text(logo);
    }

    private static String text(Logo logo) {
        return new String(logo.file(), StandardCharsets.UTF_8);
    }

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0xff1f5f8b);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
