package org.sipsleuth.lab.recipe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.simulate.record.RecordFile;

/// A table of call records, as the simulator writes them.
final class MadeCalls {

    /// A call.
    ///
    /// @param startMillis since the epoch
    /// @param seconds how long it lasted; 0 if nobody answered
    record Call(String caller, String callee, long startMillis, int ringSeconds, int seconds) {

        Instant start() {
            return Instant.ofEpochMilli(startMillis);
        }
    }

    private final List<Call> calls = new ArrayList<>();

    void add(Call call) {
        calls.add(call);
    }

    /// In the order of time.
    List<Call> calls() {
        return calls.stream().sorted(Comparator.comparingLong(Call::startMillis)).toList();
    }

    /// The file, its Call-IDs made of the number of the row.
    String text() {
        StringBuilder text = new StringBuilder(String.join(",", RecordFile.COLUMNS)).append("\r\n");
        int number = 0;
        for (Call call : calls()) {
            boolean answered = call.seconds() > 0;
            text.append(String.format(Locale.ROOT, "call-%05d,%s,%s,%d.%03d,%d,%d,%d,%s,%d,%d%n", ++number,
                    call.caller(), call.callee(), Math.floorDiv(call.startMillis(), 1000),
                    Math.floorMod(call.startMillis(), 1000), call.ringSeconds(), call.seconds(), answered ? 200 : 487,
                    "caller", 4, 4).replace("\n", "\r\n"));
        }
        return text.toString();
    }
}
