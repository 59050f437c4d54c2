package org.sipsleuth.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;

final class DenseBlocksTest {

    private static final int USERS = 400;

    /// Everybody calls a few of the others, some of them often.
    private static InventedCalls background() {
        InventedCalls calls = new InventedCalls();
        Random random = new Random(4);
        for (int i = 0; i < 5 * USERS; i++) {
            String caller = "u" + random.nextInt(USERS);
            String callee = "u" + random.nextInt(USERS);
            for (int again = random.nextInt(4); again >= 0; again--) {
                calls.call(caller, callee, MONDAY + i * HOUR);
            }
        }
        return calls;
    }

    private static void plant(InventedCalls calls, List<String> callers, List<String> callees) {
        callers.forEach(caller -> callees.forEach(callee -> calls.call(caller, callee, MONDAY)));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "u" + i).toList();
    }

    private static List<DenseBlock> found(CallRecords records) {
        return DenseBlocks.of(CallGraph.of(records, 0, records.size()), RunMonitor.NONE);
    }

    private static void assertBlock(List<String> callers, List<String> callees, DenseBlock block, CallRecords records) {
        assertEquals(callers.stream().sorted().toList(), block.callers().stream().map(records.users()::get).toList());
        assertEquals(callees.stream().sorted().toList(), block.callees().stream().map(records.users()::get).toList());
    }

    @Test
    void aPlantedBlockIsFoundExactlyAlthoughTwoUsersAreOnBothSides() {
        InventedCalls calls = background();
        plant(calls, names(100, 108), names(106, 116));
        CallRecords records = calls.records();
        List<DenseBlock> found = found(records);
        assertEquals(1, found.size());
        assertBlock(names(100, 108), names(106, 116), found.getFirst(), records);
        assertEquals(8 * 10 - 2, found.getFirst().pairs());
        assertEquals(1, found.getFirst().fill());
        assertTrue(found.getFirst().lift() > 10, found.toString());
    }

    @Test
    void theOrderOfCallsMakesNoDifference() {
        InventedCalls calls = background();
        plant(calls, names(100, 107), names(200, 212));
        List<DenseBlock> found = found(calls.records());
        assertEquals(1, found.size());
        assertEquals(found, found(calls.shuffled(3)));
    }

    @Test
    void blocksOfDifferentSizesAreFoundSideBySide() {
        InventedCalls calls = background();
        plant(calls, names(10, 20), names(120, 130));
        plant(calls, names(300, 306), names(330, 370));
        CallRecords records = calls.records();
        List<DenseBlock> found = found(records);
        assertEquals(2, found.size());
        DenseBlock wide = found.get(found.get(0).callees().size() == 40 ? 0 : 1);
        DenseBlock square = found.get(found.get(0).callees().size() == 40 ? 1 : 0);
        assertBlock(names(300, 306), names(330, 370), wide, records);
        assertBlock(names(10, 20), names(120, 130), square, records);
    }

    @Test
    void aBlockWithGapsAmongCallersWhoAlsoCallOthersIsFound() {
        InventedCalls calls = background();
        Random random = new Random(9);
        List<String> callers = names(50, 62);
        List<String> callees = names(150, 162);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                if ((i + j) % 8 != 0) {
                    calls.call(callers.get(i), callees.get(j), MONDAY);
                }
            }
            for (int j = 0; j < 6; j++) {
                calls.call(callers.get(i), "u" + random.nextInt(USERS), MONDAY);
            }
        }
        CallRecords records = calls.records();
        List<DenseBlock> found = found(records);
        assertEquals(1, found.size());
        assertBlock(callers, callees, found.getFirst(), records);
        assertEquals(0.875, found.getFirst().fill(), 0.02);
    }

    @Test
    void whereEverybodyCallsAFewOthersThereIsNone() {
        assertEquals(List.of(), found(background().records()));
    }

    @Test
    void friendsWhoCallEachOtherAreNone() {
        InventedCalls calls = background();
        plant(calls, names(100, 112), names(100, 112));
        assertEquals(List.of(), found(calls.records()));
    }

    @Test
    void numbersThatEverybodyCallsAreNone() {
        InventedCalls calls = background();
        plant(calls, names(0, USERS), names(20, 27));
        assertEquals(List.of(), found(calls.records()));
    }

    @Test
    void manyCallsOfFewAreNone() {
        InventedCalls calls = background();
        for (int i = 0; i < 500; i++) {
            plant(calls, names(100, 104), names(200, 204));
        }
        assertEquals(List.of(), found(calls.records()));
    }

    @Test
    void noCallsHaveNone() {
        assertEquals(List.of(), found(new InventedCalls().records()));
    }

    @Test
    void aRunThatIsCancelledStops() {
        CallRecords records = background().records();
        RunMonitor stopped = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        CallGraph graph = CallGraph.of(records, 0, records.size());
        assertThrows(CancellationException.class, () -> DenseBlocks.of(graph, stopped));
    }

    /// The sample of CallMine (M. T. Cazzolato et al., github.com/mtcazzolato/callmine): 10,000
    /// random calls, and 1,000 of users 250 to 259 to users 258 to 267.
    @Test
    @EnabledIfSystemProperty(named = "sipsleuth.callmine", matches = ".+")
    void thePlantedBlockOfCallMineIsFoundExactly() throws IOException {
        String table = Files.readString(Path.of(System.getProperty("sipsleuth.callmine")));
        CsvCalls.Head head = CsvCalls.head(table);
        CallRecords records;
        try (Reader text = new StringReader(table)) {
            records = CsvCalls.read(text, head, CsvColumns.guess(head.names()).orElseThrow(), UserNames.AS_WRITTEN,
                    RunMonitor.NONE).records();
        }
        List<DenseBlock> found = found(records);
        System.out.println(records.size() + " calls: " + found);
        assertEquals(1, found.size());
        assertBlock(numbers(250, 260), numbers(258, 268), found.getFirst(), records);
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
