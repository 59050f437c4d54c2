package org.sipsleuth.edge.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Tries protections against the attack in a capture. The same capture and settings give the same
/// advice.
public final class Recommendations {

    /// The accepted loss of legitimate calls and registrations, if nothing else is asked for.
    public static final double MOST_LOST = 0.02;

    private static final String STAGE = "Trying protections";

    /// A combination is better only if it stops so much more.
    private static final double WORTH_ANOTHER = 0.1;

    private static final double LEAST_STOPPED = 0.5;

    /// What can change the result by itself: normalisation only counts, and a hardened stack needs
    /// something that finds suspects.
    private static final List<Protection> TRIED = List.of(Protection.ACCESS_LIST, Protection.FILTER,
            Protection.FAILURE_BAN, Protection.GRAMMAR, Protection.SIGNATURES, Protection.TARGET_LIMIT,
            Protection.DIGEST, Protection.QUEUES, Protection.ANOMALY);

    private Recommendations() {}

    /// Tries all combinations of the protections that do something in this capture, at most 512.
    /// Cost: a replay each.
    ///
    /// @param settings all else
    /// @param mostLost the accepted loss of legitimate calls and registrations, a share
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Advice of(ReplayInput input, EdgeSettings settings, double mostLost, RunMonitor monitor) {
        List<Protection> useful = TRIED.stream().filter(each -> isUseful(each, input)).toList();
        int count = 1 << useful.size();
        Candidate[] found = new Candidate[count];
        int[] done = {0};
        Object lock = new Object();
        IntStream.range(0, count).parallel().forEach(set -> {
            found[set] = candidate(input, settings, chosen(useful, set), monitor);
            synchronized (lock) {
                monitor.progress(new Progress(STAGE, ++done[0], count));
            }
        });
        List<Candidate> all = List.of(found);
        return new Advice(all, frontier(all), input.attack().isEmpty() ? Optional.empty() : proposal(all, mostLost));
    }

    /// Scanners that found nothing cannot stop anything.
    private static boolean isUseful(Protection protection, ReplayInput input) {
        return switch (protection) {
            case GRAMMAR -> !input.facts().malformed().isEmpty();
            case SIGNATURES -> !input.facts().matching().isEmpty();
            case ANOMALY -> !input.facts().anomalous().isEmpty();
            case ACCESS_LIST, FILTER, FAILURE_BAN, TARGET_LIMIT, DIGEST, QUEUES, NORMALISATION, SANDBOX -> true;
        };
    }

    private static List<Protection> chosen(List<Protection> useful, int set) {
        List<Protection> chosen = new ArrayList<>();
        for (int i = 0; i < useful.size(); i++) {
            if ((set >> i & 1) != 0) {
                chosen.add(useful.get(i));
            }
        }
        return chosen;
    }

    private static Candidate candidate(ReplayInput input, EdgeSettings settings, List<Protection> on,
            RunMonitor monitor) {
        return Candidate.of(Replay.of(input, settings.with(on), monitor));
    }

    private static List<Candidate> frontier(List<Candidate> all) {
        List<Candidate> sorted = all.stream()
                .sorted(Comparator.comparingDouble((Candidate each) -> each.lost())
                        .thenComparing(Comparator.comparingDouble((Candidate each) -> each.stopped()).reversed())
                        .thenComparingInt(Candidate::effort))
                .toList();
        List<Candidate> frontier = new ArrayList<>();
        double most = -1;
        for (Candidate each : sorted) {
            if (each.stopped() > most) {
                frontier.add(each);
                most = each.stopped();
            }
        }
        return frontier;
    }

    /// Of those at the accepted loss: the least effort that stops about as much as any of them; of
    /// these the one that loses least, then the one with the least work.
    static Optional<Candidate> proposal(List<Candidate> all, double mostLost) {
        List<Candidate> affordable = all.stream().filter(each -> each.lost() <= mostLost + 1e-12).toList();
        double most = affordable.stream().mapToDouble(Candidate::stopped).max().orElse(0);
        return affordable.stream()
                .filter(each -> each.stopped() >= most - WORTH_ANOTHER)
                .filter(each -> each.stopped() >= LEAST_STOPPED)
                .min(Comparator.<Candidate>comparingInt(Candidate::effort)
                        .thenComparingDouble(Candidate::lost)
                        .thenComparing(Comparator.comparingDouble((Candidate each) -> each.stopped()).reversed())
                        .thenComparingDouble(Candidate::workSeconds));
    }
}
