package org.sipsleuth.lab.recipe;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.simulate.clock.SeededRandom;

/// What the answers of a neighbour are worth, and how much counts differ within a class.
class NeighbourTest {

    private static final double MOST_SHARE = 0.20;
    private static final double MOST_RATIO = 1.30;

    static Stream<String> labs() {
        return Recipes.all().stream().map(recipe -> recipe.syllabus().id());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void neighboursAnswersGiveAtMostAFifthInASmallClass(String id, @TempDir Path folder) throws Exception {
        check(id, 5, List.of(1L), folder);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("labs")
    void neighboursAnswersGiveAtMostAFifthInTenClassesOfTwenty(String id, @TempDir Path folder) throws Exception {
        check(id, 20, List.of(201L, 202L, 203L, 204L, 205L, 206L, 207L, 208L, 209L, 210L), folder);
    }

    private static void check(String id, int students, List<Long> seeds, Path folder) throws Exception {
        Recipe recipe = Recipes.named(id).orElseThrow();
        List<Double> shares = new ArrayList<>();
        for (long seed : seeds) {
            Path room = Files.createDirectory(folder.resolve("class-" + seed));
            List<SolvedLab> made = new ArrayList<>();
            for (long each : seeds(seed, students)) {
                made.add(SolvedLab.make(recipe, each, room));
            }
            for (SolvedLab own : made) {
                for (SolvedLab neighbour : made) {
                    if (own != neighbour) {
                        shares.add((double) own.score(neighbour.rightAnswers()).points() / own.lab().lab().points());
                    }
                }
            }
            checkCounts(id, made);
        }
        double median = shares.stream().sorted().skip((shares.size() - 1) / 2).findFirst().orElseThrow();
        System.getLogger("labs").log(System.Logger.Level.INFO, "{0}: median {1}", id, median);
        assertTrue(median <= MOST_SHARE,
                () -> "%s: a neighbour's answers give %.3f of the points".formatted(id, median));
    }

    /// So many different seeds of students.
    private static Set<Long> seeds(long seed, int students) {
        SeededRandom draws = new SeededRandom(seed).of("class");
        Set<Long> seeds = new LinkedHashSet<>();
        while (seeds.size() < students) {
            seeds.add(draws.between(100_000, 999_999));
        }
        return seeds;
    }

    /// Counts are whole numbers of something, and sets that are named.
    private static void checkCounts(String id, List<SolvedLab> made) {
        Map<String, List<Integer>> counts = new TreeMap<>();
        for (SolvedLab each : made) {
            for (Question question : each.lab().lab().questions()) {
                Truth truth = each.key().of(question.id()).orElseThrow().truth();
                int count = switch (truth) {
                    case Truth.Members members -> members.names().size();
                    case Truth.Frames frames -> frames.numbers().size();
                    case Truth.Near near when near.tolerance() == 0 && near.value() == Math.rint(near.value()) ->
                            (int) near.value();
                    case Truth.Near _,Truth.Exact _,Truth.Pattern _,Truth.Span _,Truth.Costs _,Truth.Guide _ -> 0;
                };
                if (count > 0) {
                    counts.computeIfAbsent(question.id(), _ -> new ArrayList<>()).add(count);
                }
            }
        }
        counts.forEach((question, all) -> {
            int least = all.stream().min(Integer::compare).orElseThrow();
            int most = all.stream().max(Integer::compare).orElseThrow();
            assertTrue(most <= MOST_RATIO * least || most - least <= 1,
                    () -> "%s %s: counts from %d to %d".formatted(id, question, least, most));
        });
    }
}
