package org.sipsleuth.app.workbench.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.live.LiveCapture.Counts;
import org.sipsleuth.live.PacketSource.Lost;
import org.sipsleuth.live.Ring.PushedOut;
import org.sipsleuth.live.Shortened;
import org.sipsleuth.live.Unstored;

class LiveViewModelTest {

    private final LiveViewModel model = new LiveViewModel();

    @Test
    void aFullDiskIsNamedUntilItHasRoomAndWhatItCostIsCounted() {
        model.begin();
        model.report("a notice");
        count(Unstored.NONE, "");
        assertEquals("a notice", model.messageProperty().get());
        assertFalse(model.losingProperty().get());
        count(new Unstored(3, 1_800), "/ring is full");
        assertEquals("The disk of the ring is full: packets are not stored", model.messageProperty().get());
        assertEquals("lo: 9 packets, 3 not stored, 0 dropped", model.countsProperty().get());
        assertTrue(model.losingProperty().get());
        assertTrue(model.detailsProperty().get().contains("\n/ring is full\n"), model.detailsProperty().get());
        assertTrue(model.detailsProperty().get().contains("3 packets (1,800 bytes) not stored"),
                model.detailsProperty().get());
        count(new Unstored(3, 1_800), "");
        assertEquals("", model.messageProperty().get());
        assertTrue(model.losingProperty().get(), "they are missing for good");
    }

    private void count(Unstored unstored, String fullDisk) {
        model.count("lo", new Counts(9, Lost.NONE, PushedOut.NONE, unstored, Shortened.NONE), fullDisk);
    }

    @Test
    void packetsThatAnotherProgramCutOffAreNamed() {
        Shortened shortened = new Shortened(List.of(Path.of("/ring/live-2.pcap")), 1234);
        model.count("lo", new Counts(9, Lost.NONE, PushedOut.NONE, Unstored.NONE, shortened), "");
        assertEquals("live-2.pcap shortened by another program; packets lost: 1,234", model.messageProperty().get());
        assertTrue(model.losingProperty().get());
    }
}
