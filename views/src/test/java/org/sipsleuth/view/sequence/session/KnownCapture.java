package org.sipsleuth.view.sequence.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.ui.SampleCalls;

/// A capture, and what the model that comes with the program says about it.
public final class KnownCapture {

    private static final Map<Integer, SipIndex> READ = new HashMap<>();

    private KnownCapture() {}

    /// An hour of an office, most of which the model knows, and calls that it does not know: read
    /// once for all tests.
    public static synchronized SipIndex calls(int count) throws IOException {
        SipIndex known = READ.get(count);
        if (known == null) {
            Path directory = Files.createTempDirectory("known-capture");
            known = read(directory, count);
            READ.put(count, known);
            directory.toFile().deleteOnExit(); // after its files: messages are read of them
            known.files().forEach(file -> file.path().toFile().deleteOnExit());
        }
        return known;
    }

    private static SipIndex read(Path directory, int count) throws IOException {
        SampleCapture office = SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("office-hour.pcap"))
                .findFirst()
                .orElseThrow();
        Path calls = SampleCalls.calls(count).write(directory.resolve("calls.pcap"));
        return CaptureIndexer.read(List.of(SampleCaptures.copyTo(office, directory), calls), RunMonitor.NONE);
    }

    /// The model that comes with the program.
    public static SequenceModel model() throws IOException {
        return SequenceModel.open(Methods.standard().named(SequenceModel.KIND).orElseThrow().shipped());
    }

    /// What the model says about the calls.
    public static SequenceDetection analysis(int count) throws IOException {
        return SequenceDetection.of(calls(count), model(), RunMonitor.NONE);
    }
}
