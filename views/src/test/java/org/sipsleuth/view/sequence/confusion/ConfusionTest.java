package org.sipsleuth.view.sequence.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.confusion.Confusion.Classifier;
import org.sipsleuth.view.sequence.confusion.Confusion.Line;
import org.sipsleuth.view.sequence.confusion.Confusion.Marks;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRows;

class ConfusionTest {

    @Test
    void withoutAGroundTruthNothingIsCounted() throws IOException {
        Lines lines = new Lines();
        SequenceDetection analysis = KnownCapture.analysis(50);
        lines.use(analysis.model().thresholds());
        SequenceRows rows =
                SequenceRows.of(analysis, Optional.empty(), Optional.empty(), RunMonitor.NONE);
        assertEquals(List.of(), Confusion.of(rows, lines).lines());
    }

    @Test
    void precisionRecallAndF1AreOfWhatIsCalledUnknown() {
        Marks normal = new Marks(80, 5, 15);
        Marks scan = new Marks(10, 0, 30);
        Marks odd = new Marks(0, 5, 5);
        Confusion confusion =
                new Confusion(
                        List.of(
                                new Line(TrafficClass.NORMAL, normal, normal, normal),
                                new Line(TrafficClass.SCAN, scan, scan, scan),
                                new Line(TrafficClass.ODD_DIALOG, odd, odd, odd)));
        for (Classifier each : Classifier.values()) {
            Confusion.Rates rates = confusion.rates(each);
            assertEquals(40.0 / 60, rates.precision(), 1e-12);
            assertEquals(40.0 / 50, rates.recall(), 1e-12);
            assertEquals(80.0 / (80 + 20 + 10), rates.f1(), 1e-12);
        }
    }
}
