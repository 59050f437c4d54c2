package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;

/// What `train` learns of a baseline, and what it reports.
class TrainCommandTest {

    @TempDir private Path directory;

    private Run train(String sample, Path model) throws IOException {
        SampleCapture capture =
                SampleCaptures.list().stream()
                        .filter(each -> each.file().equals(sample))
                        .findFirst()
                        .orElseThrow();
        Path file = SampleCaptures.copyTo(capture, directory);
        return Run.of(
                "train", "sequence", file.toString(), "-o", model.toString(), "--set", "epochs=3");
    }

    @Test
    void dialogsOfIncidentsAreNotLearned() throws IOException {
        Path model = directory.resolve("office.model");
        Run run = train("incident.pcap", model);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("of 390 dialogs (79.7 %) belong to incidents"), run.err());
        assertTrue(run.err().contains("Toll fraud through account 1007 (critical"), run.err());
        assertTrue(run.err().contains("The baseline is contaminated"), run.err());
        SequenceModel trained = SequenceModel.open(ModelFile.read(Files.readAllBytes(model)));
        assertEquals(79, trained.known().dialogs());
        assertTrue(run.err().contains("Of 1,000 further dialogs of the same network"), run.err());
    }

    @Test
    void aCleanBaselineIsLearnedWhole() throws IOException {
        Path model = directory.resolve("office.model");
        Run run = train("office-hour.pcap", model);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("No incident in the baseline: all 70 dialogs"), run.err());
        assertTrue(run.err().contains("The baseline is small: 70 dialogs"), run.err());
        assertFalse(run.err().contains("contaminated"), run.err());
        assertTrue(run.err().contains("of 70 with the bundled model, 0 with this one"), run.err());
    }
}
