package org.sipsleuth.evaluate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.sentence.Severity;

final class IncidentTablesTest {

    private static CaptureScore.JudgedClaim claim(double confidence, Set<Integer> covered, boolean isFalse,
            boolean isRight) {
        CaptureScore.Judged judged = new CaptureScore.Judged(confidence, isRight);
        return new CaptureScore.JudgedClaim(Severity.LOW, covered, isFalse, judged, judged, Optional.empty());
    }

    private static List<EvaluationTable> tables(CaptureScore.JudgedClaim... claims) {
        CaptureScore score = new CaptureScore("x.pcap", 3_600, List.of(), List.of(claims), List.of());
        return new IncidentTables("joined", "Both joined", List.of(score), 1).confidence();
    }

    private static List<EvaluationRow> rows(CaptureScore.JudgedClaim... claims) {
        return tables(claims).getFirst().rows();
    }

    /// Of two incidents one accuses the wrong host; only one states an outcome, and is right.
    @Test
    void kindActorAndOutcomeAreCountedApart() {
        CaptureScore.Judged right = new CaptureScore.Judged(0.97, true);
        CaptureScore.JudgedClaim one = new CaptureScore.JudgedClaim(Severity.LOW, Set.of(0), false, right,
                new CaptureScore.Judged(0.6, false), Optional.empty());
        CaptureScore.JudgedClaim other = new CaptureScore.JudgedClaim(Severity.LOW, Set.of(1), false, right,
                new CaptureScore.Judged(0.6, true), Optional.of(new CaptureScore.Judged(0.9, true)));
        assertEquals(
                List.of("joined-confidence 0.95 to 1.00: incidents 2.0",
                        "joined-confidence-actor 0.50 to 0.70: incidents 2.0",
                        "joined-confidence-outcome 0.90 to 0.95: incidents 1.0"),
                tables(one, other).stream()
                        .map(table -> "%s %s %s".formatted(table.id(), table.rows().getFirst().name(),
                                table.rows().getFirst().ours().mean()))
                        .toList());
        assertEquals(List.of(1.0, 0.5, 1.0),
                tables(one, other).stream().map(table -> table.rows().get(2).ours().mean()).toList());
    }

    /// Of what is stated with 90 to 95 %, one covers an attack of another kind and one is false.
    @Test
    void incidentsThatAreRightAreCountedByTheirConfidence() {
        List<EvaluationRow> rows = rows(claim(0.92, Set.of(0), false, true), claim(0.94, Set.of(1), false, true),
                claim(0.9, Set.of(2), false, false), claim(0.9, Set.of(), true, false),
                claim(0.5, Set.of(3), false, true));
        assertEquals(
                List.of("0.50 to 0.70: incidents", "0.50 to 0.70: stated confidence",
                        "0.50 to 0.70: right, 95 % interval", "0.90 to 0.95: incidents",
                        "0.90 to 0.95: stated confidence", "0.90 to 0.95: right, 95 % interval"),
                rows.stream().map(EvaluationRow::name).toList());
        assertEquals(4, rows.get(3).ours().mean());
        assertEquals(0.915, rows.get(4).ours().mean(), 1e-9);
        Spread right = rows.get(5).ours();
        assertEquals(0.5, right.mean());
        assertEquals(0.15, right.least(), 0.005);
        assertEquals(0.85, right.most(), 0.005);
    }

    /// Odd dialogs are no attack, and what is stated of them is neither right nor false.
    @Test
    void oddDialogsDoNotCount() {
        assertEquals(List.of(), rows(claim(0.9, Set.of(), false, false)));
    }

    /// A share of three of three is not certain.
    @Test
    void fewObservationsHaveAWideInterval() {
        assertEquals(List.of(1.0, 0.44, 1.0),
                Stream.of(Interval.ofShare(3, 3))
                        .flatMap(its -> Stream.of(its.mean(), its.least(), its.most()))
                        .map(value -> Math.round(value * 100) / 100.0)
                        .toList());
    }
}
