package org.sipsleuth.app.command.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.lab.format.Roster;
import org.sipsleuth.lab.recipe.Recipes;

/// Every lab is solved with commands that it does not refuse, from what a student has, and gets all
/// points from the teacher.
class LabsSolvedByCommandsTest {

    /// How a student comes to the answers.
    @FunctionalInterface
    private interface Solution {
        Map<String, String> of(Student student) throws IOException;
    }

    /// The labs.
    enum Lab {
        READ_A_LADDER(CallSolutions::readALadder),
        WHY_DID_IT_DROP(CallSolutions::whyDidItDrop),
        SCAN_OR_MONITORING(AttackSolutions::scanOrMonitoring),
        GUESS_AND_USE(AttackSolutions::guessAndUse),
        FLOOD_THRESHOLD(AttackSolutions::floodThreshold),
        NOVEL_DIALOG(CallSolutions::novelDialog),
        WRITE_A_SIGNATURE(AttackSolutions::writeASignature),
        BELIEFS_BY_HAND(AttackSolutions::beliefsByHand),
        TOLL_FRAUD_RECORDS(RecordSolutions::tollFraud),
        WHO_BECAME_WHOM(RecordSolutions::whoBecameWhom),
        AT_THE_BORDER(CallSolutions::atTheBorder);

        private final Solution solution;

        Lab(Solution solution) {
            this.solution = solution;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String SECRET = "00112233445566778899aabbccddeeff";

    @TempDir private Path folder = Path.of("");

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), () -> String.join(" ", arguments) + ": " + run.err());
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void atOneSeed(Lab lab) throws Exception {
        solve(lab, 1, 11);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void atThreeMoreSeeds(Lab lab) throws Exception {
        solve(lab, 3, 4711);
    }

    /// Makes a class, solves the lab of each student, and grades the class.
    private void solve(Lab lab, int students, long seed) throws IOException {
        Path room = folder.resolve("class");
        List<Roster.Student> names = IntStream.rangeClosed(1, students)
                .mapToObj("student-%02d"::formatted)
                .map(name -> new Roster.Student(name, name, OptionalLong.empty()))
                .toList();
        Path list = Files.writeString(folder.resolve("list.json"), new Roster(lab.id(), seed, SECRET, names).text());
        ran("lab", "make", "--class", list.toString(), "-o", room.toString(), "--quiet");
        for (int number = 1; number <= students; number++) {
            Student student = new Student(room.resolve("students/student-%02d".formatted(number)));
            for (String hidden : List.of("key.json", "capture.truth.json", "today.truth.json", "hidden.pcap")) {
                assertFalse(Files.exists(student.folder().resolve(hidden)), hidden);
            }
            student.answer(lab.solution.of(student));
            assertRight(room, student);
        }
        Run grade = ran("lab", "grade", room.toString(), "--format", "csv", "--quiet");
        List<String> head = List.of(grade.out().lines().findFirst().orElseThrow().split(","));
        for (String row : grade.out().lines().skip(1).toList()) {
            String[] cells = row.split(",");
            assertEquals(cells[head.indexOf("of")], cells[head.indexOf("points")], grade.out());
        }
    }

    /// The reasons are read before the table, so that a failure says what is wrong.
    private static void assertRight(Path room, Student student) {
        String name = student.folder().getFileName().toString();
        List<String> wrong = new ArrayList<>();
        for (Row row : check(room, student)) {
            if (!row.text("state").equals("right") && !row.text("state").equals("teacher")
                    && !(row.text("state").equals("open") && row.text("truth").isEmpty())) {
                wrong.add("%s %s: %s, answered %s, right is %s (%s)".formatted(name, row.text("id"), row.text("reason"),
                        row.text("answer"), row.text("truth"), row.text("formula")));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Row> check(Path room, Student student) {
        return student.run("lab", "check", student.folder().toString(),
                student.folder().resolve("answers.json").toString());
    }

    @Test
    void everyLabHasASolution() {
        List<String> solved = Arrays.stream(Lab.values()).map(Lab::id).toList();
        assertEquals(Recipes.all().stream().map(recipe -> recipe.syllabus().id()).toList(), solved);
    }
}
