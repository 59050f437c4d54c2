package org.sipsleuth.evaluate.stolen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;

final class StolenTablesTest {

    private static final List<StolenTrial> TRIALS =
            List.of(new StolenTrial(5, 2, 7, Map.of(Means.INCIDENTS, List.of(15.0, 45.0)), Map.of(Means.INCIDENTS, 3)),
                    new StolenTrial(20, 2, 21, Map.of(Means.INCIDENTS, List.of(30.0)), Map.of(Means.INCIDENTS, 1)));

    private static Map<String, Spread> rows(int table) {
        EvaluationTable its = new StolenTables(NetworkCase.OFFICE, TRIALS, 9, 1).all().get(table);
        return its.rows().stream().collect(Collectors.toMap(EvaluationRow::name, EvaluationRow::ours));
    }

    @Test
    void sharesMinutesAndOthersAreThoseOfAllTrials() {
        Map<String, Spread> rows = rows(0);
        assertEquals(Spread.of(4), rows.get("stolen accounts"));
        assertEquals(Spread.of(9), rows.get("limit of calls abroad a day"));
        assertEquals(0.75, rows.get("incidents: share named").mean());
        assertEquals(new Spread(30, 15, 45), rows.get("incidents: minutes, median, least and most"));
        assertEquals(1, rows.get("incidents: other accounts a week").mean(), "4 in 28 days");
        assertEquals(0, rows.get("beliefs: share named").mean());
    }

    @Test
    void sharesAreListedByRate() {
        Map<String, Spread> rows = rows(1);
        assertEquals(1, rows.get("5 calls a day: incidents").mean());
        assertEquals(0.5, rows.get("20 calls a day: incidents").mean());
    }
}
