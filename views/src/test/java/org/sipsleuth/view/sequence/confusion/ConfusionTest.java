package org.sipsleuth.view.sequence.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.sequence.confusion.Confusion.Classifier;
import org.sipsleuth.view.sequence.confusion.Confusion.Line;
import org.sipsleuth.view.sequence.confusion.Confusion.Marks;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;

class ConfusionTest {

    @Test
    void withoutAGroundTruthNothingIsCounted() throws IOException {
        Lines lines = new Lines();
        SequenceDetection analysis = KnownCapture.analysis(50);
        lines.use(analysis.model().thresholds());
        SequenceRows rows = SequenceRows.of(analysis, Optional.empty(), Optional.empty(), _ -> true, RunMonitor.NONE);
        assertEquals(List.of(), Confusion.of(rows, lines).lines());
    }

    @Test
    void precisionRecallAndF1AreOfWhatIsCalledUnknown() {
        Marks normal = new Marks(80, 5, 15);
        Marks scan = new Marks(10, 0, 30);
        Marks odd = new Marks(0, 5, 5);
        Confusion confusion = new Confusion(List.of(new Line(TrafficClass.NORMAL, normal, normal, normal),
                new Line(TrafficClass.SCAN, scan, scan, scan), new Line(TrafficClass.ODD_DIALOG, odd, odd, odd)));
        for (Classifier each : Classifier.values()) {
            Confusion.Rates rates = confusion.rates(each);
            assertEquals(40.0 / 60, rates.precision(), 1e-12);
            assertEquals(40.0 / 50, rates.recall(), 1e-12);
            assertEquals(80.0 / (80 + 20 + 10), rates.f1(), 1e-12);
        }
    }

    /// A sequence can have known and unknown dialogs, since their hops differ: each dialog
    /// counts by its own verdict.
    @Test
    void everyDialogCountsByItsOwnVerdict(@TempDir Path folder) throws IOException {
        int mixed = 0;
        for (String file : List.of("torture.pcap", "incident.pcap", "flood.pcap")) {
            SipIndex index = index(folder, file);
            IndexTruth truth = IndexTruth.read(index, RunMonitor.NONE);
            SequenceDetection analysis = SequenceDetection.of(index, KnownCapture.model(), RunMonitor.NONE);
            Lines lines = new Lines();
            lines.use(analysis.model().thresholds());
            SequenceRows rows =
                    SequenceRows.of(analysis, Optional.of(truth), Optional.empty(), _ -> true, RunMonitor.NONE);
            Map<TrafficClass, Integer> unknown = new EnumMap<>(TrafficClass.class);
            int all = 0;
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                if (analysis.mark(dialog) == Mark.UNKNOWN) {
                    all++;
                    truth.ofDialog(dialog).ifPresent(label -> unknown.merge(label.trafficClass(), 1, Integer::sum));
                }
            }
            for (Line line : Confusion.of(rows, lines).lines()) {
                assertEquals(unknown.getOrDefault(line.category(), 0), line.verdict().flagged(),
                        file + ", " + line.category());
            }
            assertEquals(all, rows.count(Mark.UNKNOWN), file);
            mixed += (int) (rows.all().stream().map(SequenceRow::sequence).count()
                    - rows.all().stream().map(SequenceRow::sequence).distinct().count());
        }
        assertTrue(mixed > 0, "a sequence with known and unknown dialogs");
    }

    private static SipIndex index(Path folder, String file) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
        return CaptureIndexer.read(List.of(SampleCaptures.copyTo(sample, folder)), RunMonitor.NONE);
    }
}
