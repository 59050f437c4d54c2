package org.sipsleuth.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureNotes.Comment;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.report.document.Places;
import org.sipsleuth.report.output.HumanText;

/// Messages of a text log, which has no frames, cited and written as packets.
class TextLogExportTest {

    private static final String REGISTER = """
            REGISTER sip:192.0.2.9 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
            Max-Forwards: 70
            From: <sip:a@192.0.2.9>;tag=1
            To: <sip:a@192.0.2.9>
            Call-ID: one
            CSeq: 1 REGISTER
            Content-Length: 0

            """;

    @TempDir Path folder;

    private SipIndex log(String heads) throws IOException {
        Path file = folder.resolve("server.log");
        Files.writeString(file, heads + REGISTER);
        return Exports.read(file);
    }

    @Test
    void packetsAreMadeOfMessagesAndSaidToBe() throws IOException {
        SipIndex log = log("2026-03-01 10:15:00.5 UDP 192.0.2.1:5060 -> 192.0.2.9:5062\n");
        Path file = folder.resolve("made.pcapng");

        Exported exported = Exports.write(log, file, false, Exports.all(log));
        SipIndex made = Exports.read(file);
        MessageTable messages = made.messages();

        assertEquals(REGISTER.replace("\n", "\r\n"), new String(made.bytes(0), StandardCharsets.UTF_8));
        assertEquals("192.0.2.1:5060", messages.endpoint(messages.source(0)).toString());
        assertEquals("192.0.2.9:5062", messages.endpoint(messages.destination(0)).toString());
        assertEquals(log.messages().capturedAtNanos(0), messages.capturedAtNanos(0));
        assertTrue(exported.lost().getFirst().contains("packets made from its messages: 1"), exported.toString());
        List<String> comments = made.files().getFirst().notes().comments().stream().map(Comment::text).toList();
        assertTrue(comments.getFirst().startsWith("Packets made by SipSleuth, which no network carried"),
                comments.toString());
        assertTrue(comments.getLast().endsWith("a message at byte 59 of a text log"), comments.toString());
    }

    @Test
    void whatALogDoesNotStateStaysUnstatedInPcap() throws IOException {
        SipIndex log = log("");
        Path file = folder.resolve("made.pcap");

        Exports.write(log, file, false, Exports.all(log));
        MessageTable messages = Exports.read(file).messages();

        assertEquals("not-stated", messages.endpoint(messages.source(0)).toString());
        assertEquals(0, messages.capturedAtNanos(0));
    }

    @Test
    void aCitationNamesTheByteOfTheLogAndNoFrame() throws IOException {
        SipIndex log = log("Mar  1 10:15:00 edge sip: UDP 192.0.2.1:5060 -> 192.0.2.9:5062\n");
        Evidence evidence = Evidence.ofMessages(new int[]{0}, List.of());

        assertEquals("log byte 63", log.citation(0));
        assertEquals("Log byte 63", log.title(0));
        assertTrue(Places.named(log).frames(evidence, 5).getFirst().text().endsWith(": bytes 63 of the text log"));
        assertEquals("????-03-01 10:15:00.000", HumanText.moment(log.messages().capturedAtNanos(0), 3));
        assertEquals("", HumanText.seconds(log.messages().capturedAtNanos(0), 3));
        assertFalse(HumanText.seconds(-1, 3).isEmpty());
    }
}
