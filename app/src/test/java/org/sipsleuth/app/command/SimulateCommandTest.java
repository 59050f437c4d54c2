package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulateCommandTest {

    private static final String[] FEW = {
        "simulate",
        "odd-dialogs",
        "--set",
        "normal-dialogs=10",
        "--set",
        "odd-dialogs=4",
        "--set",
        "dialogs-per-second=20"};

    @TempDir private Path folder;

    private static Run few(String... more) {
        return Run.of(Stream.concat(Stream.of(FEW), Stream.of(more)).toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCaptureAndItsTruthAreWrittenAndSummedUp() throws IOException {
        Run run = few("-o", file("lab.pcap"), "--seed", "7");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).matches(".*/lab\\.pcap: \\d+ frames, \\d+ messages, 14 dialogs, .*"), run.out());
        assertEquals(file("lab.truth.json") + ": ground truth", lines.get(1));
        assertEquals(List.of("lab.pcap", "lab.truth.json"), left());
        assertEquals(14, Run.of("dialogs", "--format", "csv", file("lab.pcap")).records().size());
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        few("-o", file("a.pcap"), "--seed", "7");
        few("-o", file("b.pcap"), "--seed", "7");
        few("-o", file("c.pcap"), "--seed", "8");
        assertEquals(-1, Files.mismatch(folder.resolve("a.pcap"), folder.resolve("b.pcap")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.truth.json"), folder.resolve("b.truth.json")));
        assertTrue(Files.mismatch(folder.resolve("a.pcap"), folder.resolve("c.pcap")) >= 0);
    }

    @Test
    void anOutputNamedCsvGetsCallRecords() throws IOException {
        String[] social = {"simulate", "social", "--set", "calls=200", "--set", "members=80", "-o", file("c.csv")};
        Run run = Run.of(social);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("(?s).*/c\\.csv: \\d+ call records, 5 attacks\n.*"), run.out());
        assertEquals(List.of("c.csv", "c.csv.truth.json"), left());
        assertTrue(Files.readString(folder.resolve("c.csv")).startsWith("call_id,caller,callee,start,"));
        Run refused = few("-o", file("d.csv"));
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("possible with telemarketing, social"));
        assertEquals(List.of("c.csv", "c.csv.truth.json"), left());
    }

    @Test
    void allScenariosAreListedWithWhatTheyAre() {
        Run text = Run.of("simulate", "--list");
        assertEquals(0, text.code());
        assertTrue(text.out().contains("\n  mutations\n      "), text.out());
        Run csv = Run.of("simulate", "--list", "--format", "csv");
        assertTrue(csv.out().startsWith("scenario,description,source\r\n"), csv.out());
        assertTrue(csv.records().size() >= 3);
    }

    @Test
    void aScenarioExplainsItsSettings() {
        Run run = Run.of("simulate", "mutations", "--help");
        assertEquals(0, run.code());
        for (String text : List.of("Source: Paper 3",
                "\n  edits=3 places   (1 to 20)\n      maximum number of errors in a message\n",
                "\n  transport=udp   (udp, tcp)\n", "\n  start=2026-03-02T08:00:00Z\n")) {
            assertTrue(run.out().contains(text), run.out());
        }
        Run json = Run.of("simulate", "mutations", "-h", "--format", "json");
        assertTrue(json.out().contains("\"setting\":\"edits\",\"default\":\"3\""), json.out());
    }

    @Test
    void mistypedWordsAreAnsweredWithTheNearest() throws IOException {
        Run scenario = Run.of("simulate", "mutatoins");
        assertEquals(2, scenario.code());
        assertTrue(scenario.err().contains("did you mean: mutations\n"), scenario.err());
        Run setting = few("-o", file("a.pcap"), "--set", "trasnport=tcp");
        assertEquals(2, setting.code());
        assertTrue(setting.err().contains("did you mean: transport\n"), setting.err());
        assertEquals(List.of(), left());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport=sctp", "mtu=10", "loss=2", "start=soon", "odd-dialogs=many"})
    void valuesThatCannotBeAreExit2WithASentence(String setting) throws IOException {
        Run run = few("-o", file("a.pcap"), "--set", setting);
        assertEquals(2, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(setting.substring(0, setting.indexOf('='))), run.err());
        assertEquals(List.of(), left());
    }

    @Test
    void nothingToPlayIsExit2() {
        assertEquals(2, Run.of("simulate").code());
        assertEquals(2, Run.of("simulate", "mutations", "more").code());
        assertEquals(2, few("--set", "transport").code());
        assertEquals(2, few("--seed", "x").code());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsExit4() throws IOException {
        Run run = few("-o", file("no/such/lab.pcap"));
        assertEquals(4, run.code());
        assertTrue(run.err().contains("cannot be written"), run.err());
        assertEquals(2, few("-o", folder.toString()).code());
        assertEquals(List.of(), left());
    }

    @Test
    void itIsPlayedIntoARealCaptureWhichStaysAsItIs() throws IOException {
        TestCapture real = new TestCapture();
        for (int i = 0; i < 20; i++) {
            real.call(i * 2, "real-" + i);
        }
        String name = real.in(folder, "real.pcap");
        byte[] before = Files.readAllBytes(folder.resolve("real.pcap"));
        Run run = few("--onto", name, "-o", file("both.pcap"));
        assertEquals(0, run.code(), run.err());
        assertEquals(-1, Files.mismatch(folder.resolve("real.pcap"), Files.write(folder.resolve("x"), before)));
        int dialogs = Run.of("dialogs", "--format", "csv", file("both.pcap")).records().size();
        assertTrue(dialogs > 25, dialogs + " dialogs");
        Run same = few("--onto", name, "-o", name);
        assertEquals(2, same.code());
        assertTrue(same.err().contains("only read"), same.err());
    }

    @Test
    void whatIsNoCaptureIsExit3() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "These are notes.");
        Run run = few("--onto", notes.toString(), "-o", file("both.pcap"));
        assertEquals(3, run.code());
        assertTrue(run.err().contains("notes.txt: not a readable capture"), run.err());
        Run gone = few("--onto", file("gone.pcap"), "-o", file("both.pcap"));
        assertEquals(3, gone.code());
        assertTrue(gone.err().contains("gone.pcap: no such file"), gone.err());
        assertFalse(left().contains("both.pcap"));
    }
}
