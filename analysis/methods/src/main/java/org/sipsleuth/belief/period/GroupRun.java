package org.sipsleuth.belief.period;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.counter.Counters;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.observation.EventGroups;
import org.sipsleuth.belief.observation.TrafficEvent;
import org.sipsleuth.belief.observation.TrafficEvents;

/// Goes through the messages of groups and cuts them into periods. Used by one thread.
final class GroupRun {

    private final EventGroups groups;
    private final TrafficEvent event;
    private final Counters counters;
    private final long firstNanos;
    private final PeriodSettings settings;

    /// @param firstNanos when the first period begins
    GroupRun(TrafficEvents events, EventGroups groups, PeriodSettings settings, DecayRates decay, long firstNanos) {
        this.groups = groups;
        this.event = events.event();
        this.settings = settings;
        this.counters = new Counters(decay);
        this.firstNanos = firstNanos;
    }

    /// Adds the periods of a group.
    void addPeriods(int group, List<Period> periods) {
        addPeriods(group, groups.to(group), periods);
    }

    private void addPeriods(int group, int end, List<Period> periods) {
        counters.forget();
        int begin = groups.from(group);
        long fromNanos = 0;
        long lastNanos = 0;
        for (int at = begin; at < end; at++) {
            event.at(groups.message(at));
            long nanos = event.nanos();
            if (at > begin && ends(counters.messages(), fromNanos, lastNanos, nanos)) {
                periods.add(new Period(group, begin, at, fromNanos, lastNanos, counters.observation()));
                counters.endPeriod();
                begin = at;
            }
            fromNanos = at == begin ? nanos : fromNanos;
            lastNanos = nanos;
            counters.add(event);
        }
        if (begin < end) {
            periods.add(new Period(group, begin, end, fromNanos, lastNanos, counters.observation()));
        }
    }

    /// The period that a message of a group belongs to, as far as it went when the message came.
    ///
    /// @param place the message's place
    Period upTo(int group, int place) {
        List<Period> periods = new ArrayList<>();
        addPeriods(group, place + 1, periods);
        return periods.getLast();
    }

    /// Whether a period ends before a message.
    private boolean ends(int messages, long fromNanos, long lastNanos, long nanos) {
        return switch (settings) {
            case PeriodSettings.ByCount count -> isFull(count, messages, lastNanos, nanos);
            case PeriodSettings.ByTime time -> isOver(time, lastNanos, nanos);
            case PeriodSettings.ByCountOrTime both ->
                    isFull(both.count(), messages, lastNanos, nanos) || isOver(both.time(), lastNanos, nanos);
            case PeriodSettings.Adaptive(var both, int least, Duration longest) ->
                    isFull(both.count(), messages, lastNanos, nanos)
                            || (messages >= least && isOver(both.time(), fromNanos, nanos))
                            || (nanos != lastNanos && nanos - fromNanos > longest.toNanos());
            case PeriodSettings.Whole _ -> false;
        };
    }

    private static boolean isFull(PeriodSettings.ByCount count, int messages, long lastNanos, long nanos) {
        return messages >= count.messages() && nanos != lastNanos;
    }

    private boolean isOver(PeriodSettings.ByTime time, long lastNanos, long nanos) {
        long length = time.length().toNanos();
        return Math.floorDiv(nanos - firstNanos, length) != Math.floorDiv(lastNanos - firstNanos, length);
    }
}
