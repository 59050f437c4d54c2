package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.EvaluationCost;

final class EvaluationNewsTest {

    private final AtomicLong clock = new AtomicLong(5);
    private final List<String> lines = new ArrayList<>();

    @Test
    void expectedAndElapsedTimeAreStated() {
        EvaluationNews news = new EvaluationNews(EvaluationCost.of(Duration.ofMinutes(14), 1), clock::get, lines::add);
        news.begin();
        clock.addAndGet(Duration.ofSeconds(75).toNanos());
        news.accept("Table 6");
        assertEquals(List.of("takes about 14 min 0 s on two idle cores", "1 min 15 s: Table 6"), lines);
    }

    @Test
    void timeOfGivenCapturesIsNotGuessed() {
        new EvaluationNews(EvaluationCost.ofCaptures(), clock::get, lines::add).begin();
        assertEquals(List.of("how long it takes depends on the captures"), lines);
    }
}
