package org.sipsleuth.hops;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// The Max-Forwards of all requests of a capture. Immutable.
final class HopCounts {

    private static final int NONE = -1;

    /// More digits can be no Max-Forwards: it is 0 to 255.
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final SipIndex index;
    private final int[] hops;

    private HopCounts(SipIndex index, int[] hops) {
        this.index = index;
        this.hops = hops;
    }

    /// Reads all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static HopCounts of(SipIndex index, RunMonitor monitor) {
        int[] hops = new int[index.messages().size()];
        for (int message = 0; message < hops.length; message++) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress(HopsMethod.TEXTS.text("stage"), message, hops.length));
            hops[message] = hops(index, message);
        }
        return new HopCounts(index, hops);
    }

    private static int hops(SipIndex index, int message) {
        Optional<String> field = index.message(message).header("Max-Forwards");
        return field.map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::parseInt)
                .orElse(NONE);
    }

    SipIndex index() {
        return index;
    }

    /// The highest of all; 0 if no request has one.
    int highest() {
        return Math.max(0, Arrays.stream(hops).max().orElse(0));
    }

    int of(int message) {
        return hops[message];
    }

    /// The messages above a limit, in order.
    List<Integer> above(int limit) {
        return IntStream.range(0, hops.length).filter(i -> hops[i] > limit).boxed().toList();
    }

    /// Adds the highest of a dialog; nothing if none of its requests has one.
    void read(int dialog, Values values) {
        if (dialog < index.dialogs().size()) {
            Arrays.stream(index.messagesOf(dialog))
                    .map(message -> hops[message])
                    .max()
                    .stream()
                    .filter(highest -> highest != NONE)
                    .forEach(values::whole);
        }
    }
}
