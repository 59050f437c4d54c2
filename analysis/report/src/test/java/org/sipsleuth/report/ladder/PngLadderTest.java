package org.sipsleuth.report.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;

class PngLadderTest {

    /// It is written in stretches: the same pixels as drawn at once.
    @Test
    void theFileHasThePixelsOfThePicture() throws IOException {
        SampleLadder ladder = SampleLadder.of(3, 60);
        BufferedImage whole = new LadderDocument(ladder, SampleLadder.TITLE).picture(RunMonitor.NONE);
        byte[] png = SvgLadderTest.written(ladder, SampleLadder.TITLE, LadderFormat.PNG);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(whole.getWidth(), read.getWidth());
        assertEquals(whole.getHeight(), read.getHeight());
        assertTrue(whole.getHeight() > 3 * 512, "several stretches");
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < whole.getWidth(); x++) {
                assertEquals(whole.getRGB(x, y), read.getRGB(x, y), "at " + x + ", " + y);
            }
        }
    }

    @Test
    void tooLongAPictureIsRefusedWithTheWayOut() {
        LadderDocument ladder = new LadderDocument(SampleLadder.of(3, 100_000), SampleLadder.TITLE);
        IOException file = assertThrows(PictureTooLargeException.class, () -> ladder.write(LadderFormat.PNG,
                Paper.USUAL, java.io.OutputStream.nullOutputStream(), RunMonitor.NONE));
        assertTrue(file.getMessage().contains(".svg or .pdf"), file.getMessage());
        assertThrows(PictureTooLargeException.class, () -> ladder.picture(RunMonitor.NONE));
    }
}
