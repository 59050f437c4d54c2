package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LegsOptionTest {

    private static final String FAR = "192.0.2.9";

    @TempDir private Path folder;

    @Test
    void theColumnsOfLegsComeAfterThoseOfTheContract() throws IOException {
        Run run = Run.of("dialogs", "--legs", "--format", "csv", legs("X-Call-ID: first\r\n"));
        assertEquals(0, run.code());
        assertTrue(run.out()
                .lines()
                .findFirst()
                .orElseThrow()
                .endsWith(",codecs,outcome,cause,hints,files,earlier_calls,legs,leg_confidence,leg_of,leg_evidence"),
                run.out());
        List<String> rows = run.records();
        assertTrue(rows.get(0).contains(",1,0.99"), rows.get(0));
        assertTrue(rows.get(1).matches(".*,1,0\\.99\\d,first,x-call-id; time.*"), rows.get(1));
        assertTrue(rows.get(2).endsWith(",,,,"), rows.get(2));
    }

    @Test
    void withoutTheOptionNothingChanges() throws IOException {
        Run run = Run.of("dialogs", "--format", "csv", legs("X-Call-ID: first\r\n"));
        assertTrue(
                run.out().lines().findFirst().orElseThrow().endsWith(",codecs,outcome,cause,hints,files,earlier_calls"),
                run.out());
    }

    @Test
    void anotherFieldCanNameTheLeg() throws IOException {
        String capture = legs("X-Our-Leg: first\r\nDate: now\r\n");
        Run run = Run.of("dialogs", "--legs", "--leg-field", "X-Our-Leg", "--format", "csv", capture);
        assertTrue(run.records().get(1).contains("x-call-id"), run.out());
        Run without = Run.of("dialogs", "--legs", "--format", "csv", capture);
        assertFalse(without.out().contains("x-call-id"), without.out());
    }

    @Test
    void theLadderMergesAllLegsByTimeAndSaysWhyTheyAre() throws IOException {
        String capture = legs("X-Call-ID: first\r\n");
        Run run = Run.of("ladder", "--legs", "--call-id", "first", "--no-hints", capture);
        assertEquals(0, run.code());
        assertTrue(run.out().contains("2 legs:\n  first\n  second\n"), run.out());
        assertTrue(run.out().contains("X-Call-ID is the Call-ID of the other leg: first (frames 1, 2)"), run.out());
        assertEquals(2, run.out().lines().filter(line -> line.contains(" INVITE ")).count());
        Run csv = Run.of("ladder", "--legs", "--call-id", "first", "--format", "csv", capture);
        assertEquals("frame,time,delta,src,dst,label,retransmission,call_id,file,log_byte",
                csv.out().lines().findFirst().orElseThrow());
        assertTrue(csv.records().get(0).endsWith(",first," + capture + ","), csv.out());
        assertTrue(csv.records().get(1).endsWith(",second," + capture + ","), csv.out());
    }

    @Test
    void aDialogAloneIsDrawnAlone() throws IOException {
        Run run = Run.of("ladder", "--legs", "--call-id", "alone", legs(""));
        assertEquals(0, run.code());
        assertTrue(run.out().contains("no other legs found"), run.out());
        assertEquals(1, run.out().lines().filter(line -> line.contains(" INVITE ")).count());
    }

    private String legs(String lines) throws IOException {
        return new TestCapture()
                .sip(0, TestCapture.CALLER, TestCapture.CALLEE, TestCapture.request("INVITE", "first", 1, ""))
                .sip(2_000_000, TestCapture.CALLEE, FAR, TestCapture.request("INVITE", "second", 1, lines))
                .call(200, "alone")
                .in(folder, "legs.pcap");
    }
}
