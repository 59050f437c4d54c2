package org.sipsleuth.social;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sipsleuth.call.record.CallRecords;

/// Calls of a test, added in any order.
public final class InventedCalls {

    /// Monday, 2025-07-07, 9:00 UTC.
    public static final long MONDAY = 1_751_878_800_000_000_000L;

    public static final long HOUR = 3_600_000_000_000L;
    public static final long DAY = 24 * HOUR;

    private record One(String caller, String callee, long at, boolean isAnswered, long millis) {}

    private final List<One> calls = new ArrayList<>();

    /// An answered call of a minute.
    public InventedCalls call(String caller, String callee, long at) {
        return call(caller, callee, at, true, 60_000);
    }

    /// A call.
    public InventedCalls call(String caller, String callee, long at, boolean isAnswered, long millis) {
        calls.add(new One(caller, callee, at, isAnswered, millis));
        return this;
    }

    /// The records.
    public CallRecords records() {
        CallRecords.Builder builder = new CallRecords.Builder();
        calls.forEach(one -> builder.add(one.caller, one.callee, one.at, one.isAnswered, one.millis, 0));
        return builder.build();
    }

    /// The records of the same calls, added in another order.
    public CallRecords shuffled(long seed) {
        InventedCalls other = new InventedCalls();
        other.calls.addAll(calls);
        Collections.shuffle(other.calls, new Random(seed));
        return other.records();
    }
}
