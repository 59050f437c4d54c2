package org.sipsleuth.bench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.DialogState;
import org.sipsleuth.run.RunMonitor;

/// What is invented is what is measured.
final class CallCaptureTest {

    private static final int MESSAGES = 3_000;

    @TempDir private Path folder;

    @Test
    void equalSettingsGiveEqualBytesAndAnotherSeedGivesOthers() throws IOException {
        CaptureSettings settings = new CaptureSettings(MESSAGES, 3, 1);
        byte[] first = Files.readAllBytes(CallCapture.file(settings, folder.resolve("first")));
        Path again = CallCapture.file(settings, folder.resolve("again"));
        Path other = CallCapture.file(new CaptureSettings(MESSAGES, 3, 2), folder);
        assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(again)));
        assertNotEquals(-1, Arrays.mismatch(first, Files.readAllBytes(other)));
    }

    @Test
    void aFileThatIsThereIsNotWrittenAgain() throws IOException {
        CaptureSettings settings = CaptureSettings.signalling(1);
        Path file = CallCapture.file(settings, folder);
        Files.writeString(file, "kept");
        assertEquals("kept", Files.readString(CallCapture.file(settings, folder)));
    }

    @Test
    void everyMessageIsReadWithoutDefectOrRepetition() throws IOException {
        SipIndex index = read(CaptureSettings.signalling(MESSAGES));
        CaptureSummary summary = index.files().getFirst();
        assertTrue(
                summary.messages() >= MESSAGES && summary.messages() < MESSAGES + 10,
                "messages: " + summary.messages());
        assertEquals(summary.frames(), summary.messages());
        assertTrue(summary.defects().isEmpty(), "defects: " + summary.defects());
        assertEquals(
                0,
                IntStream.range(0, index.messages().size())
                        .filter(index.messages()::isRetransmission)
                        .count());
    }

    @Test
    void dialogsGoAsTheirFlowsSay() throws IOException {
        SipIndex index = read(CaptureSettings.signalling(MESSAGES));
        Set<String> ways = new HashSet<>();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            ways.add(
                    index.dialogs().sequenceText(dialog)
                            + ": "
                            + DialogOutcome.of(index, dialog).state());
        }
        assertEquals(
                Set.of(
                        "INVITE 407 ACK INVITE 100 180 200 ACK BYE 200: " + DialogState.COMPLETED,
                        "INVITE 100 180 200 ACK BYE 200: " + DialogState.COMPLETED,
                        "INVITE 100 180 CANCEL 200 487 ACK: " + DialogState.CANCELLED,
                        "INVITE 100 404 ACK: " + DialogState.FAILED,
                        "REGISTER 401 REGISTER 200: " + DialogState.SUCCEEDED),
                ways);
    }

    @Test
    void timeNeverGoesBack() throws IOException {
        long[] last = {0};
        CallCapture.forEach(
                CaptureSettings.withMedia(500),
                (nanos, _) -> {
                    assertTrue(nanos >= last[0]);
                    last[0] = nanos;
                });
        assertTrue(last[0] > 0);
    }

    @Test
    void thereAreTwentyRtpPacketsToAMessage() throws IOException {
        CaptureSummary summary = read(CaptureSettings.withMedia(MESSAGES)).files().getFirst();
        long rtp = summary.unread().stream().mapToLong(UnreadFrames::frames).sum();
        assertEquals(1, summary.unread().size(), "reasons: " + summary.unread());
        assertEquals("UDP payload that looks like RTP", summary.unread().getFirst().reason());
        assertEquals(20, (double) rtp / summary.messages(), 2);
    }

    private SipIndex read(CaptureSettings settings) throws IOException {
        return CaptureIndexer.read(List.of(CallCapture.file(settings, folder)), RunMonitor.NONE);
    }
}
