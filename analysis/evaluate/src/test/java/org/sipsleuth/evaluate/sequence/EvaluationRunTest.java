package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SmallCorpus;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// The tables, on a corpus of a few dialogs.
class EvaluationRunTest {

    private static final SequenceCorpus CORPUS =
            new SequenceCorpus(List.of(entry(SmallCorpus.CALL, 60, 20, 30), entry(SmallCorpus.BUSY, 20, 8, 12),
                    entry(SmallCorpus.REGISTRATION, 15, 6, 9), entry(SmallCorpus.CANCELLED, 5, 2, 3),
                    entry("INVITE 100 180 200 ACK BYE 481", 0, 1, 2), entry("INVITE 100 BYE 481", 0, 3, 4)));

    private static EvaluationRun trial;

    private static SequenceCorpus.Entry entry(String types, int training, int valid, int test) {
        return new SequenceCorpus.Entry(SmallCorpus.types(types), training, valid, test);
    }

    @BeforeAll
    static void train() {
        trial = EvaluationRun.of("small", CORPUS, SmallCorpus.settings(UnknownSettings.STANDARD), RunMonitor.NONE,
                _ -> {});
    }

    @Test
    void whatIsNotTrainedCannotBeRecognised() {
        assertEquals(1, trial.accuracy(SequenceCorpus.Entry::training), 0);
        assertEquals(36.0 / 40, trial.accuracy(SequenceCorpus.Entry::validation), 1e-12);
        assertEquals(54.0 / 60, trial.accuracy(SequenceCorpus.Entry::test), 1e-12);
        assertEquals(10, trial.unknown());
        assertEquals(190.0 / 200, trial.accuracy(SequenceCorpus.Entry::dialogs), 1e-12);
    }

    @Test
    void confusionsCountEveryDialogOnce() {
        for (Confusion confusion : List.of(trial.byMoments(), trial.byMaximum())) {
            assertEquals(190, confusion.truePositives() + confusion.falseNegatives());
            assertEquals(10, confusion.falsePositives() + confusion.trueNegatives());
        }
        assertEquals(190, trial.byMaximum().truePositives());
    }

    @Test
    void tablesHaveThePapersFiguresBesideOurs() {
        List<EvaluationTable> tables = new PaperTables(List.of(trial), trial, 1).tables();
        Map<String, EvaluationTable> byId = new TreeMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        assertTrue(byId.keySet().containsAll(List.of("7", "8", "9", "unknown", "Fig 6", "Fig 7", "Fig 9")));
        EvaluationRow joint =
                byId.get("7").rows().stream().filter(row -> row.name().equals("CNN, joint")).findFirst().orElseThrow();
        assertEquals(0.966, joint.paper());
        assertEquals(0.95, joint.ours().mean(), 1e-12);
        for (EvaluationTable table : tables) {
            assertEquals(table.rows().size(), table.rows().stream().map(EvaluationRow::name).distinct().count());
        }
    }

    @Test
    void figuresHavePointsForEverySeries() {
        new PaperTables(List.of(trial), trial, 1).figures()
                .forEach(figure -> figure.series()
                        .forEach(series -> assertTrue(figure.id().startsWith("fig-9") || series.points().size() > 1,
                                figure.id() + series.name())));
    }
}
