package org.sipsleuth.lab.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.format.Roster;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.clock.SeededRandom;

/// What a class is made of, what its students have of it, and what they hand in.
class ClassSetTest {

    private static final String SECRET = "00112233445566778899aabbccddeeff";
    private static final long SEED = 7_654_321;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,19}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{1,16}");

    @TempDir private Path folder = Path.of("");

    static Stream<String> labs() {
        return Recipes.all().stream().map(recipe -> recipe.syllabus().id());
    }

    private static Roster roster(String lab, String secret) {
        return new Roster(lab, SEED, secret, List.of(new Roster.Student("student-01", "Ada", OptionalLong.empty()),
                new Roster.Student("student-02", "Kim", OptionalLong.empty())));
    }

    private Path make(Roster roster, String name) throws IOException {
        Path made = folder.resolve(name);
        ClassSet.make(roster, made, RunMonitor.NONE);
        return made;
    }

    /// All files below a folder, by their names in it.
    private static Map<String, byte[]> files(Path below) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(below)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(below.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theListOfAClassMakesTheSameFilesAgain(String lab) throws Exception {
        Map<String, byte[]> first = files(make(roster(lab, SECRET), "first"));
        Roster read = ClassSet.read(folder.resolve("first/teacher/class.json"));
        Map<String, byte[]> again = files(make(read, "again"));
        assertEquals(first.keySet(), again.keySet());
        first.forEach((name, bytes) -> assertEquals(ByteBuffer.wrap(bytes), ByteBuffer.wrap(again.get(name)), name));
        assertTrue(first.containsKey("teacher/student-02/key.json"), first.keySet().toString());
        Set<String> captures = new TreeSet<>();
        for (String student : List.of("student-01", "student-02")) {
            LabFolder opened = LabFolder.open(folder.resolve("first/students").resolve(student));
            opened.lab().captures().forEach(each -> assertTrue(captures.add(each.sha256()), "each has another one"));
        }
    }

    @Test
    void anotherSecretMakesOtherFilesOfTheSameSeed() throws Exception {
        Map<String, byte[]> one = files(make(roster("toll-fraud-records", SECRET), "one").resolve("students"));
        Map<String, byte[]> two =
                files(make(roster("toll-fraud-records", SECRET.replace('f', 'e')), "two").resolve("students"));
        String calls = "student-01/calls.csv";
        assertNotEquals(ByteBuffer.wrap(one.get(calls)), ByteBuffer.wrap(two.get(calls)));
    }

    @Test
    void eachClassHasASecretOfItsOwnThatOnlyItsOwnerReads() throws Exception {
        Recipe recipe = Recipes.named("toll-fraud-records").orElseThrow();
        Roster one = ClassSet.of(recipe, List.of("Ada"), 1);
        assertTrue(one.secret().matches("[0-9a-f]{32}"), "128 bits");
        assertNotEquals(one.secret(), ClassSet.of(recipe, List.of("Ada"), 1).secret());
        Path list = make(one, "class").resolve("teacher/class.json");
        assertEquals(one, ClassSet.read(list));
        assumeTrue(Files.getFileStore(list).supportsFileAttributeView("posix"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(list)));
    }

    /// The files as they are, and the streams of the PDF unpacked.
    private static String unpacked(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int at = text.indexOf("stream\n"); at >= 0; at = text.indexOf("stream\n", at + 1)) {
            Inflater inflater = new Inflater();
            int begin = at + "stream\n".length();
            inflater.setInput(bytes, begin, bytes.length - begin);
            byte[] chunk = new byte[1 << 16];
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                for (int n = inflater.inflate(chunk); n > 0; n = inflater.inflate(chunk)) {
                    out.write(chunk, 0, n);
                }
                text.append('\n').append(out.toString(StandardCharsets.ISO_8859_1));
            } catch (DataFormatException notPacked) {
                continue; // it stands there as it is
            } finally {
                inflater.end();
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void whatStudentsGetHasNeitherSecretNorSeedNorTruth(String lab) throws Exception {
        Map<String, byte[]> files = files(make(roster(lab, SECRET), "class").resolve("students"));
        byte[] secret = HexFormat.of().parseHex(SECRET);
        files.forEach((name, bytes) -> {
            assertFalse(name.contains("truth") || name.contains("key") || name.contains("hidden"), name);
            String all = name + "\n" + unpacked(bytes);
            for (String never : List.of(SECRET, new String(secret, StandardCharsets.ISO_8859_1), "seed",
                    Long.toString(SEED), Long.toHexString(SEED), Long.toString(ByteBuffer.wrap(secret).getLong()))) {
                assertFalse(all.toLowerCase(Locale.ROOT).contains(never), () -> name + " has " + never);
            }
        });
        assertTrue(files.size() >= 8, files.keySet().toString());
    }

    /// Every number in a student's files that could be one is tried as a seed, as `lab make` would take it.
    @Test
    void noNumberInAStudentsFilesIsASeedOfTheirLab() throws Exception {
        Path student = make(roster("toll-fraud-records", SECRET), "class").resolve("students/student-01");
        Files.writeString(student.resolve(HandIn.FILE), HandIn.of(LabFolder.open(student), Map.of()).text());
        assertEquals(List.of(), seedsOf(student));
    }

    @Test
    void theSeedInTheFilesOfPracticeIsFound() throws Exception {
        Path practice = folder.resolve("practice");
        LabMaker.practice(Recipes.named("toll-fraud-records").orElseThrow(), 4711, practice, RunMonitor.NONE);
        assertEquals(List.of(4711L), seedsOf(practice));
    }

    private List<Long> seedsOf(Path lab) throws IOException {
        Set<Long> numbers = new TreeSet<>();
        for (String name : List.of(Lab.FILE, HandIn.FILE)) {
            Path file = lab.resolve(name);
            String text = Files.exists(file) ? Files.readString(file) : "";
            DECIMAL.matcher(text).results().forEach(each -> add(numbers, each.group(), 10));
            HEXADECIMAL.matcher(text).results().forEach(each -> add(numbers, each.group(), 16));
        }
        String sha256 = LabFolder.open(lab).lab().captures().getFirst().sha256();
        List<Long> seeds = new ArrayList<>();
        for (long number : numbers) {
            Path made = folder.resolve("trial-" + number);
            LabFolder trial =
                    LabMaker.practice(Recipes.named("toll-fraud-records").orElseThrow(), number, made, RunMonitor.NONE);
            if (trial.lab().captures().getFirst().sha256().equals(sha256)) {
                seeds.add(number);
            }
        }
        return seeds;
    }

    private static void add(Set<Long> numbers, String digits, int radix) {
        try {
            numbers.add(radix == 10 ? Long.parseLong(digits) : Long.parseUnsignedLong(digits, radix));
        } catch (NumberFormatException tooLarge) {
            return; // no command takes it
        }
    }

    private ClassGrades handedIn(Path made, String student, String text) throws IOException {
        Files.writeString(made.resolve("students").resolve(student).resolve(HandIn.FILE), text);
        return ClassGrades.of(made, RunMonitor.NONE);
    }

    private static ClassGrades.Grade of(ClassGrades grades, String student) {
        return grades.grades().stream().filter(one -> one.student().folder().equals(student)).findFirst().orElseThrow();
    }

    private HandIn written(LabFolder lab, String student, Map<String, Integer> hints, Instant begun, long seconds) {
        return new HandIn(lab.lab().id(), OptionalLong.empty(), lab.digest(), student, seconds, Optional.of(begun),
                Optional.of(Instant.parse("2026-10-06T14:00:00Z")), Map.of("q1", "1001"), hints, List.of());
    }

    @Test
    void whatAHandInClaimsIsListedAndNotBelieved() throws Exception {
        Path made = make(roster("toll-fraud-records", SECRET), "class");
        LabFolder ada = LabFolder.open(made.resolve("students/student-01"));
        LabFolder kim = LabFolder.open(made.resolve("students/student-02"));
        Instant begun = Instant.parse("2026-10-06T13:30:00Z");
        String honest = written(ada, "Ada", Map.of(), begun, 1_800).text();
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put(honest, "");
        problems.put(honest.replaceAll(",\\s*\"check\" : \"[0-9a-f]*\"", ""), "it has no check: ");
        problems.put("{\"answers\": {\"q1\": \"1001\"}}", "it has no check: ");
        problems.put(honest.replace("\"answers\"", "\"marked\" : {\"q7\": 15, \"q1\": 1000}, \"answers\""),
                "it contains marks, which are not counted");
        problems.put(honest.replace("1001", "1002"), "it was changed after it was handed in");
        problems.put(written(ada, "Kim", Map.of(), begun, 9).text(), "it names the student \"Kim\", not \"Ada\"");
        problems.put(written(kim, "Kim", Map.of(), begun, 9).text(), "it belongs to another lab.json");
        problems.put(honest.replace("toll-fraud-records", "scan-or-monitoring"),
                "it belongs to the lab \"scan-or-monitoring\"");
        problems.put(written(ada, "Ada", Map.of("q1", 99), begun, 9).text(), "q1 must be a whole number 0–1 (got 99)");
        problems.put(written(ada, "Ada", Map.of("q99", 1), begun, 9).text(), "q99 must be a whole number 0–0 (got 1)");
        problems.put(honest.replace("\"hints\" : { }", "\"hints\" : {\"q1\": -1}"),
                "q1 must be a whole number 0–100 (got -1)");
        problems.put(written(ada, "Ada", Map.of(), begun, 1_801).text(), "it states 1,801 s of work between ");
        problems.put(written(ada, "Ada", Map.of(), Instant.MAX, 0).text(), "it states 0 s of work between ");
        for (Map.Entry<String, String> one : problems.entrySet()) {
            ClassGrades.Grade grade = of(handedIn(made, "student-01", one.getKey()), "student-01");
            if (one.getValue().isEmpty()) {
                assertEquals("", grade.problem());
            }
            assertTrue(grade.problem().contains(one.getValue()), one + " but " + grade.problem());
            assertEquals(Map.of(), grade.marked());
        }
        ClassGrades grades = ClassGrades.of(made, RunMonitor.NONE);
        assertTrue(grades.checks().toString().contains("Ada: it states 0 s of work"), grades.checks().toString());
    }

    @Test
    void marksOfTheTeacherCountUpToTheirQuestionsPoints() throws Exception {
        Path made = make(roster("toll-fraud-records", SECRET), "class");
        Path marks = Files.writeString(made.resolve("teacher/marks.json"), "{\"student-01\": {\"q7\": 15}}");
        String answers = "{\"answers\": {\"q7\": \"two calls abroad at once\"}}";
        ClassGrades.Grade grade = of(handedIn(made, "student-01", answers), "student-01");
        assertEquals(15, grade.total());
        Question text = LabFolder.open(made.resolve("students/student-01")).lab().question("q7").orElseThrow();
        assertEquals(Optional.of(15), grade.points(text));
        Map<String, String> mistakes = Map.of("q7\": 16", "marks.json:1: q7 must be a whole number 0–15 (got 16)",
                "q1\": 1", "marks.json:1: q1 is marked by the program", "q8\": 1", "the lab has no question \"q8\"");
        for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
            Files.writeString(marks, "{\"student-01\": {\"" + mistake.getKey() + "}}");
            grade = of(ClassGrades.of(made, RunMonitor.NONE), "student-01");
            assertTrue(grade.problem().contains(mistake.getValue()), grade.problem());
        }
        Files.writeString(marks, "{\"student-09\": {\"q7\": 1}}");
        LabException wrong = assertThrows(LabException.class, () -> ClassGrades.of(made, RunMonitor.NONE));
        assertTrue(wrong.mistakes().getFirst().text().contains("student-09 is unknown here"), wrong.getMessage());
    }

    /// As classes were until they had a secret.
    @Test
    void aClassOfAnOlderVersionIsMarkedAndItsSeedsAreNamed() throws Exception {
        Path made = make(roster("toll-fraud-records", SECRET), "class");
        Path list = made.resolve("teacher/class.json");
        Files.delete(list);
        Files.writeString(list, """
                {"format": "sipsleuth-lab-class", "version": 1, "lab": "toll-fraud-records", "seed": 5,
                 "students": [{"folder": "student-01", "name": "Ada", "seed": 123456}]}
                """);
        for (String each : List.of("students", "teacher")) {
            Path own = made.resolve(each).resolve("student-01");
            try (Stream<Path> files = Files.list(own)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        LabMaker.make(Recipes.named("toll-fraud-records").orElseThrow(), new SeededRandom(123_456), "Ada",
                made.resolve("students/student-01"), made.resolve("teacher/student-01"), RunMonitor.NONE);
        ClassGrades grades = handedIn(made, "student-01", "{\"seed\": 123456, \"answers\": {\"q1\": \"1\"}}");
        assertTrue(of(grades, "student-01").score().isPresent(), grades.checks().toString());
        assertEquals(OptionalLong.of(123_456), of(grades, "student-01").student().seed());
        assertTrue(grades.checks().toString().contains("made without a secret"), grades.checks().toString());
        LabException refused = assertThrows(LabException.class, () -> make(ClassSet.read(list), "again"));
        assertTrue(refused.mistakes().getFirst().text().contains("made without a secret"), refused.getMessage());
    }

    @Test
    void theListOfAClassIsTheSameTextOnEveryRun() {
        assertEquals("""
                {
                  "format" : "sipsleuth-lab-class",
                  "version" : 1,
                  "lab" : "scan-or-monitoring",
                  "seed" : 7654321,
                  "secret" : "00112233445566778899aabbccddeeff",
                  "students" : [ {
                    "folder" : "student-01",
                    "name" : "Ada"
                  }, {
                    "folder" : "student-02",
                    "name" : "Kim"
                  } ]
                }
                """, roster("scan-or-monitoring", SECRET).text());
    }
}
