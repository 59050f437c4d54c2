package org.sipsleuth.view.incident.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection.TimeRange;

/// A capture in figures, or a range of its time. Immutable.
///
/// @param index the capture
/// @param range what is counted of it; empty for all
/// @param statistics its statistics
/// @param talkers who sent how much, the most first
/// @param bundled the models of the program itself, to distinguish a model of the user's own
public record CaptureFacts(SipIndex index, Optional<TimeRange> range, Statistics statistics, List<Talker> talkers,
        Set<ModelIdentity> bundled) {

    /// A host that sends.
    ///
    /// @param address its address
    /// @param messages how many messages it sent, retransmissions included
    public record Talker(String address, long messages) {}

    /// Takes a copy.
    public CaptureFacts {
        talkers = List.copyOf(talkers);
        bundled = Set.copyOf(bundled);
    }

    /// Counts all. Cost: two passes over all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaptureFacts of(SipIndex index, RunMonitor monitor) {
        return of(index, Optional.empty(), monitor);
    }

    /// Counts what is in a range of time: messages by their own time, calls and user agents as the
    /// statistics do. Cost: two passes over all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaptureFacts of(SipIndex index, Optional<TimeRange> range, RunMonitor monitor) {
        Statistics statistics = Statistics.of(index, range(range), monitor);
        return new CaptureFacts(index, range, statistics, talkers(index.messages(), range), bundledModels());
    }

    private static StatisticsScope range(Optional<TimeRange> range) {
        return range.map(section -> StatisticsScope.ALL.within(section.fromNanos(), section.toNanos()))
                .orElse(StatisticsScope.ALL);
    }

    /// What its figures count.
    public StatisticsScope scope() {
        return range(range);
    }

    private static Set<ModelIdentity> bundledModels() {
        try {
            return Methods.standard()
                    .shipped()
                    .stream()
                    .map(ModelFile::identity)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled model cannot be read", e);
        }
    }

    private static List<Talker> talkers(MessageTable messages, Optional<TimeRange> range) {
        long[] counts = new long[messages.endpointCount()];
        for (int message = 0; message < messages.size(); message++) {
            long at = messages.capturedAtNanos(message);
            if (range.isEmpty() || range.get().contains(at)) {
                counts[messages.source(message)]++;
            }
        }
        Map<String, Long> byHost = new HashMap<>();
        for (int endpoint = 0; endpoint < counts.length; endpoint++) {
            if (counts[endpoint] > 0) {
                byHost.merge(messages.endpoint(endpoint).host(), counts[endpoint], Long::sum);
            }
        }
        return byHost.entrySet()
                .stream()
                .map(each -> new Talker(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Talker::messages).reversed().thenComparing(Talker::address))
                .toList();
    }

    /// Its calls, undecided ones included.
    public CallTotals calls() {
        return statistics.totals().calls();
    }
}
