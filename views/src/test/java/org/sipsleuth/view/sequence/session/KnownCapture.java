package org.sipsleuth.view.sequence.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.ui.SampleCalls;

/// A capture, and what the model that comes with the program says of it.
public final class KnownCapture {

    private KnownCapture() {}

    /// An hour of an office, most of which the model knows, and calls that it does not know.
    public static SipIndex calls(Path directory, int count) throws IOException {
        SampleCapture office =
                SampleCaptures.list().stream()
                        .filter(sample -> sample.file().equals("office-hour.pcap"))
                        .findFirst()
                        .orElseThrow();
        Path calls = SampleCalls.calls(count).write(directory.resolve("calls.pcap"));
        return CaptureIndexer.read(
                List.of(SampleCaptures.copyTo(office, directory), calls), RunMonitor.NONE);
    }

    /// The model that comes with the program.
    public static SequenceModel model() throws IOException {
        return SequenceModel.open(
                Methods.standard().named(SequenceModel.KIND).orElseThrow().shipped());
    }

    /// What the model says of the calls.
    public static SequenceDetection analysis(Path directory, int count) throws IOException {
        return SequenceDetection.of(calls(directory, count), model(), RunMonitor.NONE);
    }
}
