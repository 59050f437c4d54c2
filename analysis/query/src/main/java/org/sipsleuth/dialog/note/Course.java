package org.sipsleuth.dialog.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The messages of a dialog in their order, with what they have in common.
///
/// @param spoken all of them
/// @param endNanos when the capture ends
record Course(List<Spoken> spoken, long endNanos) {

    /// 64 × T1 (RFC 3261 §17): how long anybody waits for an answer.
    static final long TIMER_B = 32_000_000_000L;

    Course {
        spoken = List.copyOf(spoken);
    }

    /// Its messages by transaction, in the order in which they began.
    Map<Integer, List<Spoken>> transactions() {
        Map<Integer, List<Spoken>> all = new LinkedHashMap<>();
        for (Spoken each : spoken) {
            all.computeIfAbsent(each.way().transaction(), _ -> new ArrayList<>()).add(each);
        }
        return all;
    }

    Stream<Spoken> stream() {
        return spoken.stream();
    }

    /// Without retransmissions.
    Stream<Spoken> firsts() {
        return spoken.stream().filter(each -> !each.way().repeated());
    }

    /// Whether the capture goes on so long after this message that an answer would have come.
    boolean isLongOver(Spoken message) {
        return endNanos - message.way().nanos() > TIMER_B;
    }
}
