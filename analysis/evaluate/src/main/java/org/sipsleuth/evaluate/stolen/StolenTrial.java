package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// One network with stolen accounts, read as if the capture ended at one moment or another.
///
/// @param perDay calls of the first stolen account on a day
/// @param stolen how many stolen accounts have a paid call
/// @param days how long the capture is
/// @param minutes of each means, from an account's first paid call until it is named; those that
///     are never named are left out
/// @param others of each means, how many other accounts it names in the whole capture
record StolenTrial(int perDay, int stolen, double days, Map<Means, List<Double>> minutes, Map<Means, Integer> others) {

    /// A capture ends after a whole number of steps.
    private static final long STEP_NANOS = 15 * 60_000_000_000L;

    private static final double NANOS_OF_A_MINUTE = 60e9;
    private static final double NANOS_OF_A_DAY = 86_400e9;

    /// Takes copies.
    StolenTrial {
        minutes = Map.copyOf(minutes);
        others = Map.copyOf(others);
    }

    /// Plays a network and judges it.
    ///
    /// @param limit of calls abroad a day, for the simplest rule
    static StolenTrial of(NetworkCase kind, int perDay, long seed, int limit, NamedAccounts looking, RunMonitor monitor)
            throws IOException {
        return PlayedNetwork.with(kind, perDay, seed, monitor, (network, capture) -> {
            Path cut = Files.createTempFile("sipsleuth-stolen", ".pcap");
            try {
                Steps steps = new Steps(network, CutCapture.read(capture), cut, looking, monitor);
                Map<Means, List<Double>> minutes = new EnumMap<>(Means.class);
                Map<Means, Integer> others = new EnumMap<>(Means.class);
                steps.named(steps.last()).forEach((means, named) -> {
                    others.put(means, network.others(named));
                });
                for (Means means : others.keySet()) {
                    minutes.put(means, steps.minutes(means));
                }
                long learned = network.records().fromNanos() + (long) (kind.learnedDays() * NANOS_OF_A_DAY);
                add(Means.OFTEN, AbroadRules.often(network.records(), limit), network, minutes, others);
                add(Means.FIRST, AbroadRules.first(network.records(), learned), network, minutes, others);
                return new StolenTrial(perDay, network.firstPaid().size(), network.days(), minutes, others);
            } finally {
                Files.deleteIfExists(cut);
            }
        });
    }

    private static void add(Means means, Map<String, Long> named, PlayedNetwork network,
            Map<Means, List<Double>> minutes, Map<Means, Integer> others) {
        minutes.put(means, network.firstPaid()
                .entrySet()
                .stream()
                .filter(paid -> named.containsKey(paid.getKey()))
                .map(paid -> Math.max(0,
                        (named.getOrDefault(paid.getKey(), paid.getValue()) - paid.getValue()) / NANOS_OF_A_MINUTE))
                .toList());
        others.put(means, network.others(named.keySet()));
    }

    /// What is named in a capture that ends so many steps after the first paid call.
    private static final class Steps {

        private final PlayedNetwork network;
        private final CutCapture capture;
        private final Path cut;
        private final NamedAccounts looking;
        private final RunMonitor monitor;
        private final long firstNanos;
        private final Map<Integer, Map<Means, Set<String>>> known = new HashMap<>();

        Steps(PlayedNetwork network, CutCapture capture, Path cut, NamedAccounts looking, RunMonitor monitor) {
            this.network = network;
            this.capture = capture;
            this.cut = cut;
            this.looking = looking;
            this.monitor = monitor;
            this.firstNanos = network.firstPaid()
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(network.records().toNanos());
        }

        /// The step in which the whole capture has ended.
        int last() {
            return Math.toIntExact((network.records().toNanos() - firstNanos) / STEP_NANOS) + 1;
        }

        Map<Means, Set<String>> named(int step) throws IOException {
            Map<Means, Set<String>> named = known.get(step);
            if (named == null) {
                monitor.throwIfCancelled();
                capture.write(step == last() ? Long.MAX_VALUE : firstNanos + step * STEP_NANOS, cut);
                SipIndex index = CaptureIndexer.read(List.of(cut), monitor);
                named = looking.in(index, monitor);
                known.put(step, named);
            }
            return named;
        }

        /// Of each stolen account that the means names in the whole capture, until the end of the
        /// first step in which it does; 0 of one that is named before its first paid call. It is
        /// found by halving: of one that is named, forgotten and named again, either time.
        List<Double> minutes(Means means) throws IOException {
            Map<String, Double> minutes = new TreeMap<>();
            for (Map.Entry<String, Long> paid : network.firstPaid().entrySet()) {
                int until = last();
                if (!names(means, paid.getKey(), until)) {
                    continue;
                }
                int without = Math.toIntExact((paid.getValue() - firstNanos) / STEP_NANOS);
                until = names(means, paid.getKey(), without) ? without : until;
                while (until - without > 1) {
                    int middle = (without + until) / 2;
                    if (names(means, paid.getKey(), middle)) {
                        until = middle;
                    } else {
                        without = middle;
                    }
                }
                minutes.put(paid.getKey(),
                        Math.max(0, (firstNanos + until * STEP_NANOS - paid.getValue()) / NANOS_OF_A_MINUTE));
            }
            return List.copyOf(minutes.values());
        }

        private boolean names(Means means, String account, int step) throws IOException {
            return named(step).getOrDefault(means, Set.of()).contains(account);
        }
    }
}
