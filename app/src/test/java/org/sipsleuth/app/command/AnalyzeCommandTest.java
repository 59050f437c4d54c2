package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.TruthFile;

/// `train` and `analyze`: what was odd is found, with what it rests on.
final class AnalyzeCommandTest {

    @TempDir private static Path folder;

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeAll
    static void simulate() {
        String[] normal = {"simulate", "normal", "--set", "users=12", "--set", "hours=3"};
        for (int seed = 1; seed <= 3; seed++) {
            ran(with(normal, "--seed", "" + seed, "-o", file("normal-" + seed + ".pcap")));
        }
        ran("simulate", "odd-dialogs", "--onto", file("normal-3.pcap"), "--set", "normal-dialogs=0", "--set",
                "odd-dialogs=8", "-o", file("odd.pcap"));
        ran(train("one.model"));
    }

    private static String[] train(String model) {
        return new String[]{
            "train",
            "sequence",
            file("normal-1.pcap"),
            file("normal-2.pcap"),
            file("normal-3.pcap"),
            "-o",
            file(model),
            "--date",
            "2026-01-02T03:04:05Z",
            "--name",
            "normal",
            "--quiet"};
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    /// All values of a key, wherever it is.
    private static List<String> values(String json, String key) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals(key)) {
                    if (parser.nextToken() == JsonToken.START_ARRAY) {
                        while (parser.nextToken() != JsonToken.END_ARRAY) {
                            values.add(parser.getText());
                        }
                    } else {
                        values.add(parser.getText());
                    }
                }
            }
        }
        return values;
    }

    @Test
    void everyOddDialogIsFoundAndNoOther() throws IOException {
        ran(with(train("alone.model"), "--set", "prior=none"));
        TreeSet<String> found = foundWith("alone.model");
        assertEquals(8, found.size());
        TruthFile truth = TruthFile.read(folder.resolve("odd.truth.json"), RunMonitor.NONE);
        for (String callId : found) {
            assertEquals(TrafficClass.ODD_DIALOG, truth.ofDialog(callId).orElseThrow().trafficClass());
        }
    }

    /// One of the odd dialogs is new in the baseline only, and known to the bundled model.
    @Test
    void ownBaselineFindsWhatItDoesNotKnowNorTheBundledModel() throws IOException {
        ran(with(train("both.model"), "--set", "prior=none"));
        TreeSet<String> found = foundWith("one.model");
        assertEquals(7, found.size());
        assertTrue(foundWith("both.model").containsAll(found));
    }

    private TreeSet<String> foundWith(String model) throws IOException {
        Run run = ran("analyze", file("odd.pcap"), "--model", file(model), "--format", "json");
        return new TreeSet<>(values(run.out(), "call_ids"));
    }

    @Test
    void reportsNameInputsModelsAndFrames() throws IOException {
        ran("analyze", file("odd.pcap"), "--model", file("one.model"), "-o", file("r.json"));
        String json = Files.readString(folder.resolve("r.json"));
        assertEquals(64, values(json, "sha256").getFirst().length());
        assertEquals(4, values(json, "sha256").size()); // capture, rules, problems, model
        assertTrue(values(json, "model_sha256").contains(values(json, "sha256").getLast()));
        assertTrue(values(json, "frames").stream().allMatch(frame -> Integer.parseInt(frame) > 0));
        assertEquals(values(json, "id").size(), new TreeSet<>(values(json, "id")).size());
        assertEquals(values(json, "grounded").size(), values(json, "detector").size());
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        ran(train("two.model"));
        assertEquals(-1, Files.mismatch(folder.resolve("one.model"), folder.resolve("two.model")));
        String[] analyze = {"analyze", file("odd.pcap"), "--model", file("one.model"), "-o"};
        ran(with(analyze, file("a.json")));
        ran(with(analyze, file("b.json")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.json"), folder.resolve("b.json")));
    }

    @Test
    void aBaselineIsTrainedOnTheWay() throws IOException {
        Run run = ran("analyze", file("normal-1.pcap"), "--baseline", file("normal-1.pcap"), "--format", "json",
                "--quiet");
        assertEquals(List.of(), values(run.out(), "id"));
    }

    @Test
    void withoutAModelTheOneThatShipsIsUsed() {
        Run run = ran("analyze", file("normal-1.pcap"));
        assertTrue(run.out().contains(", sequence f90b360e308a, "), run.out());
        Run whole = ran("analyze", "--findings", file("normal-1.pcap"));
        assertTrue(whole.out().contains("\nsequence: model "), whole.out());
    }

    @Test
    void csvAndTextShowTheSameFindings() {
        String[] analyze = {"analyze", file("odd.pcap"), "--model", file("one.model")};
        Run csv = ran(with(analyze, "--format", "csv"));
        Run text = ran(analyze);
        long outside = csv.records().stream().filter(line -> line.endsWith(",")).count();
        assertTrue(text.out().contains(outside + " findings outside incidents"), text.out());
        assertFalse(text.out().contains("[not grounded]"), text.out());
    }

    @Test
    void wrongUsageIsSaidWithWords() {
        assertEquals(2, Run.of("train", "sequence", file("normal-1.pcap")).code());
        Run method = Run.of("train", "sequences", file("normal-1.pcap"), "-o", file("x.model"));
        assertEquals(2, method.code());
        assertTrue(method.err().contains("did you mean: sequence"), method.err());
        Run setting = Run.of("train", "sequence", file("normal-1.pcap"), "-o", file("x.model"), "--set", "network=gru",
                "--quiet");
        assertEquals(2, setting.code());
        assertTrue(setting.err().contains("network must be one of cnn, lstm (got gru)"), setting.err());
        assertEquals(2, Run.of("analyze", file("odd.pcap"), "-o", file("r.docx")).code());
        assertEquals(3, Run.of("analyze", file("none.pcap")).code());
        Run noModel = Run.of("analyze", file("odd.pcap"), "--model", file("odd.pcap"));
        assertEquals(3, noModel.code());
        assertTrue(noModel.err().contains("cannot read model: not a SipSleuth model"), noModel.err());
    }

    @Test
    void aModelThatContradictsItselfIsRefusedWithWords() throws IOException {
        ModelFile sound = ModelFile.read(folder.resolve("one.model"));
        List<ModelArray> arrays = sound.arrays()
                .stream()
                .map(array -> array.layout().name().equals("known.symbols")
                        ? IntArray.of("known.symbols", new int[array.layout().size()], array.layout().size())
                        : array)
                .toList();
        ModelFile.of(sound.modelFacts(), arrays)
                .writeTo(OutputFile.at(folder.resolve("broken.model"), OutputRules.NEW_FILES));
        Run run = Run.of("analyze", file("odd.pcap"), "--model", file("broken.model"));
        assertEquals(3, run.code());
        assertTrue(run.err().contains("contradicts itself"), run.err());
    }

    @Test
    void findingsOutsideIncidentsRaiseNoAlarm() throws IOException {
        String[] analyze = {"analyze", file("odd.pcap"), "--model", file("one.model")};
        String json = ran(with(analyze, "--format", "json")).out();
        assertTrue(values(json, "detector").contains("sequence"), json);
        assertEquals(0, Run.of(with(analyze, "--fail-on", "medium")).code());
        assertEquals(2, Run.of(with(analyze, "--fail-on", "much")).code());
    }

    @Test
    void methodsShowTheirSettings() {
        Run run = ran("train", "--list");
        assertTrue(run.out().contains("sequence"), run.out());
        assertTrue(run.out().contains("normalisation=one-hot-limit"), run.out());
        assertTrue(run.out().contains("  Not trained: its settings are thresholds"), run.out());
    }

    @Test
    void theRulesRunWithAnyModel() throws IOException {
        Run run = ran("analyze", file("odd.pcap"), "--model", file("one.model"), "--format", "json");
        assertEquals(List.of("rules", "problems", "sequence"),
                values(run.out(), "method").stream().distinct().toList());
    }

    @Test
    void theUsersRatesAreUsed() throws IOException {
        Path rates = Files.writeString(folder.resolve("rates.csv"), "+999,2.50,premium\n");
        String capture = Path.of("../sample-captures/incident.pcap").toString();
        String[] analyze = {"analyze", capture, "--format", "json", "--rates"};
        String json = ran(with(analyze, rates.toString(), "--home-region", "de")).out();
        assertTrue(json.contains("by the rate table"), json);
        Files.writeString(rates, "+999,free\n");
        Run wrong = Run.of(with(analyze, rates.toString()));
        assertEquals(3, wrong.code());
        assertTrue(wrong.err().contains("line 1: free is not a price"), wrong.err());
    }

    @Test
    void aWrongHomeRegionIsWrongUsage() {
        String capture = Path.of("../sample-captures/incident.pcap").toString();
        Run run = Run.of("analyze", capture, "--home-region", "XX");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("\"XX\" is not a country"), run.err());
    }
}
