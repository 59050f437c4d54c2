package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipLayout;

/// What holds for the index of any files at all.
final class CaptureCheck {

    /// What the messages of a file say together.
    private static final class Reported {
        final Map<String, Long> defects = new TreeMap<>();
        final BitSet frames = new BitSet();
        long messages;
    }

    /// Of so many readings one is compared with that which makes no index; it takes as long.
    private static final int SUMMARIZED = 4;

    private final List<MemorySegment> files;
    private final SipIndex index;
    private final MessageTable messages;
    private final DialogTable dialogs;

    private CaptureCheck(List<MemorySegment> files, SipIndex index) {
        this.files = files;
        this.index = index;
        this.messages = index.messages();
        this.dialogs = index.dialogs();
    }

    /// Reads files together, and looks at all that they give. Those that are no captures are only
    /// opened.
    ///
    /// @param folder where they are written to for that time, over those that were there before
    /// @return how many messages they gave
    static long run(List<byte[]> inputs, Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        List<MemorySegment> files = new ArrayList<>();
        for (byte[] input : inputs) {
            Path path = Files.write(folder.resolve("capture-" + letters(paths.size())), input);
            try {
                CaptureFile capture = CaptureFile.open(path, RunMonitor.NONE);
                var _ = capture.frames(); // reads the file's own header
                files.add(capture.bytes());
                paths.add(path);
            } catch (CaptureFormatException e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
            }
        }
        if (paths.isEmpty()) {
            return 0;
        }
        SipIndex index = CaptureIndexer.read(paths, RunMonitor.NONE);
        new CaptureCheck(files, index).all();
        if (index.messages().size() % SUMMARIZED == 0) {
            assertEquals(index.files(), CaptureIndexer.summarize(paths, ReadOptions.NONE, RunMonitor.NONE));
        }
        return index.messages().size();
    }

    /// A number in letters: files whose names differ in digits would be parts of one capture.
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0'))
                .collect(Collectors.joining());
    }

    private void all() {
        List<Reported> reported = files.stream().map(_ -> new Reported()).toList();
        for (int message = 0; message < messages.size(); message++) {
            Reported its = reported.get(messages.file(message));
            its.messages++;
            its.frames.set(messages.frame(message));
            checkMessage(message).forEach(kind -> its.defects.merge(kind.text(), 1L, Long::sum));
            if (messages.hasOverlap(message)) {
                its.defects.merge(MessageTable.OVERLAP_TEXT, 1L, Long::sum);
            }
        }
        assertEquals(files.size(), index.files().size());
        for (int file = 0; file < files.size(); file++) {
            checkAccount(reported.get(file), index.files().get(file));
        }
        checkDialogs();
    }

    private static void checkAccount(Reported reported, CaptureSummary summary) {
        assertEquals(reported.defects, new TreeMap<>(summary.defects()));
        assertEquals(reported.messages, summary.messages());
        long unread = summary.unread().stream().mapToLong(UnreadFrames::frames).sum();
        assertEquals(summary.frames(), reported.frames.cardinality() + unread,
                () -> "frames, and what became of them: " + summary.unread());
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
        byte[] pieces = new byte[provenance.verbatim() ? bytes.length : 0];
        int at = 0;
        for (Provenance.Piece piece : provenance.pieces()) {
            MemorySegment file = files.get(piece.file());
            assertTrue(piece.offset() >= 0 && piece.bytes() > 0 && piece.frame() > 0);
            assertTrue(piece.offset() + piece.bytes() <= file.byteSize(), "piece within the file");
            if (provenance.verbatim()) {
                MemorySegment.copy(file, ValueLayout.JAVA_BYTE, piece.offset(), pieces, at, piece.bytes());
                at += piece.bytes();
            }
        }
        assertTrue(!provenance.pieces().isEmpty());
        if (provenance.verbatim()) {
            assertEquals(bytes.length, at);
            assertArrayEquals(bytes, pieces);
        }
    }

    private void checkTime(int dialog, int[] its) {
        long start = dialogs.startNanos(dialog);
        LongSummaryStatistics times = IntStream.of(its).mapToLong(messages::capturedAtNanos).summaryStatistics();
        assertEquals(times.getMin(), start);
        assertEquals(times.getMax(), start + dialogs.durationNanos(dialog));
    }

    private void checkDialogs() {
        long most = 100 + 10 * files.stream().mapToLong(MemorySegment::byteSize).sum();
        long counted = 0;
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            int[] its = index.messagesOf(dialog);
            counted += its.length;
            for (int message : its) {
                assertEquals(dialog, messages.dialog(message));
            }
            assertTrue(dialogs.sequenceLength(dialog) <= its.length);
            checkTime(dialog, its);
            assertTrue(DialogOutcome.of(index, dialog).state() != null);
            String text = dialogs.callId(dialog) + dialogs.sequenceText(dialog) + dialogs.caller(dialog)
                    + dialogs.callee(dialog) + dialogs.userAgent(dialog) + dialogs.codecs(dialog);
            assertTrue(text.length() < most);
            assertEquals(its.length, Ladder.of(index, its).size());
        }
        assertEquals(messages.size(), counted);
    }
}
