package org.sipsleuth.export.anonymize;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.anonymize.message.Kept;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;

/// An anonymised copy of a baseline, from which a model learns nobody's name. Its key is kept
/// nowhere, and its files are deleted when it is closed. Header fields keep their names, which count
/// in models: with other ones a model would not fit the network.
public final class AnonymizedBaseline implements Closeable {

    private static final String FILE = "baseline.pcap";

    private final Path folder;
    private final SipIndex index;

    private AnonymizedBaseline(Path folder, SipIndex index) {
        this.folder = folder;
        this.index = index;
    }

    /// Writes the copy into the folder for temporary files, and reads it.
    ///
    /// @param baseline the original
    /// @param leftOut the dialogs that are not copied
    /// @param options how the original was read
    /// @throws IOException if the original cannot be read, or the copy cannot be written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static AnonymizedBaseline of(SipIndex baseline, BitSet leftOut, ReadOptions options, RunMonitor monitor)
            throws IOException {
        int[] dialogs = IntStream.range(0, baseline.dialogs().size()).filter(dialog -> !leftOut.get(dialog)).toArray();
        Path folder = Files.createTempDirectory("sipsleuth-anonymized-");
        Path file = folder.resolve(FILE);
        try {
            AnonymizedExport.write(baseline, ExportRequest.ofDialogs(baseline, dialogs, false, options),
                    AnonymizationKey.random(), Set.of(Kept.FIELD_NAMES), ExportOutput.at(file, OutputRules.NEW_FILES),
                    monitor);
            return new AnonymizedBaseline(folder, CaptureIndexer.read(List.of(file), ReadOptions.NONE, monitor));
        } catch (IOException | RuntimeException | Error failed) {
            delete(folder);
            throw failed;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /// The facts of a model that is trained on a copy: what it was trained on, without names of files
    /// in which users or hosts stand.
    public static TrainingFacts facts(TrainingFacts original, SipIndex baseline) {
        Set<String> known = new HashSet<>();
        for (int endpoint = 0; endpoint < baseline.messages().endpointCount(); endpoint++) {
            known.add(baseline.messages().endpoint(endpoint).host());
        }
        for (int dialog = 0; dialog < baseline.dialogs().size(); dialog++) {
            known.add(baseline.dialogs().caller(dialog));
            known.add(baseline.dialogs().callee(dialog));
        }
        List<Training.Input> inputs = new ArrayList<>();
        boolean areNamed = false;
        for (Training.Input input : original.inputs()) {
            boolean isNamed = known.stream().anyMatch(name -> !name.isEmpty() && input.file().contains(name));
            areNamed |= isNamed;
            inputs.add(isNamed ? new Training.Input("capture " + (inputs.size() + 1), input.sha256(), input.messages(),
                    input.dialogs()) : input);
        }
        String description = areNamed ? "captures whose names are left out" : original.description();
        return new TrainingFacts(original.name(), description + " (anonymised copy)", inputs, original.origin());
    }

    /// The copy.
    public SipIndex index() {
        return index;
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
