package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The sample capture of a call that drops after 32 seconds, on the command line.
final class DroppedCallTest {

    private static final String CAPTURE = "../sample-captures/dropped.pcap";
    private static final String DROPPED = "5d0e6b45@198.51.100.20";

    @TempDir private Path folder;

    private static Run dialogs(String columns, String... more) {
        Stream<String> arguments = Stream.of("dialogs", "--format", "csv", "--columns", columns, CAPTURE);
        return Run.of(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void listingNamesOutcomeCauseAndHints() {
        Run run = dialogs("call_id,outcome,cause,hints");
        assertEquals(0, run.code());
        List<String> rows = run.records();
        assertEquals(6, rows.size());
        assertEquals(
                List.of(DROPPED + ",dropped,no ACK,No ACK; Dropped after about 32 s;"
                        + " 2xx retransmitted; Contact unreachable; BYE unanswered"),
                rows.stream().filter(row -> !row.endsWith(",")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "hint.no_ack",
        "hint.no_ack == 1",
        "hint.dropped_after_32_s",
        "hint.contact_unreachable",
        "hint.bye_unanswered",
        "dialog.outcome == \"dropped\"",
        "dialog.cause == \"no ACK\"",})
    void filterFindsOnlyTheDroppedCall(String filter) {
        Run run = dialogs("call_id", "--filter", filter);
        assertEquals(List.of(DROPPED), run.records());
    }

    @Test
    void negatedHintFindsTheOthers() {
        Run run = dialogs("call_id", "--filter", "!hint.no_ack");
        assertEquals(5, run.records().size());
        assertFalse(run.records().contains(DROPPED));
    }

    @Test
    void ladderNamesTheCauseAndKeepsItsNotes() throws Exception {
        Path ladder = folder.resolve("dropped.svg");
        Run run = Run.of("ladder", CAPTURE, "--call-id", DROPPED, "-o", ladder.toString());
        assertEquals(0, run.code(), run.err());
        String svg = Files.readString(ladder);
        assertTrue(svg.contains("dropped: no ACK"), svg);
        assertTrue(svg.contains("10.0.0.9"), "the note of the private Contact");
    }
}
