package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate sequence FILE…`: a model on captures.
final class EvaluateSequenceTest {

    private static final String SAMPLES = "../sample-captures/";

    @Test
    void modelIsMeasuredOnCaptures() {
        Run run = Run.of("evaluate", "sequence", SAMPLES + "enumeration.pcap", "--clean", SAMPLES + "call.pcap",
                SAMPLES + "busy.pcap", "--quiet", "--format", "json");
        assertEquals(0, run.code(), run.err());
        String json = run.out().replace("\n", "").replaceAll(" +", " ");
        assertTrue(json.contains("\"scenario\":\"captures\""), run::out);
        assertTrue(json.contains("\"captures\":3"), run::out);
        for (String table : new String[]{"clean", "harmless", "all-auc"}) {
            assertTrue(json.contains("\"id\":\"" + table + "\""), table);
        }
        assertTrue(json.contains("share of captures that the model does not fit"), run::out);
    }

    @Test
    void captureWithoutGroundTruthIsLeftOut() {
        Run run = Run.of("evaluate", "sequence", SAMPLES + "busy.pcap", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("name it with --clean"), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "'evaluate sequence --model x.model', 2, --model goes with",
        "'evaluate belief --model x.model', 2, --model goes with",
        "'evaluate sequence a.pcap --traffic b.pcap', 2, --traffic does not go with",
        "'evaluate sequence --clean no-such.pcap', 3, no such file"})
    void whatIsWrongIsSaid(String command, int code, String error) {
        Run run = Run.of(command.split(" "));
        assertEquals(code, run.code(), run.err());
        assertTrue(run.err().contains(error), run.err());
    }
}
