package org.sipsleuth.view.fx.sequence;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.fx.SampleCalls;

import java.io.IOException;
import java.nio.file.Path;

/// A capture, and what the model that comes with the program says of it.
public final class KnownCapture {

    private KnownCapture() {}

    /// Calls, most of which the model does not know.
    public static SipIndex calls(Path directory, int count) throws IOException {
        return SampleCalls.calls(count).index(directory.resolve("calls-" + count + ".pcap"));
    }

    /// The model that comes with the program.
    public static SequenceModel model() throws IOException {
        return SequenceModel.open(Methods.shipped().getFirst());
    }

    /// What the model says of the calls.
    public static CaptureAnalysis analysis(Path directory, int count) throws IOException {
        return CaptureAnalysis.of(calls(directory, count), model(), RunMonitor.NONE);
    }
}
