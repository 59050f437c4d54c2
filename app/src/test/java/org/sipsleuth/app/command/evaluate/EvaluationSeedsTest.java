package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRequest.Extent;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Evaluators;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.PlayedSeeds.Purpose;

/// No evaluation tests on captures that something was learned from, or a threshold chosen on.
class EvaluationSeedsTest {

    private static final Evaluators EVALUATORS = Evaluators.load().orElseThrow();

    private static final Path SHIPPED = Path.of("..", "analysis", "train-shipped");
    private static final Pattern SEED = Pattern.compile("(?:--seed |-le |(?m:^)seed=|for seed in )(\\d+(?: \\d+)*)");
    private static final Pattern LINE_OF_CASE = Pattern.compile("(?m)^ *(play|attack|fast|flood|load) \\S+=?\\S* ");
    private static final Set<Purpose> LEARNED = EnumSet.of(Purpose.TRAINING, Purpose.CHOICE);

    private static final long[] SEEDS = {-5, 0, 1, 77, 177, 200, 201, 501, 8_101, 999_999};
    private static final int[] SPLITS = {1, 2, 5, 12, 40};

    private static EvaluationRequest request(long seed, int splits, Extent extent) {
        return new EvaluationRequest(seed, splits, extent, List.of(), List.of(), ReadOptions.NONE);
    }

    @Test
    void theNamesThatAreKnownWithoutTheModuleAreItsOwn() {
        assertEquals(EVALUATORS.all().stream().map(Evaluator::method).toList(), Evaluators.METHODS);
    }

    @Test
    void nothingIsTestedThatWasLearned() {
        int compared = 0;
        for (Evaluator evaluator : EVALUATORS.all()) {
            for (long seed : SEEDS) {
                for (int splits : SPLITS) {
                    for (Extent extent : Extent.values()) {
                        List<PlayedSeeds> all = evaluator.seeds(request(seed, splits, extent));
                        assertEquals(List.of(), overlaps(all), evaluator.method() + " " + seed);
                        compared += learned(all).isEmpty() || tested(all).isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        // flood, flood-ack, social, belief, -novelty, -kinds, edge and stolen-accounts learn, or measure
        // what is bundled, and test
        assertEquals(8 * SEEDS.length * SPLITS.length * Extent.values().length, compared);
    }

    /// All seeds in the script that trains what is bundled: after `--seed`, before `-le` of a loop,
    /// in a list, and those counted on from one on.
    @Test
    void bundledModelsLearnedFromNoOtherSeeds() throws IOException {
        String script = Files.readString(SHIPPED);
        long cases = LINE_OF_CASE.matcher(script).results().count();
        assertTrue(cases > 40, "cases of beliefs found: " + cases);
        List<Long> seeds = new ArrayList<>();
        for (MatchResult found : SEED.matcher(script).results().toList()) {
            for (String seed : found.group(1).split(" ")) {
                seeds.add(Long.parseLong(seed));
            }
        }
        assertTrue(seeds.containsAll(List.of(1L, 13L, 80L, 82L, 200L)), seeds::toString);
        for (long seed : seeds) {
            assertTrue(new PlayedSeeds(Purpose.TRAINING, seed, 2 * cases).overlaps(PlayedSeeds.BUNDLED), seed + "");
            assertTrue(seed + 2 * cases <= PlayedSeeds.BUNDLED.count(), seed + " and those after it");
        }
    }

    @Test
    void testsOfBundledModelsMoveAwayFromTheirSeeds() {
        assertEquals(new PlayedSeeds(Purpose.TEST, 9_201, 12), PlayedSeeds.testOfBundled(9_201, 12));
        assertEquals(new PlayedSeeds(Purpose.TEST, 100_000_005, 12), PlayedSeeds.testOfBundled(5, 12));
        assertEquals(100_000_000 - 5, PlayedSeeds.testOfBundled(-5, 12).from());
    }

    /// Every two of a hundred thousand seeds have corpora of their own.
    @Test
    void floodsOfTwoSeedsShareNothing() {
        Evaluator flood = EVALUATORS.named("flood").orElseThrow();
        for (long other : new long[]{78, 84, 85, 1_178, 99_999, -1}) {
            for (PlayedSeeds one : flood.seeds(request(77, 1, Extent.USUAL))) {
                assertTrue(flood.seeds(request(other, 1, Extent.USUAL)).stream().noneMatch(one::overlaps),
                        () -> other + ": " + one);
            }
        }
    }

    @Test
    void requestsOfNeighbouringSeedsShareNoBeliefs() {
        Evaluator belief = EVALUATORS.named("belief").orElseThrow();
        List<PlayedSeeds> all = new ArrayList<>(belief.seeds(request(77, 12, Extent.USUAL)));
        all.addAll(belief.seeds(request(78, 12, Extent.USUAL)));
        all.removeIf(PlayedSeeds.BUNDLED::equals);
        for (PlayedSeeds one : all) {
            assertEquals(1, all.stream().filter(one::overlaps).count(), one::toString);
        }
    }

    /// The seeds of the bundled model and of the second trial as they once were.
    @Test
    void sharedSeedsAreFound() {
        assertEquals(List.of("201 to 274 and 177 to 250"), overlaps(List.of(new PlayedSeeds(Purpose.TRAINING, 201, 74),
                new PlayedSeeds(Purpose.TEST, 77, 74), new PlayedSeeds(Purpose.TEST, 177, 74))));
    }

    private static List<PlayedSeeds> learned(List<PlayedSeeds> all) {
        return all.stream().filter(each -> LEARNED.contains(each.purpose())).toList();
    }

    private static List<PlayedSeeds> tested(List<PlayedSeeds> all) {
        return all.stream().filter(each -> each.purpose() == Purpose.TEST).toList();
    }

    private static List<String> overlaps(List<PlayedSeeds> all) {
        List<String> overlaps = new ArrayList<>();
        for (PlayedSeeds learned : learned(all)) {
            for (PlayedSeeds tested : tested(all)) {
                if (learned.overlaps(tested)) {
                    overlaps.add(range(learned) + " and " + range(tested));
                }
            }
        }
        return overlaps;
    }

    private static String range(PlayedSeeds seeds) {
        return seeds.from() + " to " + (seeds.from() + seeds.count() - 1);
    }
}
