package org.sipsleuth.dialog.leg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.dialog.leg.evidence.Evidence;
import org.sipsleuth.dialog.leg.evidence.Evidence.Nature;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Compares calls with their candidates and keeps what links them. Used by one thread.
final class Comparison {

    /// Links with a lower confidence are not reported.
    private static final double LEAST_TOLD = 0.1;

    /// Rivals that are less likely are not kept.
    private static final double LEAST_SHARE = 0.005;

    /// Nothing is surer, not even what somebody wrote into both legs.
    private static final double MOST_NAMED = 0.995;

    private static final Comparator<Score> BEST_LAST =
            Comparator.comparingDouble((Score score) -> score.odds).thenComparingInt(score -> score.rank);

    private final List<CallFacts> calls;
    private final Candidates candidates;
    private final List<Evidence> kinds;
    private final Traffic traffic;
    private int[] found = new int[64];
    private int count;

    Comparison(List<CallFacts> calls, Candidates candidates, List<Evidence> kinds, Traffic traffic) {
        this.calls = calls;
        this.candidates = candidates;
        this.kinds = kinds;
        this.traffic = traffic;
    }

    /// Adds the links of a call to earlier ones: to the best of those that share an identifier, to
    /// all that a reference leads to or from, else to the likeliest of all others.
    void addLinks(int rank, List<FoundLink> links) {
        count = 0;
        candidates.of(rank, this::add);
        if (count == 0) {
            return;
        }
        List<Score> scores = Arrays.stream(found, 0, count)
                .filter(candidate -> candidate != rank)
                .sorted()
                .distinct()
                .mapToObj(candidate -> score(candidate, rank))
                .toList();
        List<Score> identified = of(scores, Nature.IDENTIFIER);
        identified.stream().max(BEST_LAST).ifPresent(best -> links.add(named(best, rank)));
        for (Score reference : of(scores, Nature.REFERENCE)) {
            links.add(named(reference, rank));
        }
        if (identified.isEmpty()) {
            addLikeliest(scores, rank, links);
        }
    }

    private void addLikeliest(List<Score> scores, int rank, List<FoundLink> links) {
        double all = 1; // that it belongs to none of them
        for (Score score : scores) {
            all += Math.exp(score.odds);
        }
        double sum = all;
        List<FoundLink.Rival> rivals = scores.stream()
                .filter(score -> Math.exp(score.odds) / sum >= LEAST_SHARE)
                .map(score -> rival(score, sum))
                .toList();
        of(scores, Nature.SUPPORT).stream()
                .max(BEST_LAST)
                .filter(best -> Math.exp(best.odds) / sum >= LEAST_TOLD)
                .ifPresent(best -> links.add(new FoundLink(link(best, rank, Math.exp(best.odds) / sum),
                        new FoundLink.Weights(best.weights), rivals)));
    }

    private FoundLink.Rival rival(Score score, double sum) {
        return new FoundLink.Rival(calls.get(score.rank).dialog(), Math.exp(score.odds) / sum);
    }

    private void add(int candidate) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = candidate;
    }

    private Score score(int candidate, int rank) {
        LegPair pair = LegPair.of(calls.get(candidate), calls.get(rank));
        return Score.of(pair, candidate, kinds, traffic);
    }

    private static List<Score> of(List<Score> scores, Nature nature) {
        return scores.stream().filter(score -> score.nature == nature).toList();
    }

    private FoundLink named(Score score, int rank) {
        double confidence = Math.min(MOST_NAMED, 1 / (1 + Math.exp(-score.odds)));
        return new FoundLink(link(score, rank, confidence), new FoundLink.Weights(score.weights), List.of());
    }

    private LegLink link(Score score, int rank, double confidence) {
        return new LegLink(calls.get(score.rank).dialog(), calls.get(rank).dialog(), confidence);
    }
}
