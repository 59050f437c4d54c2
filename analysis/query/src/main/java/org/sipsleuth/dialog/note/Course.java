package org.sipsleuth.dialog.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The messages of a dialog in order.
///
/// @param messages all messages, retransmissions included
/// @param endNanos end of the capture in ns since the epoch
record Course(List<Spoken> messages, long endNanos) {

    /// 64 × T1 (RFC 3261 §17): the longest wait for a final response.
    static final long TIMER_B = 32_000_000_000L;

    Course {
        messages = List.copyOf(messages);
    }

    /// Its messages by transaction, in order of the transactions' first messages.
    Map<Integer, List<Spoken>> transactions() {
        Map<Integer, List<Spoken>> all = new LinkedHashMap<>();
        for (Spoken each : messages) {
            all.computeIfAbsent(each.transfer().transaction(), _ -> new ArrayList<>()).add(each);
        }
        return all;
    }

    Stream<Spoken> stream() {
        return messages.stream();
    }

    /// Without retransmissions.
    Stream<Spoken> firsts() {
        return messages.stream().filter(each -> !each.transfer().repeated());
    }

    /// Whether the capture continues for longer than timer B after this message.
    boolean isPastTimerB(Spoken message) {
        return endNanos - message.transfer().nanos() > TIMER_B;
    }
}
