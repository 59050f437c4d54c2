package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Captures that lie elsewhere than where they were added.
class EvidenceSearchTest {

    private static final int MANY = 40;

    @TempDir Path folder;

    /// Files of equal size, added to a case, then moved away from where they were.
    private List<Evidence> moved(boolean isNamedByHash) throws IOException {
        Path file = folder.resolve("m.case");
        try (CaseFile opened = Cases.create(file, "ana")) {
            for (int i = 0; i < MANY; i++) {
                Path capture =
                        Files.writeString(folder.resolve("c%02d.pcap".formatted(i)), "capture %02d".formatted(i));
                opened.addEvidence(capture, RunMonitor.NONE);
            }
            Path captures = Files.createDirectory(folder.resolve(EvidenceSearch.CAPTURES));
            for (Evidence each : opened.evidence()) {
                String name = isNamedByHash ? each.sha256() + ".pcap" : each.name();
                Files.move(Path.of(each.path()), captures.resolve(name));
            }
            return opened.evidence();
        }
    }

    private List<String> found(List<Evidence> evidence) throws IOException {
        EvidenceSearch search = EvidenceSearch.near(folder.resolve("m.case"), List.of());
        List<String> names = new ArrayList<>();
        for (Evidence each : evidence) {
            Optional<OpenedFile> found = search.find(each, RunMonitor.NONE);
            names.add(Files.readString(found.orElseThrow().path()));
        }
        return names;
    }

    @Test
    void capturesOfEqualSizeAreToldApartByTheirBytes() throws IOException {
        List<Evidence> evidence = moved(false);
        assertEquals(evidence.stream().map(each -> "capture " + each.name().substring(1, 3)).toList(), found(evidence));
    }

    @Test
    void captureThatIsNamedByItsHashIsFound() throws IOException {
        List<Evidence> evidence = moved(true);
        assertEquals(evidence.stream().map(each -> "capture " + each.name().substring(1, 3)).toList(), found(evidence));
    }

    @Test
    void fileThatOnlyHasTheNameOfAHashIsNotTaken() throws IOException {
        List<Evidence> evidence = moved(true);
        Evidence first = evidence.getFirst();
        Files.writeString(folder.resolve(EvidenceSearch.CAPTURES).resolve(first.sha256() + ".pcap"), "capture xx");
        EvidenceSearch search = EvidenceSearch.near(folder.resolve("m.case"), List.of());
        assertEquals(Optional.empty(), search.find(first, RunMonitor.NONE));
    }

    @Test
    void searchEndsWhenItIsCancelled() throws IOException {
        List<Evidence> evidence = moved(false);
        EvidenceSearch search = EvidenceSearch.near(folder.resolve("m.case"), List.of());
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> search.find(evidence.getFirst(), cancelled));
    }
}
