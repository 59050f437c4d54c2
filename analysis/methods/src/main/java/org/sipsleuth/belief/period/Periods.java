package org.sipsleuth.belief.period;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sipsleuth.belief.counter.Counters;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.EventGroups;
import org.sipsleuth.belief.observation.TrafficEvent;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// The periods of a capture. Sources are gone through one after the other, so counters are kept for
/// as many sources as there are processors, however many sources there are; what remains of each is
/// its periods. Immutable; any thread.
public final class Periods {

    private static final String STAGE = "Counting requests and responses";
    private static final int GROUPS_A_STEP = 256;

    private final TrafficEvents events;
    private final EventGroups groups;
    private final PeriodSettings settings;
    private final DecayRates decay;
    private final List<Period> all;

    private Periods(TrafficEvents events, EventGroups groups, PeriodSettings settings, DecayRates decay,
            List<Period> all) {
        this.events = events;
        this.groups = groups;
        this.settings = settings;
        this.decay = decay;
        this.all = List.copyOf(all);
    }

    /// The periods of each source.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Periods bySource(TrafficEvents events, PeriodSettings settings, DecayRates decay,
            RunMonitor monitor) {
        return of(events, EventGroups.bySource(events), settings, decay, monitor);
    }

    /// The periods of each source in each file by itself, for files that have nothing to do with
    /// each other.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Periods bySourceAndFile(TrafficEvents events, PeriodSettings settings, DecayRates decay,
            RunMonitor monitor) {
        return of(events, EventGroups.bySourceAndFile(events), settings, decay, monitor);
    }

    /// The periods of all messages, whoever sent them.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Periods ofAll(TrafficEvents events, PeriodSettings settings, DecayRates decay, RunMonitor monitor) {
        return of(events, EventGroups.ofAll(events), settings, decay, monitor);
    }

    private static Periods of(TrafficEvents events, EventGroups groups, PeriodSettings settings, DecayRates decay,
            RunMonitor monitor) {
        long firstNanos = groups.firstNanos(events.index().messages());
        int steps = Math.ceilDiv(groups.size(), GROUPS_A_STEP);
        List<Period> all = IntStream.range(0, steps).parallel().mapToObj(step -> {
            monitor.throwIfCancelled();
            int from = step * GROUPS_A_STEP;
            monitor.progress(new Progress(STAGE, from, groups.size()));
            GroupRun run = new GroupRun(events, groups, settings, decay, firstNanos);
            List<Period> periods = new ArrayList<>();
            int to = Math.min(groups.size(), from + GROUPS_A_STEP);
            for (int group = from; group < to; group++) {
                run.addPeriods(group, periods);
            }
            return periods;
        }).flatMap(List::stream).toList();
        return new Periods(events, groups, settings, decay, all);
    }

    /// The sources that have no periods, since there are too many.
    public EventGroups.Others others() {
        return groups.others();
    }

    /// What they were made of.
    public TrafficEvents events() {
        return events;
    }

    /// When periods end.
    public PeriodSettings settings() {
        return settings;
    }

    /// All of them, source by source, in the order of their time.
    public List<Period> all() {
        return all;
    }

    /// The messages of a period, in the order in which they were counted.
    public int[] messages(Period period) {
        return groups.messages(period.from(), period.to());
    }

    /// The messages that the value of each variable rests on, in the order of their counting; empty
    /// for a variable that nothing was counted of.
    public Map<Variable, List<Integer>> evidence(Period period) {
        Map<Variable, List<Integer>> evidence = new EnumMap<>(Variable.class);
        Variable.all().forEach(variable -> evidence.put(variable, new ArrayList<>()));
        Counters counters = new Counters(decay);
        TrafficEvent event = events.event();
        for (int at = period.from(); at < period.to(); at++) {
            int changed = counters.add(event.at(groups.message(at)));
            evidence.forEach((variable, messages) -> {
                if (Counters.restsOn(variable, changed)) {
                    messages.add(event.message());
                }
            });
        }
        return evidence;
    }

    /// The period that a message belongs to, as far as it went when the message came. A message
    /// that does not count, since it was forwarded, represents what its source had sent before it.
    ///
    /// @return empty if nothing that counts came from its source until then
    public Optional<Period> upTo(int message) {
        int group = groups.size() == 1 ? 0 : events.source(message);
        OptionalInt place = place(group, message);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        long first = groups.firstNanos(events.index().messages());
        GroupRun run = new GroupRun(events, groups, settings, decay, first);
        return Optional.of(run.upTo(group, place.getAsInt()));
    }

    /// The place of a message in its group, or of the last one before it.
    private OptionalInt place(int group, int message) {
        long nanos = events.index().messages().capturedAtNanos(message);
        int before = -1;
        for (int at = groups.from(group); at < groups.to(group); at++) {
            if (groups.message(at) == message) {
                return OptionalInt.of(at);
            }
            if (events.index().messages().capturedAtNanos(groups.message(at)) <= nanos) {
                before = at;
            }
        }
        return before < 0 ? OptionalInt.empty() : OptionalInt.of(before);
    }

    /// The period that a message belongs to; empty if the message does not count, since it was
    /// forwarded.
    public Optional<Period> of(int message) {
        long nanos = events.index().messages().capturedAtNanos(message);
        return ofGroup(groups.size() == 1 ? 0 : events.source(message)).stream()
                .filter(period -> period.fromNanos() <= nanos && nanos <= period.toNanos())
                .filter(period -> IntStream.range(period.from(), period.to())
                        .anyMatch(at -> groups.message(at) == message))
                .findFirst();
    }

    private List<Period> ofGroup(int group) {
        return all.subList(firstOf(group), firstOf(group + 1));
    }

    /// The place of the first period of this group or a later one: they are group by group.
    private int firstOf(int group) {
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all.get(middle).group() < group) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
