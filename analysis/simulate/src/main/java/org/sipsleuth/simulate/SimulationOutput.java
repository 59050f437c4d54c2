package org.sipsleuth.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.file.CaptureCompanion;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;

/// The files that a simulation writes: a capture and its ground truth. Either both are written or
/// neither.
///
/// @param capture the capture, or a file of call records
/// @param truth the ground truth, beside it
public record SimulationOutput(OutputFile capture, OutputFile truth) implements Closeable {

    /// The files for a capture of this name.
    ///
    /// @throws IOException if one of them cannot or must not be written
    public static SimulationOutput at(Path capture, OutputRules rules) throws IOException {
        return new SimulationOutput(OutputFile.at(capture, rules),
                OutputFile.companion(capture, CaptureCompanion.TRUTH, rules));
    }

    /// A capture that goes to a stream, without its ground truth.
    public static SimulationOutput to(OutputFile stream) {
        return new SimulationOutput(stream, OutputFile.discarded());
    }

    /// Where there is space for what grows beside them.
    Path directory() {
        return capture.directory();
    }

    void commit() throws IOException {
        OutputFile.commit(List.of(capture, truth));
    }

    @Override
    public void close() throws IOException {
        try (truth) {
            capture.close();
        }
    }
}
