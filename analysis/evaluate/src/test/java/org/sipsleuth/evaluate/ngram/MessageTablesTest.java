package org.sipsleuth.evaluate.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.mutation.Rule;

final class MessageTablesTest {

    private static final Map<String, String> SMALL =
            Map.of("normal-dialogs", "60", "mutated-dialogs", "80", "permute", "yes");

    private static SimulatedMessages simulated() throws IOException {
        return SimulatedMessages.of("mutations", 3, SMALL, RunMonitor.NONE);
    }

    private static EvaluationRow row(EvaluationTable table, String name) {
        return table.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void anomalousMessagesCarryTheirChangesAndNormalOnesNone() throws IOException {
        SimulatedMessages messages = simulated();
        assertTrue(messages.anomalous().size() > 60);
        assertTrue(messages.anomalous().stream().noneMatch(m -> m.changes().isEmpty()));
        assertTrue(messages.normal().stream().allMatch(m -> m.changes().isEmpty()));
        assertFalse(messages.normal().stream().anyMatch(LabelledMessage::isAnomalous));
    }

    @Test
    void aBrokenMessageDiffersInItsChangedBytesOnly() throws IOException {
        List<LabelledMessage> normal = simulated().normal();
        List<LabelledMessage> broken = BrokenMessages.of(normal, Rule.NUL, 20, 1);
        assertEquals(20, broken.size());
        for (LabelledMessage message : broken) {
            assertEquals(1, message.changes().size());
            assertEquals(0, message.bytes()[message.changes().getFirst().from()]);
        }
    }

    @Test
    void theSameSeedGivesTheSameFiguresOfThePaper() throws IOException {
        SimulatedMessages messages = simulated();
        PaperSetting one = new PaperSetting(messages, 30, 2, 9, RunMonitor.NONE, line -> {});
        one.measure();
        PaperSetting two = new PaperSetting(messages, 30, 2, 9, RunMonitor.NONE, line -> {});
        two.measure();
        assertEquals(one.table(), two.table());
        assertEquals(one.figure(), two.figure());
        assertEquals(0.99, row(one.table(), "local, 4-grams").paper());
    }

    /// The first messages of a capture belong to few dialogs, which are drawn from all of them.
    @Test
    void anomalousMessagesOfATestAreOfDifferentDialogs() throws IOException {
        SimulatedMessages all = simulated().distinct();
        assertTrue(all.anomalous().size() > LabelledMessage.dialogs(all.anomalous()));
        List<LabelledMessage> drawn = all.ofDialogs(40, 9).anomalous();
        assertEquals(40, drawn.size());
        assertEquals(40, LabelledMessage.dialogs(drawn));
        assertTrue(drawn.stream().anyMatch(m -> all.anomalous().indexOf(m) > 40));
        List<LabelledMessage> every = all.ofDialogs(Integer.MAX_VALUE, 9).anomalous();
        assertEquals(LabelledMessage.dialogs(all.anomalous()), every.size());
    }

    @Test
    void splitsStateTheirDialogsBesideParserAndSimplest() throws IOException {
        List<SimulatedMessages> captures = new ArrayList<>();
        for (long seed = 3; seed < 6; seed++) {
            captures.add(SimulatedMessages.of("mutations", seed, SMALL, RunMonitor.NONE).distinct().ofDialogs(40, 9));
        }
        EvaluationTable table = new HonestSplits(captures, 9, RunMonitor.NONE).table();
        assertEquals(40, row(table, "anomalous messages of a test").ours().least());
        assertEquals(40, row(table, "dialogs of these").ours().least());
        for (String unit : List.of("by message", "by dialog", "by capture")) {
            EvaluationRow parser = row(table, unit + ", parse defects: true positives");
            assertTrue(parser.ours().mean() > 0.5, parser::toString);
            for (String model : List.of("header fields of the method or status", "length", "conformance", "local",
                    "unseen, identifiers replaced")) {
                EvaluationRow found = row(table, unit + ", " + model + ": true positives");
                assertEquals(parser.ours().mean(), found.simplest());
            }
        }
    }

    /// A field left out or repeated is what the parser often accepts, and n-grams seldom find.
    @Test
    void headerFieldsFindAcceptedMessagesBesideTheGrams() throws IOException {
        List<AcceptedMessages> captures = new ArrayList<>();
        for (long seed = 3; seed < 5; seed++) {
            SimulatedMessages all = SimulatedMessages.of("mutations", seed,
                    Map.of("normal-dialogs", "120", "mutated-dialogs", "400"), RunMonitor.NONE);
            captures.add(AcceptedMessages.ofSimulated(all, seed));
        }
        EvaluationTable table = new AcceptedTable("simulated", "", captures, RunMonitor.NONE).table();
        double accepted = row(table, "accepted by parser and conformance").ours().mean();
        assertEquals(captures.stream().mapToInt(each -> each.accepted().size()).sum(), accepted);
        assertTrue(accepted > 10 && accepted < row(table, "broken messages").ours().mean() / 4);
        EvaluationRow names = row(table, "header fields never seen together: true positives");
        EvaluationRow any = row(table, "n-grams or a test of header fields: true positives");
        assertTrue(names.ours().least() > 0.1, names::toString);
        for (String one : List.of("unseen n-grams", "over-long fields", "either test of header fields")) {
            assertTrue(any.ours().mean() >= row(table, one + ": true positives").ours().mean(), one);
        }
        assertEquals(any.ours().mean(), row(table, "true positives without the interval").ours().least());
    }

    /// What is found of it unbroken is found for its stack, not for its damage.
    @Test
    void anotherStackIsWellFormedUntilItIsBroken() {
        for (LabelledMessage message : OtherStack.unbroken(50, 7)) {
            assertEquals(0, SimpleModel.defects(message.bytes()));
            assertFalse(SimpleModel.departs(message.bytes()));
        }
        List<LabelledMessage> broken = OtherStack.broken(200, 7);
        assertEquals(200, LabelledMessage.dialogs(broken));
        assertTrue(broken.stream().filter(message -> SimpleModel.defects(message.bytes()) > 0).count() > 100);
        assertTrue(broken.stream().mapToInt(message -> message.bytes().length).max().orElse(0) > 1_400);
    }

    @Test
    void permutedAttacksHaveTheSameFieldsAndNormalMessagesStay() throws IOException {
        SimulatedMessages all = SimulatedMessages.of("mutations", 3,
                Map.of("normal-dialogs", "40", "mutated-dialogs", "40"), RunMonitor.NONE);
        SimulatedMessages permuted = all.withPermutedAttacks(9);
        assertEquals(all.normal(), permuted.normal());
        assertEquals(all.anomalous().size(), permuted.anomalous().size());
        long others = IntStream.range(0, all.anomalous().size())
                .filter(i -> !Arrays.equals(all.anomalous().get(i).bytes(), permuted.anomalous().get(i).bytes()))
                .count();
        assertTrue(others > all.anomalous().size() * 0.9, () -> others + " of " + all.anomalous().size());
        PaperSetting setting = new PaperSetting(permuted, 20, 2, 9, RunMonitor.NONE, _ -> {});
        setting.measureChosen();
        assertEquals(9, setting.table("Fig 5 a", "").rows().size());
    }

    @Test
    void ofRecordedAttacksTheFirstMessageOfADialogCounts() throws IOException {
        Path torture = Path.of("../../sample-captures/torture.pcap");
        SimulatedMessages all = SimulatedMessages.recorded(List.of(torture), ReadOptions.NONE, RunMonitor.NONE);
        AcceptedMessages recorded = AcceptedMessages.ofRecorded(all, 1);
        assertTrue(recorded.broken() > 240 && recorded.broken() <= 276, () -> "" + recorded.broken());
        assertTrue(recorded.accepted().size() > 50);
        assertEquals(recorded.accepted().size(), LabelledMessage.dialogs(recorded.accepted()));
    }

    @Test
    void theHeatMapFindsChangedBytes() throws IOException {
        List<LabelledMessage> normal = simulated().distinct().normal();
        EvaluationTable table = new HeatMapTable(normal, 9, RunMonitor.NONE).table();
        assertTrue(row(table, "nul").ours().mean() > 0.8);
        assertTrue(table.rows().stream().noneMatch(r -> r.name().equals("leave-out")));
    }
}
