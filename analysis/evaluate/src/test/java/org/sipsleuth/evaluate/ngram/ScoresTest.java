package org.sipsleuth.evaluate.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.ngram.embedding.MessageContext;
import org.sipsleuth.truth.MutatedBytes;

final class ScoresTest {

    private static LabelledMessage ofLength(int length) {
        return new LabelledMessage(new byte[length], length, false, List.of(),
                new MessageContext(MessageContext.State.NONE, "BYE", "", true, 0));
    }

    private static List<LabelledMessage> lengths(int from, int to) {
        return IntStream.range(from, to).mapToObj(ScoresTest::ofLength).toList();
    }

    @Test
    void withoutFalsePositivesTheLargestNormalScoreIsTheThreshold() {
        Scores scores = Scores.of(message -> message.bytes().length, lengths(0, 100), lengths(90, 110));
        assertEquals(0.5, scores.truePositivesWithoutFalse());
    }

    @Test
    void theThresholdLetsItsShareOfNormalMessagesPass() {
        Scores scores = Scores.of(message -> message.bytes().length, lengths(0, 100), lengths(90, 110));
        double threshold = scores.threshold(0.05);
        assertEquals(0.05, scores.falsePositives(threshold));
        assertEquals(0.75, scores.truePositives(threshold));
    }

    @Test
    void equalScoresAtTheThresholdAreNotFalse() {
        Scores scores = Scores.of(message -> 1, lengths(0, 100), lengths(0, 10));
        assertEquals(0, scores.falsePositives(scores.threshold(0.5)));
    }

    @Test
    void areasAreThoseOfRanks() {
        MutatedBytes changed = new MutatedBytes(2, 4, "");
        assertEquals(1, HeatMapTable.area(6, i -> i == 2 || i == 3 ? 1 : 0, changed));
        assertEquals(0, HeatMapTable.area(6, i -> i == 2 || i == 3 ? 0 : 1, changed));
        assertEquals(0.5, HeatMapTable.area(6, i -> 7, changed));
        assertEquals(0.75, HeatMapTable.area(6, i -> i == 2 ? 1 : 0, changed));
    }

    @Test
    void dialogsAreNotSplit() {
        List<LabelledMessage> messages = IntStream.range(0, 400).mapToObj(i -> ofLength(i / 4)).toList();
        Split split = Split.byDialog(messages, 3);
        assertEquals(200, split.train().size());
        assertEquals(100, split.choose().size());
        assertEquals(100, split.test().size());
        List<Integer> trained = split.train().stream().map(LabelledMessage::dialog).distinct().toList();
        assertEquals(50, trained.size());
        assertEquals(0, split.test().stream().filter(m -> trained.contains(m.dialog())).count());
    }
}
