package org.sipsleuth.evaluate.belief;

import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.PlayedSeeds;

/// The seeds of simulated traffic for beliefs: a seed for each case. Each request has a million of
/// its own, far from those of bundled models.
final class BeliefSeeds {

    private static final long REQUESTS = 1_000_000;
    private static final long OF_REQUEST = 1_000_000;
    private static final long TRIALS_APART = 100;
    private static final long TRAINING = 900_000;
    private static final long NETWORKS = 950_000;

    private BeliefSeeds() {}

    /// What tables are learned from.
    ///
    /// @param seed of the request
    static PlayedSeeds training(long seed) {
        return seeds(PlayedSeeds.Purpose.TRAINING, first(seed) + TRAINING);
    }

    /// What they are tried on: a trial for each split.
    static List<PlayedSeeds> trials(EvaluationRequest request) {
        return IntStream.range(0, request.splits()).mapToObj(number -> trial(request.seed(), number)).toList();
    }

    /// @param number of the trial, 0 to 8,999
    /// @throws IllegalArgumentException if there are not so many trials
    static PlayedSeeds trial(long seed, int number) {
        if (number < 0 || number * TRIALS_APART >= TRAINING) {
            throw new IllegalArgumentException("no seeds for trial " + number);
        }
        return seeds(PlayedSeeds.Purpose.TEST, first(seed) + number * TRIALS_APART);
    }

    /// Networks of which a day is learned, and the next one tried.
    ///
    /// @param count how many
    static PlayedSeeds networks(long seed, int count) {
        return new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, first(seed) + NETWORKS, count);
    }

    private static long first(long seed) {
        return OF_REQUEST * (1 + Math.floorMod(seed, REQUESTS));
    }

    private static PlayedSeeds seeds(PlayedSeeds.Purpose purpose, long from) {
        return new PlayedSeeds(purpose, from, BeliefCase.all().size());
    }
}
