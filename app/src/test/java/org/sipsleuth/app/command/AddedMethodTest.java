package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.hops.HopsMethod;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCaptures;

/// The command line offers a method as soon as it is registered.
class AddedMethodTest {

    private static final Methods METHODS = Methods.standard().with(new HopsMethod());

    @TempDir Path directory;
    private String capture = "";

    @BeforeEach
    void copySample() throws IOException {
        capture = SampleCaptures.copyTo(SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("call.pcap"))
                .findFirst()
                .orElseThrow(), directory).toString();
    }

    private static Run run(String... arguments) {
        return Run.of(METHODS, arguments);
    }

    @Test
    void trainListsItsSetting() {
        Run run = run("train", "--list");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("hops\n"), run.out());
        assertTrue(run.out().contains("highest Max-Forwards that is not reported"), run.out());
    }

    @Test
    void helpAndCompletionNameIt() {
        String help = run("train", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("sequence, flood, ngram, belief, social, hops"), help);
        String script = run("completion", "bash").out();
        assertTrue(script.contains("\"sequence\" \"flood\" \"ngram\" \"belief\" \"social\" \"hops\""), "train METHOD");
        assertTrue(script.contains(
                "\"sequence\" \"sequence-selection\" \"flood\" \"flood-ack\" \"ngram\" \"ngram-accepted\" \"social\" \"belief\""),
                "evaluate METHOD");
    }

    @Test
    void aTrainedModelFindsWhatLiesAboveItsSetting() {
        String model = directory.resolve("hops.model").toString();
        Run training = run("train", "hops", capture, "-o", model, "--set", "limit=69");
        assertEquals(0, training.code(), training.err());
        Run analysis = run("analyze", capture, "--model", model, "--format", "jsonl");
        assertEquals(0, analysis.code(), analysis.err());
        assertTrue(analysis.out().contains("\"detector\":\"hops\""), analysis.out());
        assertTrue(analysis.out().contains("\"class\":\"many_hops\""), analysis.out());
        assertTrue(analysis.out().contains("\"value\":70.0,\"threshold\":69.0"), analysis.out());
        Run info = run("info", model);
        assertTrue(info.out().contains("hops"), info.out());
    }

    @Test
    void aLearnedModelFindsNothingInItsBaseline() {
        String model = directory.resolve("learned.model").toString();
        assertEquals(0, run("train", "hops", capture, "-o", model).code());
        assertEquals("", run("analyze", capture, "--model", model, "--format", "jsonl").out());
    }

    @Test
    void theBundledModelRunsWithTheOthers() {
        Run run = run("analyze", capture);
        assertTrue(run.out().matches("(?s).*Models: .*hops\\s+[0-9a-f]{12}.*"), run.out());
    }

    @Test
    void filtersAskItsField() {
        String model = directory.resolve("hops.model").toString();
        run("train", "hops", capture, "-o", model);
        Run listed = run("dialogs", capture, "--filter", "hops.highest == 70", "--model", model, "--format", "csv");
        assertEquals(0, listed.code(), listed.err());
        assertTrue(listed.records().size() > 0, listed.out());
        Run none = run("dialogs", capture, "--filter", "hops.highest > 70", "--model", model, "--format", "csv");
        assertEquals(List.of(), none.records());
        Run missing = run("dialogs", capture, "--filter", "hops.highest > 70");
        assertTrue(missing.err().contains("hops.highest needs a model of the method hops"), missing.err());
        Run found = run("dialogs", capture, "--filter", "finding.detector == \"hops\"", "--model", "shipped",
                "--format", "csv");
        assertEquals(0, found.code(), found.err());
    }
}
