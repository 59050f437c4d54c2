package org.sipsleuth.view.sequence.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.confusion.Confusion.Line;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRows;

class ConfusionTest {

    private static final int CALLS = 200;

    private final Lines lines = new Lines();
    private SequenceRows rows;

    @BeforeEach
    void analyze(@TempDir Path directory) throws IOException {
        SequenceDetection analysis = KnownCapture.analysis(directory, CALLS);
        rows = SequenceRows.of(analysis, Optional.empty(), Optional.empty(), RunMonitor.NONE);
        lines.use(analysis.model().thresholds());
    }

    @Test
    void everyDialogIsCountedOnceByEachClassifier() {
        Confusion confusion = Confusion.of(rows, lines);
        assertEquals(2, confusion.lines().size());
        int dialogs = rows.index().dialogs().size();
        assertEquals(dialogs, confusion.lines().stream().mapToInt(l -> l.moments().all()).sum());
        assertEquals(dialogs, confusion.lines().stream().mapToInt(l -> l.maximum().all()).sum());
    }

    @Test
    void linesAtTheEndCallNothingNewKnown() {
        lines.skewnessProperty().set(1.1);
        lines.kurtosisProperty().set(1.1);
        Confusion confusion = Confusion.of(rows, lines);
        for (Line line : confusion.lines()) {
            assertEquals(0, line.moments().known());
        }
        assertEquals(1, confusion.ratesOfMoments().trueNegatives(), 1e-12);
        assertEquals(0, confusion.ratesOfMoments().f1(), 1e-12);
    }

    @Test
    void precisionIsOfWhatIsCalledKnown() {
        Confusion.Marks observed = new Confusion.Marks(30, 5, 15);
        Confusion.Marks never = new Confusion.Marks(10, 0, 40);
        Confusion confusion =
                new Confusion(
                        List.of(
                                new Line(new Category.ByTree(true), observed, observed),
                                new Line(new Category.ByTree(false), never, never)));
        assertEquals(30.0 / 40, confusion.ratesOfMoments().precision(), 1e-12);
        assertEquals(30.0 / 40, confusion.ratesOfMaximum().precision(), 1e-12);
        assertEquals(60.0 / (60 + 10 + 20), confusion.ratesOfMoments().f1(), 1e-12);
        assertEquals(40.0 / 50, confusion.ratesOfMoments().trueNegatives(), 1e-12);
    }

    @Test
    void aCellHoldsJustTheDialogsThatItCounts() {
        Confusion confusion = Confusion.of(rows, lines);
        int cells = 0;
        for (Line line : confusion.lines()) {
            for (Mark mark : Mark.values()) {
                int count = line.moments().of(mark);
                assertEquals(
                        count, Confusion.dialogs(rows, lines, line.category(), true, mark).size());
                cells += count > 0 ? 1 : 0;
            }
        }
        assertTrue(cells > 0);
    }
}
