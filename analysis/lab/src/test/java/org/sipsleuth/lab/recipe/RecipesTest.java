package org.sipsleuth.lab.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.Mark;
import org.sipsleuth.lab.score.QuestionScore;

/// Every lab is made, solved and failed at three seeds.
class RecipesTest {

    private static final int MOST_MESSAGES = 5_000;

    static Stream<String> labs() {
        return Recipes.all().stream().map(recipe -> recipe.syllabus().id());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void answersOfTheKeyGetAllPointsAtThreeSeeds(String id, @TempDir Path folder) throws Exception {
        for (long seed : new long[]{11, 4711, 90210}) {
            SolvedLab made = SolvedLab.make(Recipes.named(id).orElseThrow(), seed, folder);
            LabScore score = made.score(made.rightAnswers());
            for (QuestionScore each : score.questions()) {
                Mark expected = each.question().kind().isMarked() ? Mark.RIGHT : Mark.TEACHER;
                assertEquals(expected, each.mark(), () -> "seed %d, %s: %s, answered %s, %s".formatted(seed,
                        each.question().id(), each.reason(), each.answer(), each.formula()));
            }
            assertEquals(made.lab().lab().points(), score.points());
            assertFalse(made.hasInStudentFolder("key.json"));
            assertFalse(made.hasInStudentFolder("capture.truth.json"));
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void nothingAnsweredGivesNoPointsAndAReasonEach(String id, @TempDir Path folder) throws Exception {
        SolvedLab made = SolvedLab.make(Recipes.named(id).orElseThrow(), 5, folder);
        LabScore score = made.score(Map.of());
        assertEquals(0, score.points());
        score.questions().forEach(each -> assertEquals("Nothing was answered.", each.reason()));
        assertTrue(score.of() > 0);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void capturesAreSmallAndFilesAreTheSameForTheSameSeed(String id, @TempDir Path folder) throws Exception {
        Recipe recipe = Recipes.named(id).orElseThrow();
        SolvedLab first = SolvedLab.make(recipe, 8, folder.resolve("").toAbsolutePath());
        Path again = java.nio.file.Files.createDirectory(folder.resolve("again"));
        SolvedLab second = SolvedLab.make(recipe, 8, again);
        assertEquals(first.lab().digest(), second.lab().digest());
        assertEquals(first.key(), second.key());
        int messages = 0;
        for (var capture : first.lab().lab().captures()) {
            if (!capture.isCallRecords()) {
                messages +=
                        org.sipsleuth.dialog.CaptureIndexer
                                .read(java.util.List.of(first.lab().folder().resolve(capture.file())),
                                        org.sipsleuth.run.RunMonitor.NONE)
                                .messages()
                                .size();
            }
        }
        int all = messages;
        assertTrue(all <= MOST_MESSAGES, () -> all + " messages");
    }
}
