package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.pair.LegPair;

/// Lists the messages that evidence rests on.
final class Requests {

    private Requests() {}

    /// The requests that both legs began with.
    static List<Integer> both(LegPair pair) {
        return of(pair.first().events().request(), pair.second().events().request());
    }

    /// Those of these messages that there are.
    static List<Integer> of(int... messages) {
        return IntStream.of(messages).filter(message -> message != CallEvents.NONE).distinct().boxed().toList();
    }
}
