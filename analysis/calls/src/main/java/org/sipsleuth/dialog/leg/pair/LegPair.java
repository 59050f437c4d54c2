package org.sipsleuth.dialog.leg.pair;

import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.Hosts;

/// Two dialogs of which the second may have been begun by who received the first.
///
/// @param first the one that began earlier
/// @param second the other one
/// @param middle the host that got the first one's request and sent the second one's; [Hosts#ANY]
///     if absent
public record LegPair(CallFacts first, CallFacts second, int middle) {

    /// A pair with the host between both, if there is one.
    public static LegPair of(CallFacts first, CallFacts second) {
        int source = second.events().source();
        boolean reached = source != Hosts.ANY
                && first.events().requestTo(source, second.events().startNanos()) != CallEvents.NONE;
        return new LegPair(first, second, reached ? source : Hosts.ANY);
    }

    /// Whether one host got the first request and sent the second.
    public boolean hasMiddle() {
        return middle != Hosts.ANY;
    }

    /// The request of the first one that the second may follow from, or [CallEvents#NONE].
    public int cause() {
        return first.events().requestTo(middle, second.events().startNanos());
    }

    /// The first response or request of the first leg that leaves the host between both.
    public int leavingFirst(CallEvents.Kind kind) {
        return first.events().first(kind, middle, Hosts.ANY);
    }

    /// The first of the first leg that reaches it.
    public int reachingFirst(CallEvents.Kind kind) {
        return first.events().first(kind, Hosts.ANY, middle);
    }

    /// The first of the second leg that leaves it.
    public int leavingSecond(CallEvents.Kind kind) {
        return second.events().first(kind, middle, Hosts.ANY);
    }

    /// The first of the second leg that reaches it.
    public int reachingSecond(CallEvents.Kind kind) {
        return second.events().first(kind, Hosts.ANY, middle);
    }

    /// From a message of the first leg to one of the second in seconds.
    public double secondsBetween(int ofFirst, int ofSecond) {
        return (second.events().nanos(ofSecond) - first.events().nanos(ofFirst)) / 1e9;
    }
}
