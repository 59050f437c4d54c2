package org.sipsleuth.view.incident.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
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
