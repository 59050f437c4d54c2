package org.sipsleuth.view.sequence.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Listed.Span;
import org.sipsleuth.view.sequence.state.SequenceRow;

class PointsTest {

    private final Lines lines = new Lines();

    @BeforeEach
    void useAModel() throws IOException {
        lines.use(KnownCapture.model().thresholds());
    }

    private static List<SequenceRow> rows(int count) {
        Random random = new Random(7);
        List<SequenceRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double skewness = random.nextDouble();
            SequenceScore score = new SequenceScore(0, 0.5, skewness, skewness * skewness, -1, false);
            rows.add(new SequenceRow(i, Mark.UNKNOWN, List.of("INVITE"), score, List.of(2 * i, 2 * i + 1),
                    new Span(0, 1, "192.0.2.1", 1), Map.of(), Optional.empty(), Optional.empty()));
        }
        return rows;
    }

    private static int dialogs(Points points) {
        return points.all().stream().mapToInt(Point::dialogs).sum();
    }

    @Test
    void eachSequenceIsAPointWhileTheyAreFew() {
        Points points = Points.of(rows(500), lines);
        assertEquals(500, points.all().size());
        assertEquals(1_000, dialogs(points));
    }

    @Test
    void veryManySequencesShareTheirPlacesAndNoneIsLost() {
        Points points = Points.of(rows(50_000), lines);
        assertTrue(points.all().size() < Points.MOST_SINGLE, points.all().size() + " points");
        assertEquals(100_000, dialogs(points));
        assertEquals(50_000, points.sequences());
        assertEquals(50_000, points.all().stream().mapToInt(point -> point.rows().size()).sum());
    }

    @Test
    void aPointOfMoreDialogsIsLargerAndDrawnFirst() {
        List<SequenceRow> rows = new ArrayList<>(rows(3));
        SequenceRow first = rows.getFirst();
        List<Integer> many = IntStream.range(0, 1_000).boxed().toList();
        rows.add(new SequenceRow(9, Mark.UNKNOWN, first.types(), first.score(), many, first.span(), Map.of(),
                Optional.empty(), Optional.empty()));
        Points points = Points.of(rows, lines);
        assertEquals(1_000, points.all().getFirst().dialogs());
        assertTrue(points.all().getFirst().radius() > points.all().getLast().radius());
    }
}
