package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.RunMonitor;

/// The tables of a very small corpus.
final class PaperSettingTest {

    private static final FloodTraffic SMALL = new FloodTraffic("small", true, false, Map.of("episodes", "8",
            "episode-seconds", "8", "normal-before", "120", "pattern", "b", "behaviour", "very-high", "rate", "M"));

    private static List<EvaluationTable> tables;
    private static EvaluationTable steps;

    private static FloodSet set(FloodTraffic traffic, long seed, int step) throws IOException {
        return FloodSet.simulated(traffic, new PlayedSeeds(PlayedSeeds.Purpose.TEST, seed, 50), 400, 400, step,
                RunMonitor.NONE, _ -> {});
    }

    @BeforeAll
    static void measure() throws IOException {
        FloodSet train = set(SMALL, 1, FloodSet.STEP);
        FloodNetworks networks = FloodNetworks.fit("small", train.labelled(), 77, RunMonitor.NONE, _ -> {});
        PaperSetting setting = new PaperSetting(train, set(SMALL, 101, FloodSet.STEP),
                set(SMALL.dataset(1), 201, FloodSet.STEP), set(SMALL.dataset(2), 201, FloodSet.STEP), networks);
        tables = setting.tables();
        steps = setting.steps(set(SMALL.dataset(2), 201, 1));
    }

    private static List<EvaluationRow> rows(String name) {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.name().contains(name))
                .toList();
    }

    @Test
    void hasTheTablesOfThePaper() {
        assertEquals(List.of("1", "3, dataset 1", "3, dataset 2", "4", "measures"),
                tables.stream().map(EvaluationTable::id).toList());
        assertEquals(9, steps.rows().size());
        assertEquals(List.of(102.0, 103.0), rows("RNN: misclassified, of").stream().map(EvaluationRow::paper).toList());
        assertEquals(List.of(26.0), rows("1100000000: wrong by LSTM, T-2").stream().map(EvaluationRow::paper).toList());
    }

    @Test
    void networksScoreBothDatasetsAlike() {
        List<EvaluationRow> unlike = rows("windows scored unlike dataset 1");
        assertEquals(3, unlike.size());
        unlike.forEach(row -> assertEquals(Boolean.TRUE, row.met(), row.name()));
    }

    @Test
    void simplestAndBestStandBesideErrors() {
        for (EvaluationRow row : rows("GRU: misclassified")) {
            assertNotNull(row.simplest(), row.name());
            assertNotNull(row.best(), row.name());
        }
    }

    /// Invented sources show a flood at once: few windows are wrong, and those across its ends.
    @Test
    void inventedIdentitiesAreEasy() {
        double recall = rows("GRU: recall").getFirst().ours().mean();
        assertTrue(recall > 0.9, () -> "recall: " + recall);
    }
}
