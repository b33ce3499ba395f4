package net.niner.status.post;

import static net.niner.status.post.PostITs.ANN;
import static net.niner.status.post.PostITs.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PicturesIT {

    @EJB
    private Pictures pictures;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(ANN);
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    /** Noise does not pack: the picture takes several parts. */
    private static byte[] noise(int seed) throws IOException {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aPictureComesOutAsItWentInAndOnlyOnce() throws IOException {
        byte[] file = noise(1);
        Picture picture = pictures.add(file, "C:\\photos\\rack\u0000.png");
        assertThat(picture.name()).isEqualTo("rack.png");
        assertThat(picture.address()).matches("/media/\\d+-[0-9a-f]{16}\\.png");
        assertThat(pictures.add(file, "again.png")).isEqualTo(picture);
        assertThat(pictures.find(picture.id())).contains(picture);
        assertThat(pictures.latest(1)).containsExactly(picture);

        byte[] content = pictures.content(picture.id());
        assertThat(content.length).isGreaterThan(1024 * 1024);
        BufferedImage sent = ImageIO.read(new ByteArrayInputStream(file));
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(content));
        for (int i = 0; i < 600; i++) {
            assertThat(kept.getRGB(i, i)).isEqualTo(sent.getRGB(i, i));
        }
    }

    @Test
    void whoMayNotWriteSendsNoPictures() {
        Caller.as(READER, () -> assertThatThrownBy(() -> pictures.add(noise(2), "x.png"))
                .isInstanceOf(Forbidden.class));
    }
}
