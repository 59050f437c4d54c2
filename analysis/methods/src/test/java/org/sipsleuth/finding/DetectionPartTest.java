package org.sipsleuth.finding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

class DetectionPartTest {

    private static final int PCAP_HEADER_BYTES = 24;

    @TempDir private Path directory;

    private SipIndex read(byte[] capture) throws IOException {
        Path file = directory.resolve("grows.pcap");
        Files.write(file, capture);
        return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    /// What was found in all of a capture may name dialogs that its beginning has not: while more is
    /// read, a page may still show that.
    @Test
    void whatIsKnownOfAPartHoldsInTheWholeOnly() throws IOException {
        byte[] all = Files.readAllBytes(Path.of("../../sample-captures/incident.pcap"));
        SipIndex none = read(Arrays.copyOf(all, PCAP_HEADER_BYTES));
        SipIndex part = read(Arrays.copyOf(all, all.length / 2));
        SipIndex whole = read(all);
        assertTrue(part.messages().size() > 0 && part.messages().size() < whole.messages().size());
        assertTrue(Detection.isPart(none, part) && Detection.isPart(part, whole) && Detection.isPart(whole, whole));
        assertFalse(Detection.isPart(whole, part));
        assertFalse(Detection.isPart(part, none));
        assertTrue(Detection.isSame(whole, none), "dialogs have the same numbers, as far as both have them");
    }
}
