package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;

/// A flood in a text log: with the time of each message, and without.
class UntimedTrafficTest {

    private static final int MESSAGES = 3_000;

    @TempDir Path folder;

    private Investigation flood(boolean hasTimes) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(log(hasTimes)), RunMonitor.NONE);
        Methods methods = Methods.standard();
        Detector rules = methods.named("rules").orElseThrow().detector(methods.named("rules").orElseThrow().shipped());
        return CaptureSession.investigate(index, List.of(rules), Runnable::run, RunMonitor.NONE);
    }

    private Path log(boolean hasTimes) throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < MESSAGES; i++) {
            String time = hasTimes ? "2026-03-01 10:15:%02d.%03d ".formatted(i / 500, i % 500 * 2) : "";
            log.append(time).append("UDP 198.51.100.7:5060 -> 203.0.113.9:5060\n").append("""
                    OPTIONS sip:203.0.113.9 SIP/2.0
                    Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bK%1$d
                    Max-Forwards: 70
                    From: <sip:a@198.51.100.7>;tag=%1$d
                    To: <sip:203.0.113.9>
                    Call-ID: %1$d@198.51.100.7
                    CSeq: 1 OPTIONS
                    Content-Length: 0

                    """.formatted(i));
        }
        return Files.writeString(folder.resolve("log"), log);
    }

    @Test
    void aRateIsJudgedOnlyWhereTheLogStatesTimes() throws Exception {
        Investigation timed = flood(true);
        Investigation untimed = flood(false);

        assertTrue(timed.incidents().stream().anyMatch(each -> each.kind().isFlood()), timed.incidents().toString());
        assertTrue(timed.notJudged().isEmpty());
        assertEquals(List.of(),
                untimed.incidents().stream().map(Incident::kind).filter(kind -> kind.isFlood()).toList());
        assertEquals(List.of(Unjudged.Extent.ALL), untimed.notJudged().stream().map(Unjudged::extent).toList());
        assertEquals("Floods and spam: 3,000 messages have no time in the log, so how many came in a while is unknown.",
                untimed.notJudged().getFirst().sentence().text());
    }
}
