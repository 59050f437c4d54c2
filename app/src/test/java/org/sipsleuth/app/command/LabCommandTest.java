package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.format.Roster;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.lab.recipe.Syllabus;

/// Labs on the command line.
class LabCommandTest {

    private static final List<String> ELEVEN = List.of("read-a-ladder", "why-did-it-drop", "scan-or-monitoring",
            "guess-and-use", "flood-threshold", "novel-dialog", "write-a-signature", "beliefs-by-hand",
            "toll-fraud-records", "who-became-whom", "at-the-border");

    private static final String SECRET = "00112233445566778899aabbccddeeff";

    @TempDir private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /// Makes a class whose files are the same on every run of a test.
    private void makeClass(String lab, String... names) throws IOException {
        List<Roster.Student> students = new ArrayList<>();
        for (String name : names) {
            students.add(new Roster.Student("student-0" + (students.size() + 1), name, OptionalLong.empty()));
        }
        Path list = folder.resolve("list.json");
        Files.writeString(list, new Roster(lab, 5, SECRET, students).text());
        ran("lab", "make", "--class", list.toString(), "-o", file("class"), "--quiet");
    }

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    @Test
    void elevenLabsAreListed() {
        List<String> rows = ran("lab", "list", "--format", "csv").records();
        assertEquals(ELEVEN, rows.stream().map(row -> row.split(",")[1]).toList());
        assertTrue(ran("lab", "show", "7").out().contains("For the teacher: "));
        assertTrue(Run.of("lab", "show", "guess-and-us").err().contains("did you mean: guess-and-use"));
        assertEquals(2, Run.of("lab", "show").code());
        assertEquals(2, Run.of("lab", "make", "read-a-ladder").code());
    }

    @Test
    void thePageNamesTheLabsAsTheyAre() throws Exception {
        String page = Files.readString(Path.of("../docs/TEACHING.md"));
        for (Recipe recipe : Recipes.all()) {
            Syllabus about = recipe.syllabus();
            String row = "| %d | `%s` | %s | ".formatted(about.number(), about.id(), about.title());
            assertTrue(page.contains(row), row);
            assertTrue(page.contains(about.guide()), about.guide());
            assertTrue(page.contains(String.join("; ", about.teaches())), about.id());
        }
    }

    /// The example of the page is a lab.
    @Test
    void theExampleOfTheFormatIsRead() throws Exception {
        String page = Files.readString(Path.of("../docs/LAB-FORMAT.md"));
        List<String> examples = Pattern.compile("(?s)```json\n(.*?)```")
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
        Path lab = Files.createDirectory(folder.resolve("night"));
        Files.writeString(lab.resolve("lab.json"), examples.getFirst());
        Files.writeString(lab.resolve("key.json"), examples.get(1));
        Files.writeString(lab.resolve("night.pcap"), "x");
        Files.writeString(folder.resolve("answers.json"), examples.getLast());
        Run check = ran("lab", "check", lab.toString(), file("answers.json"), "--format", "json");
        assertTrue(check.out().contains("\"points\":16,\n  \"of\":20"), check.out());
    }

    @Test
    void aClassIsMadeCheckedAndGraded() throws Exception {
        makeClass("scan-or-monitoring", "Student 1", "Student 2", "Student 3");
        Path student = folder.resolve("class/students/student-01");
        for (String name : List.of("capture.pcap", "lab.json", "sheet.html", "sheet.pdf")) {
            assertTrue(Files.exists(student.resolve(name)), name);
        }
        assertFalse(Files.exists(student.resolve("key.json")));
        assertTrue(Files.exists(folder.resolve("class/teacher/student-01/key.json")));
        String key = Files.readString(folder.resolve("class/teacher/student-01/key.json"));
        String scanner = key.replaceAll("(?s).*?\"value\" : \\[ \"([0-9.]+)\" ].*", "$1");
        Path answers = student.resolve("answers.json");
        Files.writeString(answers, "{\"answers\": {\"q1\": \"%s\", \"q8\": \"by targets\"}}".formatted(scanner));
        Run check = ran("lab", "check", student.toString(), answers.toString(), "--format", "json");
        assertTrue(check.out().contains("\"points\":10,\n  \"of\":85,\n  \"with_teacher\":15"), check.out());
        assertTrue(check.out().contains("\"state\":\"right\""), check.out());
        assertFalse(Files.readString(student.resolve("lab.json")).contains(scanner));
        Run grade = ran("lab", "grade", file("class"), "--format", "csv");
        assertTrue(grade.out().startsWith("student,folder,seed,points,of,to_mark,q1,"), grade.out());
        assertEquals(3, grade.records().size());
        assertTrue(grade.records().getFirst().startsWith("Student 1,student-01,"), grade.out());
        assertTrue(grade.err().contains("hardest question: "), grade.err());
        assertTrue(grade.err().contains("1 of 3 handed in"), grade.err());
        assertTrue(grade.err().contains("  1 × not answered"), grade.err());
        assertFalse(grade.err().contains("Nothing was answered"), grade.err());
        String shown = ran("lab", "show", student.toString()).out();
        for (Question each : LabFolder.open(student).lab().questions()) {
            assertTrue(shown.contains(each.text()) && shown.contains(String.join("; ", each.choices())), shown);
        }
        assertEquals(2, Run.of("lab", "make", "scan", "--students", "3", "-o", file("class")).code());
    }

    @Test
    void aClassIsRepeatedByItsListAndByNothingElse() throws Exception {
        for (String name : List.of("class", "same-seed")) {
            ran("lab", "make", "9", "--students", "2", "--seed", "5", "-o", file(name), "--quiet");
        }
        ran("lab", "make", "--class", file("class/teacher/class.json"), "-o", file("again"), "--quiet");
        List<Path> made = files(folder.resolve("class"));
        assertEquals(11, made.size(), made.toString());
        for (Path each : made) {
            assertEquals(-1,
                    Files.mismatch(folder.resolve("class").resolve(each), folder.resolve("again").resolve(each)),
                    each.toString());
            assertTrue(
                    each.endsWith("sheet.pdf") || Files.mismatch(folder.resolve("class").resolve(each),
                            folder.resolve("same-seed").resolve(each)) >= 0,
                    "the same seed has another secret: " + each);
        }
        for (String[] more : new String[][]{
            {"--seed", "5"},
            {"--students", "2"},
            {"--names", file("class/teacher/class.json")},
            {"9"}}) {
            List<String> command = new ArrayList<>(
                    List.of("lab", "make", "--class", file("class/teacher/class.json"), "-o", file("none")));
            command.addAll(List.of(more));
            assertEquals(2, Run.of(command.toArray(String[]::new)).code(), command.toString());
        }
        assertEquals(2, Run.of("lab", "list", "--class", file("class/teacher/class.json")).code());
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).map(below::relativize).sorted().toList();
        }
    }

    /// Whatever a student's folder is given to, no file of the teacher's comes out of it.
    @Test
    void nothingThatAStudentHasMakesTheKey() throws Exception {
        makeClass("write-a-signature", "Ada", "Kim");
        Path home = Files.createDirectory(folder.resolve("home"));
        Path student = folder.resolve("class/students/student-01");
        for (Path each : files(student)) {
            Files.copy(student.resolve(each), home.resolve(each));
        }
        Path own = Files.createDirectory(folder.resolve("own"));
        Path answers = own.resolve("answers.json");
        Files.writeString(answers, "{\"answers\": {\"q1\": \"192.0.2.1\", \"q5\": \"sip\", \"q6\": \"sip\"}}");
        String list = new Roster("write-a-signature", 5, SECRET.replace('f', 'e'),
                List.of(new Roster.Student("student-01", "Ada", OptionalLong.empty()))).text();
        Path forged = Files.writeString(own.resolve("forged.json"), list);
        Path old = Files.writeString(own.resolve("old.json"), list.replaceAll("\"secret\".*\n", ""));
        String lab = home.toString();
        record Try(int code, List<String> command) {}
        List<Try> tries = List.of(new Try(0, List.of("lab", "make", "7", "-o", own + "/a")),
                new Try(0, List.of("lab", "make", "7", "--seed", "5", "-o", own + "/b")),
                new Try(0, List.of("lab", "make", "--class", forged.toString(), "-o", own + "/c")),
                new Try(3, List.of("lab", "make", "--class", old.toString(), "-o", own + "/d")),
                new Try(3, List.of("lab", "make", "--class", lab + "/lab.json", "-o", own + "/e")),
                new Try(3, List.of("lab", "export", lab, "-o", own + "/f")),
                new Try(3, List.of("lab", "export", lab, "--key", own + "/a", "-o", own + "/g")),
                new Try(3, List.of("lab", "check", lab, answers.toString(), "--key", own + "/a")),
                new Try(0, List.of("lab", "check", lab, answers.toString(), "--format", "json")),
                new Try(3, List.of("lab", "grade", lab)), new Try(0, List.of("lab", "show", lab)),
                new Try(0, List.of("lab", "pack", lab, "-o", own + "/lab.zip")),
                new Try(0, List.of("lab", "import", own + "/lab.zip", "-o", own + "/h")),
                new Try(2, List.of("simulate", "lab-office", "--seed", "5", "-o", own + "/i.pcap")));
        StringBuilder said = new StringBuilder();
        for (Try each : tries) {
            Run run = Run.of(each.command().toArray(String[]::new));
            assertEquals(each.code(), run.code(), each + run.err());
            said.append(run.out()).append(run.err());
        }
        assertFalse(said.toString().contains("\"state\":\"right\""), said.toString());
        Path teacher = folder.resolve("class/teacher");
        for (Path kept : files(teacher)) {
            for (Path made : files(own)) {
                assertTrue(Files.mismatch(teacher.resolve(kept), own.resolve(made)) >= 0, made + " is " + kept);
            }
        }
        assertTrue(files(teacher).toString().contains("hidden.pcap") && files(own).size() > 10, "something was made");
    }

    @Test
    void oneStudentsFilesDoNotKeepTheClassFromBeingGraded() throws Exception {
        Files.writeString(folder.resolve("names.txt"), "\ufeffKim Lee\n\nAda\nKim Lee\n");
        ran("lab", "make", "scan", "--names", file("names.txt"), "-o", file("class"), "--quiet");
        Path students = folder.resolve("class/students");
        String answers = "{\"answers\": {\"q1\": \"x\"}}";
        Files.writeString(students.resolve("student-01/answers.json"), answers);
        Path apart = Files.createDirectory(folder.resolve("class/handed-in"));
        Files.writeString(apart.resolve("student-01.json"), answers);
        Files.writeString(apart.resolve("ada.json"), answers);
        Files.createDirectory(students.resolve("student-03/answers.json"));
        Files.delete(students.resolve("student-02/capture.pcap"));
        Run grade = Run.of("lab", "grade", file("class"), "-o", file("class.csv"), "--quiet");
        assertEquals(3, grade.code(), "two of three could not be read");
        List<String> rows = Files.readAllLines(folder.resolve("class.csv"));
        assertTrue(rows.get(1).startsWith("Kim Lee,student-01,"), rows.toString());
        assertTrue(rows.get(2).endsWith(",capture.pcap: there is no such file"), rows.toString());
        assertTrue(rows.get(3).startsWith("Kim Lee,student-03,") && rows.get(3).contains("not a file"),
                rows.toString());
        assertTrue(grade.err().contains("handed-in/ada.json is not marked"), grade.err());
        assertTrue(grade.err().contains("student-01 handed in twice"), grade.err());
        assertEquals(2, Run.of("lab", "grade", file("class"), "-o", file("class.csv")).code());
        assertEquals(3, Run.of("lab", "grade", file("class"), "-o", file("class.csv"), "--force").code());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '', 0
            '{"answers": {}}', 0
            'no JSON', 3
            '{"answers": 7}', 3
            """)
    void whatWasHandedInAndCannotBeReadIsAnInputNotRead(String answers, int code) throws Exception {
        ran("lab", "make", "scan", "--students", "2", "-o", file("class"), "--quiet");
        if (!answers.isEmpty()) {
            Files.writeString(folder.resolve("class/students/student-01/answers.json"), answers);
        }
        Run grade = Run.of("lab", "grade", file("class"), "--format", "csv");
        assertEquals(code, grade.code(), grade.err());
        assertEquals(2, grade.records().size(), "both are listed");
    }

    /// Names and answers are of students: none becomes markup.
    @Test
    void thePageOfAClassHasEachAnswerBesideTheTruth() throws Exception {
        makeClass("scan-or-monitoring", "<script>alert(1)</script>", "Ada & \"Kim\"", "Absent");
        Path students = folder.resolve("class/students");
        String key = Files.readString(folder.resolve("class/teacher/student-02/key.json"));
        String scanner = key.replaceAll("(?s).*?\"value\" : \\[ \"([0-9.]+)\" ].*", "$1");
        Files.writeString(students.resolve("student-01/answers.json"),
                "{\"answers\": {\"q1\": \"<img src=x onerror=alert(2)>\", \"q8\": \"</td><script>alert(3)</script>\"}}");
        Files.writeString(students.resolve("student-02/answers.json"),
                "{\"answers\": {\"q1\": \"%s\"}, \"marked\": {\"q8\": 9}}".formatted(scanner));
        Files.writeString(folder.resolve("class/teacher/marks.json"), "{\"student-02\": {\"q8\": 7}}");
        Path page = folder.resolve("class.html");
        Run grade = ran("lab", "grade", file("class"), "-o", page.toString(), "--quiet");
        String html = Files.readString(page);
        assertEquals(List.of(), Pattern.compile("<(?:script|img)[^>]*>").matcher(html).results().toList());
        for (String shown : List.of("&lt;script&gt;alert(1)&lt;/script&gt;", "Ada &amp; \"Kim\"",
                "&lt;img src=x onerror=alert(2)&gt;", "&lt;/td&gt;&lt;script&gt;alert(3)&lt;/script&gt;")) {
            assertTrue(html.contains(shown), shown);
        }
        List<Question> questions = LabFolder.open(students.resolve("student-02")).lab().questions();
        for (Question each : questions) {
            assertEquals(3, html.split(Pattern.quote(each.title()), -1).length - 1 - (isHardest(grade, each) ? 1 : 0),
                    "in the table and for both students: " + each.title());
        }
        assertEquals(List.of("Student", "Points"), cells(html, "th", 0).subList(0, 2));
        List<String> first = cells(html, "td", 1);
        assertTrue(first.getFirst().contains("href=\"#student-02\""), "the most points come first: " + first);
        assertEquals(List.of("17 of 85", "10"), first.subList(1, 3));
        assertEquals("7", first.get(9), "the teacher's points for q8");
        List<String> last = cells(html, "td", 3);
        assertTrue(last.getFirst().contains("Absent"), last.toString());
        assertEquals(List.of("–", "–"), last.subList(1, 3), "nothing was handed in");
        assertTrue(html.contains("<p>Not handed in.</p>"), html);
        for (String line : grade.err().lines().map(each -> each.replace("sipsleuth:", "").strip()).toList()) {
            assertTrue(
                    html.contains(
                            "<li>" + line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</li>"),
                    line);
        }
        assertTrue(html.contains("<li>hardest question: ") && html.contains("<li>2 of 3 handed in</li>"), html);
        assertEquals(2, Run.of("lab", "grade", file("class"), "-o", page.toString()).code());
        assertEquals(html, Files.readString(page), "nothing is replaced unasked");
        String roster = file("class/teacher/class.html");
        Files.writeString(Path.of(roster), "kept");
        assertEquals(2, Run.of("lab", "grade", file("class"), "-o", roster, "--force").code());
        assertEquals("kept", Files.readString(Path.of(roster)), "no file of the class is replaced");
        ran("lab", "grade", file("class"), "-o", page.toString(), "--force", "--quiet");
    }

    private static boolean isHardest(Run grade, Question question) {
        return grade.err().contains("hardest question: %s %s,".formatted(question.id(), question.title()));
    }

    /// What stands in the cells of a row of the first table.
    private static List<String> cells(String html, String element, int row) {
        String table = html.substring(html.indexOf("<table>"), html.indexOf("</table>"));
        return Pattern.compile("(?s)<%1$s>(.*?)</%1$s>".formatted(element))
                .matcher(table.split("<tr>", -1)[row + 1])
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void aMissingInputIsNoOutput() {
        for (String[] command : new String[][]{
            {"lab", "grade", "none"},
            {"lab", "import", "none.zip", "-o", "new"},
            {"lab", "check", "none", "answers.json"},
            {"lab", "make", "1", "--names", "none", "-o", "new"}}) {
            Run run = Run.of(command);
            assertEquals(3, run.code());
            assertTrue(run.err().contains("none") && run.err().contains(": no such file"), run.err());
        }
    }

    @Test
    void aMistakeOfTheKeyIsShown() throws Exception {
        ran("lab", "make", "scan", "-o", file("lab"), "--quiet");
        ran("lab", "show", file("lab"));
        Path key = folder.resolve("lab/key.json");
        Files.writeString(key, Files.readString(key).replace("\"question\" : \"q1\"", "\"question\" : \"q99\""));
        Run show = Run.of("lab", "show", file("lab"));
        assertEquals(3, show.code());
        assertTrue(show.err().contains("q99"), show.err());
    }

    @Test
    void aLabTravelsAsAZipAndAsChallenges() throws Exception {
        ran("lab", "make", "who-became-whom", "--seed", "5", "-o", file("lab"), "--quiet");
        ran("lab", "pack", file("lab"), "-o", file("lab.zip"), "--quiet");
        ran("lab", "import", file("lab.zip"), "-o", file("again"), "--quiet");
        assertFalse(Files.exists(folder.resolve("again/key.json")));
        assertEquals(ran("lab", "show", file("lab"), "--format", "csv").out(),
                ran("lab", "show", file("lab.zip"), "--format", "csv").out());
        Run export = ran("lab", "export", file("lab"), "-o", file("ctfd"), "--quiet");
        assertTrue(export.out().contains("4 challenges"), export.out());
        assertTrue(Files.exists(folder.resolve("ctfd/who-became-whom-q3/calls.csv")));
        String challenge = Files.readString(folder.resolve("ctfd/who-became-whom-q3/challenge.yml"));
        assertTrue(challenge.contains("  - type: static\n    content: \""), challenge);
        Files.writeString(folder.resolve("bad.json"), "{\"answers\": {\"q77\": \"1\"}}");
        Run bad = Run.of("lab", "check", file("lab"), file("bad.json"));
        assertEquals(3, bad.code());
        assertTrue(bad.err().contains("bad.json:1: the lab has no question \"q77\""), bad.err());
    }

    @Test
    void whatALabHidesIsRefusedUntilItIsHandedIn() throws Exception {
        ran("lab", "make", "why-did-it-drop", "--seed", "5", "-o", file("lab"), "--quiet");
        String capture = folder.resolve("lab/capture.pcap").toString();
        for (List<String> command : List.of(List.of("analyze", capture), List.of("problems", capture),
                List.of("dialogs", capture, "--filter", "hint.no_ack"), List.of("replay", capture, "--truth"))) {
            Run run = Run.of(command.toArray(String[]::new));
            assertEquals(2, run.code(), command.toString());
            assertTrue(run.err().contains("belongs to the lab \"Why did it drop?\", which hides "), run.err());
        }
        Run dialogs = ran("dialogs", capture, "--format", "csv");
        assertFalse(dialogs.out().contains("no ACK"), "hints are hidden");
        Files.writeString(folder.resolve("lab/answers.json"), "{\"handed_in\": \"2026-10-06T14:00:00Z\"}");
        List<String> dropped = ran("dialogs", capture, "--format", "csv", "--filter", "hint.no_ack").records();
        assertTrue(dropped.size() >= 3);
        ran("problems", capture, "--quiet");
        String[] ladder = {"ladder", capture, "--call-id", dropped.getFirst().split(",", 2)[0]};
        assertTrue(ran(ladder).out().contains("Problem: "));
        Files.delete(folder.resolve("lab/answers.json"));
        String concealed = ran(ladder).out();
        assertTrue(concealed.contains("dropped: hidden in this lab"), concealed);
        assertFalse(concealed.contains("Problem: ") || concealed.contains("[hint]"), concealed);
    }
}
