package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.run.RunMonitor;

/// Windows of several simulated captures, of which some count: so many legitimate and so many
/// malicious ones, evenly spread. Immutable.
final class FloodSet {

    /// That of the paper's windows.
    static final int STEP = 2;

    private final List<FloodCapture> captures;

    /// The windows that count, for each capture.
    private final List<BitSet> chosen;

    private FloodSet(List<FloodCapture> captures, List<BitSet> chosen) {
        this.captures = List.copyOf(captures);
        this.chosen = List.copyOf(chosen);
    }

    /// Plays captures until there are enough windows of both kinds.
    ///
    /// @param seeds of the captures, from the first on
    /// @param step from one window to the next
    /// @param news receives a line at the end
    /// @throws IllegalStateException if there are not seeds enough
    static FloodSet simulated(FloodTraffic traffic, PlayedSeeds seeds, int legitimate, int malicious, int step,
            RunMonitor monitor, Consumer<String> news) throws IOException {
        List<FloodCapture> captures = new ArrayList<>();
        int[] counts = new int[2];
        while (counts[0] < legitimate || counts[1] < malicious) {
            if (captures.size() == seeds.count()) {
                throw new IllegalStateException("%s: %s windows".formatted(traffic.name(), Arrays.toString(counts)));
            }
            FloodCapture capture = FloodCapture.of(traffic, seeds.at(captures.size()), step, monitor);
            captures.add(capture);
            for (int window = 0; window < capture.size(); window++) {
                counts[capture.isMalicious(window) ? 1 : 0]++;
            }
        }
        news.accept("%s: %d captures".formatted(traffic.name(), captures.size()));
        return choose(captures, counts, legitimate, malicious);
    }

    /// A capture of each seed, all windows of which count.
    static FloodSet whole(FloodTraffic traffic, PlayedSeeds seeds, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        return whole(traffic, seeds, FloodCapture::of, monitor, news);
    }

    /// The same, and each capture is replayed against an unprotected server.
    static FloodSet replayed(FloodTraffic traffic, PlayedSeeds seeds, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        return whole(traffic, seeds, FloodCapture::replayed, monitor, news);
    }

    /// How a capture is made.
    @FunctionalInterface
    private interface Player {
        FloodCapture play(FloodTraffic traffic, long seed, int step, RunMonitor monitor) throws IOException;
    }

    private static FloodSet whole(FloodTraffic traffic, PlayedSeeds seeds, Player player, RunMonitor monitor,
            Consumer<String> news) throws IOException {
        List<FloodCapture> captures = new ArrayList<>();
        List<BitSet> all = new ArrayList<>();
        for (long place = 0; place < seeds.count(); place++) {
            news.accept("%s, seed %d".formatted(traffic.name(), seeds.at(place)));
            FloodCapture capture = player.play(traffic, seeds.at(place), STEP, monitor);
            BitSet windows = new BitSet();
            windows.set(0, capture.size());
            captures.add(capture);
            all.add(windows);
        }
        return new FloodSet(captures, all);
    }

    private static FloodSet choose(List<FloodCapture> captures, int[] counts, int legitimate, int malicious) {
        int[] wanted = {legitimate, malicious};
        int[] seen = new int[2];
        List<BitSet> chosen = new ArrayList<>();
        for (FloodCapture capture : captures) {
            BitSet those = new BitSet();
            for (int window = 0; window < capture.size(); window++) {
                int kind = capture.isMalicious(window) ? 1 : 0;
                long number = seen[kind]++;
                if (number * wanted[kind] / counts[kind] != (number + 1) * wanted[kind] / counts[kind]) {
                    those.set(window);
                }
            }
            chosen.add(those);
        }
        return new FloodSet(captures, chosen);
    }

    /// The captures, with all their windows.
    List<FloodCapture> captures() {
        return captures;
    }

    /// How many windows count.
    int size() {
        return chosen.stream().mapToInt(BitSet::cardinality).sum();
    }

    /// Evenly spread ones of those that count.
    ///
    /// @param share how many of them, 0–1
    FloodSet part(double share) {
        List<BitSet> fewer = new ArrayList<>();
        int[] seen = new int[2];
        for (int i = 0; i < captures.size(); i++) {
            BitSet those = new BitSet();
            int number = i;
            chosen.get(i).stream().forEach(window -> {
                int kind = captures.get(number).isMalicious(window) ? 1 : 0;
                int at = seen[kind]++;
                if ((long) (at * share) != (long) ((at + 1) * share)) {
                    those.set(window);
                }
            });
            fewer.add(those);
        }
        return new FloodSet(captures, fewer);
    }

    /// The same with some inputs alone.
    FloodSet only(Set<Input> inputs) {
        return new FloodSet(captures.stream().map(each -> each.only(inputs)).toList(), chosen);
    }

    /// All windows that a larger step has, whether they count here or not.
    FloodSet every(int every) {
        List<FloodCapture> fewer = captures.stream().map(each -> each.every(every)).toList();
        List<BitSet> all = new ArrayList<>();
        for (FloodCapture capture : fewer) {
            BitSet windows = new BitSet();
            windows.set(0, capture.size());
            all.add(windows);
        }
        return new FloodSet(fewer, all);
    }

    /// Calls the action with each window of a capture that counts.
    void each(int capture, IntConsumer action) {
        chosen.get(capture).stream().forEach(action);
    }

    /// What networks learn: the windows that count.
    LabelledWindows labelled() {
        List<LabelledWindows> all = new ArrayList<>();
        for (int i = 0; i < captures.size(); i++) {
            FloodCapture capture = captures.get(i);
            int[] windows = chosen.get(i).stream().toArray();
            BitSet malicious = new BitSet();
            for (int k = 0; k < windows.length; k++) {
                malicious.set(k, capture.isMalicious(windows[k]));
            }
            int[] starts = Arrays.stream(windows).map(window -> capture.starts()[window]).toArray();
            all.add(new LabelledWindows(capture.inputs(), starts, malicious));
        }
        return LabelledWindows.of(all);
    }

    /// How many windows of a pattern count; the first attempt is the lowest bit.
    long countOf(int pattern) {
        long count = 0;
        for (int i = 0; i < captures.size(); i++) {
            int[] patterns = captures.get(i).patterns();
            count += chosen.get(i).stream().filter(window -> patterns[window] == pattern).count();
        }
        return count;
    }

    /// How many windows count, legitimate or malicious.
    long countOf(boolean isMalicious) {
        long count = 0;
        for (int i = 0; i < captures.size(); i++) {
            FloodCapture capture = captures.get(i);
            count += chosen.get(i).stream().filter(window -> capture.isMalicious(window) == isMalicious).count();
        }
        return count;
    }
}
