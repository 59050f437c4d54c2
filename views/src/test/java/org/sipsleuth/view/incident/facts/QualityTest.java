package org.sipsleuth.view.incident.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.GrowingIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;

class QualityTest {

    @TempDir private Path folder;

    private Path sample(String name) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(each -> each.file().equals(name)).findFirst().orElseThrow(),
                folder);
    }

    private Path cut(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(sample(name));
        return Files.write(folder.resolve("cut-" + name), Arrays.copyOf(bytes, bytes.length - 10));
    }

    private static List<String> damage(Path... files) throws IOException {
        return Quality
                .of(CaptureIndexer.read(List.of(files), RunMonitor.NONE), Optional.empty(), Optional.empty(), false)
                .stream()
                .filter(row -> row.name().equals("Damage"))
                .map(Quality::words)
                .toList();
    }

    @Test
    void whatALiveCaptureLostIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(sample("call.pcap"));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0xa1b23c4d); // as rings have it, with ns
        GrowingIndex live = new GrowingIndex();
        live.add(CaptureFile.growing(folder.resolve("live.pcap"), MemorySegment.ofArray(bytes), () -> bytes.length,
                notes -> notes.withLosses(1_167, 4_757)), KeyLog.read(List.of()));
        live.read(0);
        List<String> rows = Quality.of(live.index(false), Optional.empty(), Optional.empty(), true)
                .stream()
                .filter(row -> row.level() == Quality.Level.LIMITED)
                .map(row -> row.name() + ": " + row.words())
                .toList();
        assertTrue(rows.contains("Not stored: 1,167 packets dropped or not stored during the capture"),
                rows.toString());
        assertTrue(rows.contains("Discarded: 4,757 packets from before these, as the ring was full"), rows.toString());
    }

    @Test
    void damageOfSeveralFilesNamesEach() throws IOException {
        List<String> rows = damage(sample("hold.pcap"), cut("call.pcap"), cut("busy.pcap"));
        assertEquals(2, rows.size());
        assertTrue(rows.getFirst().startsWith("cut-call.pcap: "), rows.toString());
        assertTrue(rows.getLast().startsWith("cut-busy.pcap: "), rows.toString());
    }

    @Test
    void damageOfManyFilesIsCounted() throws IOException {
        List<String> rows =
                damage(cut("call.pcap"), cut("busy.pcap"), cut("hold.pcap"), cut("lossy.pcap"), cut("forked.pcap"));
        assertEquals(4, rows.size());
        assertEquals("2 more files", rows.getLast());
    }

    @Test
    void damageOfTheOnlyFileDoesNotNeedItsName() throws IOException {
        List<String> rows = damage(cut("call.pcap"));
        assertEquals(1, rows.size());
        assertFalse(rows.getFirst().contains("cut-call.pcap"), rows.toString());
    }
}
