package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;

/// What `train` learns of a baseline, and what it reports.
class TrainCommandTest {

    private static final int PCAP_HEADER_BYTES = 24;
    private static final Pattern EXTENSION = Pattern.compile("[1-9]\\d{0,3}");

    @TempDir private Path directory;

    private String sample(String name) throws IOException {
        SampleCapture capture =
                SampleCaptures.list().stream().filter(each -> each.file().equals(name)).findFirst().orElseThrow();
        return SampleCaptures.copyTo(capture, directory).toString();
    }

    private static Run train(Path model, String... captures) {
        List<String> arguments = new ArrayList<>(List.of("train", "sequence"));
        arguments.addAll(List.of(captures));
        arguments.addAll(List.of("-o", model.toString(), "--set", "epochs=3"));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void longListsOfChoicesAreShortened() {
        Run run = Run.of("train", "--list");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("toll-home-region=none   (none, AD, AE … ZW)"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void dialogsOfIncidentsAreNotLearned() throws IOException {
        Path model = directory.resolve("office.model");
        Run run = train(model, sample("office-hour.pcap"), sample("cracking-found.pcap"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("1 of 107 dialogs (0.9 %) belong to incidents"), run.err());
        assertTrue(run.err().contains("Account 1007 taken over (high"), run.err());
        SequenceModel trained = SequenceModel.open(ModelFile.read(Files.readAllBytes(model)));
        assertEquals(106, trained.known().dialogs());
        assertTrue(run.err().contains("Of 1,000 further dialogs of the same network"), run.err());
    }

    @Test
    void mostlyAttacksAreNoBaseline() throws IOException {
        Path model = directory.resolve("attacks.model");
        Run run = train(model, sample("incident.pcap"));
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains("The baseline is contaminated"), run.err());
        assertTrue(run.err().contains("Nothing was learned: 311 of 390 dialogs (79.7 %)"), run.err());
        assertFalse(Files.exists(model));
        Run analysed = Run.of("analyze", sample("office-hour.pcap"), "--baseline", sample("incident.pcap"));
        assertEquals(3, analysed.code(), analysed.err());
        assertTrue(analysed.err().contains("Nothing was learned"), analysed.err());
    }

    @Test
    void aCaptureWithoutMessagesIsNoBaseline() throws IOException {
        Path empty = directory.resolve("empty.pcap");
        Files.write(empty, Arrays.copyOf(Files.readAllBytes(Path.of(sample("call.pcap"))), PCAP_HEADER_BYTES));
        for (String method : List.of("sequence", "flood", "ngram", "belief", "social")) {
            Run run = Run.of("train", method, empty.toString(), "-o", directory.resolve("none.model").toString());
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("The baseline has no SIP messages"), run.err());
        }
    }

    /// Attacks that no rule knows, too.
    @Test
    void dialogsThatGroundTruthLabelsAsAttacksAreNotLearned() throws IOException {
        Path capture = directory.resolve("odd.pcap");
        Run simulated = Run.of("simulate", "odd-dialogs", "--seed", "4102", "-o", capture.toString());
        assertEquals(0, simulated.code(), simulated.err());
        Path model = directory.resolve("odd.model");
        Run run = train(model, capture.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("are labelled as attacks by ground-truth files (odd"), run.err());
    }

    @Test
    void aCleanBaselineIsLearnedWhole() throws IOException {
        Path model = directory.resolve("office.model");
        Run run = train(model, sample("office-hour.pcap"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("No incident in the baseline: all 70 dialogs"), run.err());
        assertTrue(run.err().contains("The baseline is small: 70 dialogs"), run.err());
        assertFalse(run.err().contains("contaminated"), run.err());
        assertTrue(run.err().contains("of 70 with the bundled model, 0 with this one"), run.err());
    }

    private Run simulate(Path file, String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("simulate", "invite-flood", "--seed", "3", "-o", file.toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private Run trainFloods(Path file, Path model) {
        return Run.of("train", "flood", file.toString(), "-o", model.toString(), "--set", "units=4", "--set",
                "epochs=3");
    }

    /// Libraries that print would spoil results on standard output.
    @Test
    void floodsAreLearnedFromLabelsAndNothingElseIsPrinted() throws IOException {
        Path capture = directory.resolve("floods.pcap");
        simulate(capture, "normal-before=40", "episodes=4", "rate=M", "pattern=b");
        Path model = directory.resolve("floods.model");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Run run;
        try {
            run = trainFloods(capture, model);
        } finally {
            System.setOut(before);
        }
        assertEquals(0, run.code(), run.err());
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
        assertTrue(run.out().matches(".*floods\\.model: sha256 [0-9a-f]{64}\\R"), run.out());
        assertTrue(run.err().contains("windows of INVITEs: "), run.err());
        assertTrue(run.err().contains("gru: epoch 3 of 3"), run.err());
        assertTrue(run.err().contains("Logistic regression, threshold 0."), run.err());
        Run analysis = Run.of("analyze", capture.toString(), "--model", model.toString());
        assertEquals(0, analysis.code(), analysis.err());
    }

    @Test
    void floodsAreNotLearnedWhereThereAreNone() {
        Path capture = directory.resolve("calls.pcap");
        simulate(capture, "episodes=1", "pattern=a", "normal-before=40");
        Run run = trainFloods(capture, directory.resolve("no.model"));
        assertEquals(2, run.code());
        assertTrue(run.err().contains("is labelled as a flood"), run.err());
        assertTrue(Files.notExists(directory.resolve("no.model")));
    }

    @Test
    void tooFewWindowsAreNotLearned() {
        Path capture = directory.resolve("short.pcap");
        simulate(capture, "normal-before=25", "episodes=1", "episode-seconds=4", "rate=VL");
        Run run = trainFloods(capture, directory.resolve("no.model"));
        assertEquals(2, run.code());
        assertTrue(run.err().contains("Training needs at least 100 windows"), run.err());
    }

    @Test
    void usersAreLearnedFromTablesOfCallRecords() throws IOException {
        Path table = directory.resolve("calls.csv");
        Run simulated = Run.of("simulate", "social", "--seed", "4101", "--set", "calls=4000", "--set", "members=80",
                "--set", "days=21", "-o", table.toString());
        assertEquals(0, simulated.code(), simulated.err());
        Path model = directory.resolve("users.model");
        Run run = Run.of("train", "social", "--csv-records", table.toString(), "-o", model.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("Incidents are not looked for in tables"), run.err());
        assertTrue(run.err().contains("weeks of"), run.err());
        Run info = Run.of("info", model.toString());
        long calls = Files.readAllLines(table).size() - 1;
        assertTrue(info.out().contains("calls.csv: %,d calls".formatted(calls)), info.out());
        Run judged = Run.of("calls", "--csv-records", "--users", "--format", "csv", "--model", model.toString(),
                table.toString());
        assertEquals(0, judged.code(), judged.err());
        assertTrue(judged.err().contains("the model was learned from this table"), judged.err());
    }

    @Test
    void tablesTrainNothingElse() throws IOException {
        Path table = directory.resolve("calls.csv");
        Files.writeString(table, "from,to,time\n1,2,1700000000\n");
        Path model = directory.resolve("none.model");
        Run other = Run.of("train", "sequence", "--csv-records", table.toString(), "-o", model.toString());
        assertEquals(2, other.code());
        assertTrue(other.err().contains("only social is trained on tables"), other.err());
        Run few = Run.of("train", "social", "--csv-records", table.toString(), "-o", model.toString());
        assertEquals(2, few.code());
        assertTrue(few.err().contains("1 call: too few to learn from"), few.err());
        assertEquals(2,
                Run.of("train", "social", "--charset", "UTF-8", table.toString(), "-o", model.toString()).code());
        Run nobody =
                Run.of("train", "social", "--csv-records", table.toString(), "--anonymize", "-o", model.toString());
        assertEquals(2, nobody.code());
        assertTrue(nobody.err().contains("--anonymize is for captures"), nobody.err());
        assertFalse(Files.exists(model));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The user parts and addresses of a capture that stand in a file as words.
    private static Set<String> shared(Path capture, Path model) throws IOException {
        String original = Files.readString(capture, StandardCharsets.ISO_8859_1);
        Set<String> known = found("sips?:([^@>;\\s:*]+)@", original);
        known.addAll(found("(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?=[:;>\\s])", original));
        assertTrue(known.size() > 100, known.toString());
        String written = Files.readString(model, StandardCharsets.ISO_8859_1);
        Set<String> words = new TreeSet<>(List.of(written.split("[^\\w.+]+")));
        words.retainAll(known);
        return words;
    }

    @Test
    void aModelOfAnAnonymisedCopyHoldsNobody() throws IOException {
        Path capture = directory.resolve("10.0.0.2-day.pcap");
        Run simulated = Run.of("simulate", "normal", "--seed", "4103", "--set", "hours=1", "-o", capture.toString());
        assertEquals(0, simulated.code(), simulated.err());
        Path open = directory.resolve("open.model");
        Run named = Run.of("train", "ngram", capture.toString(), "-o", open.toString());
        assertEquals(0, named.code(), named.err());
        assertTrue(named.err().contains("The model file holds 1"), named.err());
        assertTrue(shared(capture, open).size() > 100);
        assertTrue(Run.of("info", open.toString()).out().contains("Contents      The model file holds 1"));
        for (String method : List.of("ngram", "sequence")) {
            Path model = directory.resolve(method + ".model");
            Run run = Run.of("train", method, capture.toString(), "--anonymize", "-o", model.toString(), "--date",
                    "1999-01-01T00:00:00Z");
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("holds no user, host or display name"), run.err());
            Set<String> words = shared(capture, model);
            assertTrue(words.size() < 10, words.toString());
            words.removeIf(EXTENSION.asMatchPredicate()); // of 9,000 a pseudonym may be another user's
            assertEquals(Set.of(), words);
            assertTrue(Run.of("info", model.toString())
                    .out()
                    .contains("captures whose names are left out (anonymised copy)"));
        }
    }

    /// Where names would not be replaced, nothing is written that seems to be without them.
    @Test
    void labelledTrafficIsNotAnonymisedWithoutAWord() {
        Path model = directory.resolve("flood.model");
        Run run = Run.of("train", "flood", "../sample-captures/flood.pcap", "--anonymize", "-o", model.toString());
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains("anonymise that with sipsleuth export"), run.err());
        assertFalse(Files.exists(model));
    }
}
