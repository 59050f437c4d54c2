package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.evidence.Evidence;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.FactReader;
import org.sipsleuth.dialog.leg.fact.Hosts;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.Traffic;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Searches for the legs of all calls of a capture, on all processors.
final class LegSearch {

    private static final String READING = "Reading calls";
    private static final String COMPARING = "Comparing calls";

    /// So many calls are read or compared between two checks of the monitor.
    private static final int STEP = 8192;

    private static final int BLOCK = 256;

    private final SipIndex index;
    private final LegSettings settings;
    private final RunMonitor monitor;
    private final List<Evidence> kinds;

    LegSearch(SipIndex index, LegSettings settings, RunMonitor monitor) {
        this.index = index;
        this.settings = settings;
        this.monitor = monitor;
        kinds = settings.kinds();
    }

    Legs run() {
        List<CallFacts> calls = calls();
        Traffic traffic = new Traffic(calls, index.dialogs());
        Candidates candidates = new Candidates(calls);
        List<FoundLink> links = inSteps(COMPARING, calls.size(), from -> {
            Comparison comparison = new Comparison(calls, candidates, kinds, traffic);
            List<FoundLink> found = new ArrayList<>();
            for (int rank = from; rank < blockEnd(from, calls.size()); rank++) {
                comparison.addLinks(rank, found);
            }
            return found;
        });
        List<FoundLink> settled = new SameCall(index.dialogs().size(), settings.leastConfidence()).settle(links);
        settled.sort(surestFirst(calls));
        Grouping grouping = new Grouping(settled, settings.leastConfidence());
        return new Legs(index, settings, settled, grouping.groups(),
                new LegLimits(candidates.crowded(), candidates.common(), grouping.refused()));
    }

    /// The surest first; of equal ones those that began earlier.
    private static Comparator<FoundLink> surestFirst(List<CallFacts> calls) {
        int most = calls.stream().mapToInt(CallFacts::dialog).max().orElse(-1);
        int[] rankOf = new int[most + 1];
        for (int rank = 0; rank < calls.size(); rank++) {
            rankOf[calls.get(rank).dialog()] = rank;
        }
        return Comparator.comparingDouble((FoundLink found) -> -found.link().confidence())
                .thenComparingInt(found -> rankOf[found.link().second()])
                .thenComparingInt(found -> rankOf[found.link().first()]);
    }

    /// All calls in the order in which they began, whatever the order of the files.
    private List<CallFacts> calls() {
        Hosts hosts = new Hosts(index.messages());
        Keys keys = new Keys();
        List<CallFacts> calls = inSteps(READING, index.dialogs().size(), from -> {
            FactReader reader = new FactReader(index, hosts, keys, settings.callIdFields());
            int to = blockEnd(from, index.dialogs().size());
            return IntStream.range(from, to).mapToObj(reader::read).flatMap(Optional::stream).toList();
        });
        CallFacts[] sorted = calls.toArray(CallFacts[]::new);
        Arrays.parallelSort(sorted, Comparator.comparingLong((CallFacts call) -> call.events().startNanos())
                .thenComparing(call -> index.dialogs().callId(call.dialog())));
        return Arrays.asList(sorted);
    }

    private static int blockEnd(int from, int size) {
        return Math.min(size, from + BLOCK);
    }

    /// Does something for each block, side by side, and puts the results one after another.
    private <T> List<T> inSteps(String stage, int size, IntFunction<Collection<T>> block) {
        List<T> all = new ArrayList<>();
        for (int from = 0; from < size; from += STEP) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress(stage, from, size));
            int first = from;
            int blocks = (Math.min(STEP, size - from) + BLOCK - 1) / BLOCK;
            IntStream.range(0, blocks)
                    .parallel()
                    .mapToObj(i -> block.apply(first + i * BLOCK))
                    .toList()
                    .forEach(all::addAll);
        }
        return all;
    }
}
