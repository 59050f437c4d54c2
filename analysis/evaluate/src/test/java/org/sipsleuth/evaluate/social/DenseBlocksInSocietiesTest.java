package org.sipsleuth.evaluate.social;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.DenseBlock;
import org.sipsleuth.social.graph.DenseBlocks;

final class DenseBlocksInSocietiesTest {

    private static CallRecords records(long seed, int members, int calls) throws IOException {
        return Society
                .of(seed,
                        Map.of("injections", "no", "members", Integer.toString(members), "calls",
                                Integer.toString(calls)),
                        RunMonitor.NONE)
                .records();
    }

    private static List<DenseBlock> blocks(CallRecords records) {
        return DenseBlocks.of(CallGraph.of(records, 0, records.size()), RunMonitor.NONE);
    }

    /// Half a year each, from 8 to 400 calls a member.
    @ParameterizedTest
    @CsvSource({"31, 850, 30000", "32, 200, 60000", "33, 400, 3000", "34, 100, 40000"})
    void anOrdinarySocietyHasNone(long seed, int members, int calls) throws IOException {
        assertEquals(List.of(), blocks(records(seed, members, calls)));
    }

    @Test
    void tenMembersWhoCallTenNumbersAreFoundInIt() throws IOException {
        CallRecords society = records(35, 850, 30_000);
        CallRecords.Builder builder = new CallRecords.Builder();
        for (int call = 0; call < society.size(); call++) {
            builder.add(society.users().get(society.caller(call)), society.users().get(society.callee(call)),
                    society.startNanos(call), society.isAnswered(call), society.talkMillis(call), call);
        }
        List<String> members = society.users().stream().filter(user -> user.endsWith("@example.edu")).toList();
        List<String> callers = every(members, 40);
        List<String> callees = every(society.users().stream().filter(user -> !members.contains(user)).toList(), 300);
        long at = society.fromNanos();
        callers.forEach(caller -> callees.forEach(to -> builder.add(caller, to, at, true, 1, 0)));
        CallRecords records = builder.build();
        List<DenseBlock> found = blocks(records);
        assertEquals(1, found.size());
        assertEquals(callers, found.getFirst().callers().stream().map(records.users()::get).toList());
        assertEquals(callees, found.getFirst().callees().stream().map(records.users()::get).toList());
    }

    private static List<String> every(List<String> users, int step) {
        return IntStream.range(0, 10).mapToObj(i -> users.get(i * step)).toList();
    }
}
