package org.sipsleuth.dialog.statistics;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;

/// A capture, or a part of it, in numbers. Immutable.
///
/// @param totals how much there is
/// @param types messages by type, the most frequent first: methods, then status codes
/// @param methods requests by method with their response times, the most frequent first
/// @param times the metrics that are times; those without values are empty
/// @param ratios the metrics that are shares
/// @param userAgents dialogs by the user agent of their requests, the most frequent first
/// @param servers dialogs by the server that their responses name
/// @param transports messages by transport
/// @param calls calls by their result, the answered ones first, then the most frequent
/// @param timeline what happened when
public record Statistics(Totals totals, List<TypeCount> types, List<MethodFigures> methods,
        Map<Metric, Distribution> times, Map<Metric, Ratio> ratios, List<Counted> userAgents, List<Counted> servers,
        List<Counted> transports, List<CallCount> calls, Timeline timeline) {

    /// How much there is.
    ///
    /// @param calls the calls; the undecided ones count in no ratio
    public record Totals(long dialogs, long messages, long requests, long retransmissions, long defective,
            CallTotals calls) {

        /// Responses, retransmissions included.
        public long responses() {
            return messages - requests;
        }
    }

    /// How many messages of a type there are, retransmissions included.
    ///
    /// @param type as the message table numbers it
    /// @param name `INVITE`, `200`
    public record TypeCount(int type, String name, long count) {

        /// Whether it is a method.
        public boolean isMethod() {
            return MessageTypes.isMethod(type);
        }
    }

    /// How many calls ended in one way; those that are not decided when their coverage ends are
    /// left out.
    ///
    /// @param isAnswered whether a session was established
    /// @param status the final response of those that were not answered; 0 without any
    public record CallCount(boolean isAnswered, int status, long count) {

        /// What finds its dialogs.
        public Figure figure() {
            return new Figure.Ended(isAnswered, status);
        }
    }

    public Statistics {
        types = List.copyOf(types);
        methods = List.copyOf(methods);
        times = Map.copyOf(times);
        ratios = Map.copyOf(ratios);
        userAgents = List.copyOf(userAgents);
        servers = List.copyOf(servers);
        transports = List.copyOf(transports);
        calls = List.copyOf(calls);
    }

    private static final class Counting implements Blocks.Work {
        private final DialogPass pass;
        private final Tally tally;

        Counting(SipIndex index, StatisticsScope scope) {
            pass = new DialogPass(index, scope);
            tally = new Tally(index, timeline(index, scope));
        }

        @Override
        public void piece(int dialog) {
            pass.read(dialog, tally);
        }
    }

    /// Counts. Cost: one pass over all messages, on all processors, and a message of each dialog
    /// parsed.
    ///
    /// @param monitor is notified of the dialogs gone through, and of those that cannot be counted
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Statistics of(SipIndex index, StatisticsScope scope, RunMonitor monitor) {
        List<Counting> counts =
                Blocks.run(index.dialogs().size(), "Counting", () -> new Counting(index, scope), monitor, monitor);
        Tally all = counts.getFirst().tally;
        counts.stream().skip(1).forEach(counting -> all.add(counting.tally));
        return of(index, all);
    }

    /// From the first to the last moment of the scope that has messages.
    private static TimelineTally timeline(SipIndex index, StatisticsScope scope) {
        int last = index.messages().size() - 1;
        if (last < 0) {
            return new TimelineTally(0, 0);
        }
        long from = Math.max(scope.fromNanos(), index.messages().capturedAtNanos(0));
        long to = Math.min(scope.toNanos(), index.messages().capturedAtNanos(last));
        return new TimelineTally(from, Math.max(from, to));
    }

    private static Statistics of(SipIndex index, Tally tally) {
        MessageTable messages = index.messages();
        List<TypeCount> types = tally.types.entrySet()
                .stream()
                .map(each -> typeCount(messages, each.getKey(), each.getValue()[0]))
                .sorted(Comparator.comparing(TypeCount::isMethod)
                        .thenComparingLong(TypeCount::count)
                        .reversed()
                        .thenComparingInt(TypeCount::type))
                .toList();
        long requests = types.stream().filter(TypeCount::isMethod).mapToLong(TypeCount::count).sum();
        Map<Metric, Distribution> times = new EnumMap<>(Metric.class);
        Map<Metric, Ratio> ratios = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            switch (metric.unit()) {
                case TIME -> {
                    LongList values = tally.times.getOrDefault(metric, new LongList());
                    times.put(metric, Distribution.of(values.toArray()));
                }
                case SHARE -> ratios.put(metric, tally.ratios.getOrDefault(metric, Ratio.NONE));
            }
        }
        return new Statistics(
                new Totals(tally.dialogs, tally.messages, requests, tally.retransmissions, tally.defective,
                        tally.calls.totals()),
                types, methods(messages, tally), times, ratios,
                sorted(tally.userAgents.entrySet().stream().map(e -> agent(index, e))),
                sorted(tally.servers.entrySet()
                        .stream()
                        .map(e -> new Counted(e.getKey(), e.getValue()[0], new Figure.Server(e.getKey())))),
                sorted(tally.transports.entrySet()
                        .stream()
                        .map(e -> new Counted(e.getKey().name(), e.getValue()[0], new Figure.Carried(e.getKey())))),
                calls(tally), tally.timeline.timeline());
    }

    private static List<CallCount> calls(Tally tally) {
        return tally.results.entrySet()
                .stream()
                .map(each -> new CallCount(each.getKey() == Tally.ANSWERED, Math.max(0, each.getKey()),
                        each.getValue()[0]))
                .sorted(Comparator.comparing(CallCount::isAnswered)
                        .thenComparingLong(CallCount::count)
                        .reversed()
                        .thenComparingInt(CallCount::status))
                .toList();
    }

    private static TypeCount typeCount(MessageTable messages, int type, long count) {
        return new TypeCount(type, messages.typeName(type), count);
    }

    private static List<MethodFigures> methods(MessageTable messages, Tally tally) {
        return tally.methods.entrySet()
                .stream()
                .map(each -> new MethodFigures(each.getKey(), messages.typeName(each.getKey()),
                        each.getValue().requests, each.getValue().unanswered,
                        Distribution.of(each.getValue().first.toArray()),
                        Distribution.of(each.getValue().last.toArray())))
                .sorted(Comparator.comparingLong(MethodFigures::requests).reversed().thenComparing(MethodFigures::name))
                .toList();
    }

    private static Counted agent(SipIndex index, Map.Entry<Integer, long[]> each) {
        String name = index.dialogs().name(each.getKey());
        return new Counted(name, each.getValue()[0], new Figure.UserAgent(name));
    }

    private static List<Counted> sorted(Stream<Counted> counted) {
        return counted.sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::name))
                .toList();
    }
}
