package org.sipsleuth.evaluate.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.corpus.DialogSequences;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.read.IndexTruth;

/// The dialogs of the paper, simulated into a capture and read from it again.
final class PaperDialogsCapture {

    static final String SCENARIO = "paper-dialogs";

    private static final List<String> PARTS = List.of("train", "validation", "test");

    private final DialogSequences sequences;
    private final int[] parts;
    private final long messages;

    private PaperDialogsCapture(SipIndex index, RunMonitor monitor) throws IOException {
        sequences = DialogSequences.of(index, MessageChoice.PAPER, monitor);
        messages = index.messages().size();
        IndexTruth truth = IndexTruth.read(index, monitor);
        parts = new int[index.dialogs().size()];
        for (int dialog = 0; dialog < parts.length; dialog++) {
            String note = truth.ofDialog(dialog).orElseThrow().note();
            parts[dialog] = PARTS.indexOf(note);
            if (parts[dialog] < 0) {
                throw new IOException("The ground truth names no part of the split: " + note);
            }
        }
    }

    /// Simulates it.
    static PaperDialogsCapture of(long seed, RunMonitor monitor) throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-evaluate");
        try {
            Scenario scenario = Scenarios.named(SCENARIO).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), Map.of());
            Path capture = folder.resolve("paper-dialogs.pcap");
            Simulated simulated = Simulation.run(scenario, seed, settings, capture, monitor);
            SipIndex index = CaptureIndexer.read(List.of(simulated.capture()), monitor);
            return new PaperDialogsCapture(index, monitor);
        } catch (SettingException impossible) {
            throw new IllegalStateException("The defaults are no settings", impossible);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// The sequences.
    DialogSequences sequences() {
        return sequences;
    }

    /// How many messages the capture has.
    long messages() {
        return messages;
    }

    /// How many dialogs it has.
    int dialogs() {
        return parts.length;
    }

    /// A split. The first is the scenario's own, in which as many sequences are trained as in the
    /// paper; the others put as many dialogs into each part, drawn at random.
    ///
    /// @param number from 0
    SequenceCorpus split(int number, long seed) {
        int[] drawn = parts.clone();
        if (number > 0) {
            SplittableRandom random = new SplittableRandom(seed + number);
            for (int i = drawn.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int part = drawn[i];
                drawn[i] = drawn[j];
                drawn[j] = part;
            }
        }
        return SequenceCorpus.ofParts(sequences, drawn);
    }
}
