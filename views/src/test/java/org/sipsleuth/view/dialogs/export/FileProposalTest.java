package org.sipsleuth.view.dialogs.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.report.ladder.LadderFormat;
import org.sipsleuth.view.ui.SampleCalls;

class FileProposalTest {

    @TempDir private Path folder;

    @Test
    void theNameIsTheCallIdWithTheEndingOfTheFormat() {
        assertEquals("1-29302@198.51.100.11.svg", named("1-29302@198.51.100.11").name());
        for (LadderFormat format : LadderFormat.values()) {
            assertEquals("a@b" + format.ending(), FileProposal.of("a@b", 1, folder, format).name());
        }
        assertEquals("a@b and 3 more.svg", proposal("a@b", 4).name());
    }

    @Test
    void aHostileCallIdGivesAHarmlessName() {
        assertEquals("_.._etc_passwd.svg", named("../../etc/passwd").name());
        assertEquals("_rf.svg", named("-rf").name());
        assertEquals("_con.svg", named("con").name());
        assertEquals("_AUX.x.svg", named("AUX.x").name());
        assertEquals("ladder.svg", named("").name());
        assertEquals("a_b_c_d.svg", named("a\u202eb\nc\u0000d").name());
        assertEquals("a_b.svg", named("a:*?\"<>|\\b").name());
        assertEquals("a.svg", named("a...  ").name());
        String many = named("x".repeat(70_000)).name();
        assertTrue(many.getBytes(StandardCharsets.UTF_8).length <= 120, many);
        assertTrue(many.endsWith(".svg"), many);
    }

    @Test
    void theFolderIsThatOfTheCaptureIfItCanBeWrittenTo() throws IOException {
        Path file = Files.createDirectory(folder.resolve("case 7")).resolve("calls.pcap");
        SipIndex index = SampleCalls.calls(2).index(file);
        Ladder ladder = Ladder.of(index, index.messagesOf(0));
        FileProposal proposal = FileProposal.of(ladder, LadderFormat.PNG);
        assertEquals(Optional.of(file.getParent()), proposal.folder());
        assertEquals(index.dialogs().callId(0) + ".png", proposal.name());
        FileProposal gone = FileProposal.of("a", 1, folder.resolve("none"), LadderFormat.SVG);
        assertEquals(Optional.empty(), gone.folder());
    }

    @Test
    void theProposedFormatComesFirst() {
        FileProposal proposal = FileProposal.of("a@b", 1, folder, LadderFormat.PDF);
        assertEquals(LadderFormat.PDF, proposal.format());
        assertEquals(List.of(LadderFormat.PDF, LadderFormat.SVG, LadderFormat.PNG, LadderFormat.TEXT),
                proposal.formats());
    }

    @Test
    void aTypedEndingDecidesAndAnotherKindChangesTheProposedName() {
        FileProposal proposal = proposal("a@b", 1);
        Path proposed = folder.resolve("a@b.svg");
        assertEquals(proposed, proposal.file(proposed, Optional.of(LadderFormat.SVG)));
        assertEquals(folder.resolve("a@b.pdf"), proposal.file(proposed, Optional.of(LadderFormat.PDF)));
        Path typed = folder.resolve("mine.png");
        assertEquals(typed, proposal.file(typed, Optional.of(LadderFormat.SVG)));
        Path bare = folder.resolve("mine");
        assertEquals(folder.resolve("mine.txt"), proposal.file(bare, Optional.of(LadderFormat.TEXT)));
        assertEquals(folder.resolve("mine.svg"), proposal.file(bare, Optional.empty()));
    }

    private FileProposal named(String callId) {
        return proposal(callId, 1);
    }

    private FileProposal proposal(String callId, int dialogs) {
        return FileProposal.of(callId, dialogs, folder, LadderFormat.SVG);
    }
}
