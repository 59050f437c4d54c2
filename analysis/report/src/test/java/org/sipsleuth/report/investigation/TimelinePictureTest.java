package org.sipsleuth.report.investigation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.draw.Picture;
import org.sipsleuth.report.draw.PixelPen;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.run.RunMonitor;

/// The timeline of a report, where nothing takes time.
class TimelinePictureTest {

    @TempDir private Path folder;

    @Test
    void oneMessageAloneHasAPlace() throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        pcap.frame(1_700_000_000L, 0, Packets.sip("192.0.2.1", "192.0.2.2",
                "OPTIONS sip:b@example.org SIP/2.0\r\nCall-ID: a\r\nCSeq: 1 OPTIONS\r\n\r\n"));
        SipIndex index =
                CaptureIndexer.read(List.of(Files.write(folder.resolve("one.pcap"), pcap.bytes())), RunMonitor.NONE);
        Picture picture = new TimelinePicture(index, ReportText.of(ReportLanguage.ENGLISH), List.of()).picture();
        BufferedImage image =
                new BufferedImage((int) picture.width(), (int) picture.height(), BufferedImage.TYPE_INT_RGB);
        PixelPen pen = new PixelPen(image.createGraphics(), Typeface.load());
        assertDoesNotThrow(() -> picture.drawing().on(pen));
    }
}
