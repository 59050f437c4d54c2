package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.AnalysisParts;
import org.sipsleuth.report.exchange.InvestigationJson;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.session.SessionState;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window finds the incidents and findings that `analyze` finds, to the byte.
@ExtendWith(ApplicationExtension.class)
class SameFindingsTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void windowAndCommandLineFindTheSame() throws IOException {
        assertSame(List.of("call.pcap", "incident.pcap", "cracking-found.pcap"), 5, 1);
    }

    @Test
    @Tag("long")
    void windowAndCommandLineFindTheSameInAllSamples() throws IOException {
        assertSame(SampleCaptures.list().stream().map(SampleCapture::file).toList(), 20, 5);
    }

    private void assertSame(List<String> samples, int minFindings, int minIncidents) throws IOException {
        int findings = 0;
        int incidents = 0;
        for (String sample : samples) {
            Path file = window.sample(sample);
            Run run = Run.of("analyze", file.toString(), "--format", "jsonl");
            assertEquals(0, run.code(), run.err());
            assertEquals(run.out(), found(file), sample);
            findings += (int) run.out().lines().count();
            incidents += (int) run.out().lines().filter(line -> line.startsWith("{\"type\":\"incident\"")).count();
        }
        assertTrue(findings > minFindings, findings + " findings");
        assertTrue(incidents > minIncidents, incidents + " incidents");
    }

    private String found(Path file) throws IOException {
        window.open(file);
        waitUntil(() -> state().runs().size() == Methods.standard().all().size() && !state().isRunning()
                && !state().joined().isRunning());
        StringWriter lines = new StringWriter();
        new InvestigationJson(state().joined().investigation().orElseThrow(),
                FileDigests.begin(List.of(file.toString()))::of, RunMonitor.NONE).writeLines(lines, AnalysisParts.ALL);
        return lines.toString();
    }

    private SessionState state() {
        return window.workbench().session().stateProperty().get();
    }
}
