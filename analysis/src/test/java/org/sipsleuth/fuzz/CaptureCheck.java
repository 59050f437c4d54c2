package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.Ladder;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipLayout;

/// What holds for the index of any file at all.
final class CaptureCheck {

    private final byte[] file;
    private final SipIndex index;
    private final MessageTable messages;
    private final DialogTable dialogs;

    private CaptureCheck(byte[] file, SipIndex index) {
        this.file = file;
        this.index = index;
        this.messages = index.messages();
        this.dialogs = index.dialogs();
    }

    /// Reads a file and looks at all that it gives.
    ///
    /// @param path where it is written to for that time
    /// @return how many messages it gave
    static long run(byte[] file, Path path) throws IOException {
        Files.write(path, file);
        try {
            SipIndex index = SipIndex.read(List.of(path), RunMonitor.NONE);
            new CaptureCheck(file, index).all();
            return index.messages().size();
        } catch (CaptureFormatException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
            return 0;
        } finally {
            Files.delete(path);
        }
    }

    private void all() {
        Map<String, Long> defects = new TreeMap<>();
        BitSet frames = new BitSet();
        for (int message = 0; message < messages.size(); message++) {
            frames.set(messages.frame(message));
            checkMessage(message).forEach(kind -> defects.merge(kind.text(), 1L, Long::sum));
            if (messages.hasOverlap(message)) {
                defects.merge(MessageTable.OVERLAP_TEXT, 1L, Long::sum);
            }
        }
        CaptureSummary summary = index.files().getFirst();
        assertEquals(defects, new TreeMap<>(summary.defects()));
        assertEquals(messages.size(), summary.messages());
        long unread = summary.unread().stream().mapToLong(UnreadFrames::frames).sum();
        assertEquals(summary.frames(), frames.cardinality() + unread, () -> account(summary));
        checkDialogs();
    }

    private static String account(CaptureSummary summary) {
        return "frames, and what became of them: " + summary.unread();
    }

    /// The kinds of defects it has.
    private Set<DefectKind> checkMessage(int message) {
        SipLayout layout = new SipLayout();
        byte[] bytes = index.layout(message, layout);
        assertArrayEquals(bytes, index.bytes(message));
        assertTrue(MessageCheck.isSound(bytes), "the bytes of a message are one again");
        boolean defective = layout.defectCount() > 0 || messages.hasOverlap(message);
        assertEquals(defective, messages.isDefective(message));
        assertEquals(layout.isRequest(), messages.isRequest(message));
        assertTrue(messages.frame(message) > 0);
        messages.endpoint(messages.source(message)).toString();
        messages.endpoint(messages.destination(message)).toString();
        assertTrue(messages.layers(message).size() <= 64 && messages.transport(message) != null);
        checkProvenance(bytes, index.provenance(message));
        Set<DefectKind> kinds = EnumSet.noneOf(DefectKind.class);
        for (int i = 0; i < layout.defectCount(); i++) {
            kinds.add(layout.defectKind(i));
        }
        return kinds;
    }

    private void checkProvenance(byte[] bytes, Provenance provenance) {
        ByteBuffer pieces = ByteBuffer.allocate(provenance.verbatim() ? bytes.length : 0);
        for (Provenance.Piece piece : provenance.pieces()) {
            assertTrue(piece.offset() >= 0 && piece.bytes() > 0 && piece.frame() > 0);
            assertTrue(piece.offset() + piece.bytes() <= file.length, "piece within the file");
            if (provenance.verbatim()) {
                pieces.put(file, (int) piece.offset(), piece.bytes());
            }
        }
        assertTrue(!provenance.pieces().isEmpty());
        if (provenance.verbatim()) {
            assertArrayEquals(bytes, pieces.array());
        }
    }

    private void checkDialogs() {
        long counted = 0;
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            int[] its = index.messagesOf(dialog);
            counted += its.length;
            for (int message : its) {
                assertEquals(dialog, messages.dialog(message));
            }
            assertTrue(dialogs.sequenceLength(dialog) <= its.length);
            assertTrue(dialogs.durationNanos(dialog) >= 0 || dialogs.startNanos(dialog) != 0);
            assertTrue(dialogs.state(dialog) != null);
            String text =
                    dialogs.callId(dialog)
                            + dialogs.sequenceText(dialog)
                            + dialogs.caller(dialog)
                            + dialogs.callee(dialog)
                            + dialogs.userAgent(dialog)
                            + dialogs.codecs(dialog);
            assertTrue(text.length() < 10L * file.length + 100);
            assertEquals(its.length, Ladder.of(index, its).size());
        }
        assertEquals(messages.size(), counted);
    }
}
