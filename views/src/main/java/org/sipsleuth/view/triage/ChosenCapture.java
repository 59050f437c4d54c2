package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.EvidenceSearch;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// A capture that one side of a comparison has.
///
/// @param name its file name
/// @param key its absolute path where it was seen last, which distinguishes captures
/// @param file finds it
record ChosenCapture(String name, String key, File file) {

    /// Finds a capture off the JavaFX thread.
    @FunctionalInterface
    interface File {
        Path find(RunMonitor monitor) throws IOException;
    }

    /// The capture at a path.
    static ChosenCapture of(Path path) {
        return new ChosenCapture(FileName.last(path), key(path), _ -> path);
    }

    /// A capture of a case, with the bytes that it had when it was added.
    static ChosenCapture of(Path caseFile, Evidence evidence) {
        return new ChosenCapture(evidence.name(), evidence.path(),
                monitor -> EvidenceSearch.near(caseFile, List.of())
                        .find(evidence, monitor)
                        .map(OpenedFile::path)
                        .orElseThrow(() -> new IOException(text("triage.changes.not.found"))));
    }

    /// What distinguishes the capture at a path from others.
    static String key(Path path) {
        return FileName.text(path.toAbsolutePath().normalize());
    }
}
