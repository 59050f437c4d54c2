package org.sipsleuth.dialog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.UnreadFrames;

/// What an index indicates of a capture, in the same words whether that is in one file or in
/// several.
public final class ReportedMessages {

    private static final int FILE_HEADER = 24;
    private static final int FRAME_HEADER = 16;

    private final SipIndex index;
    private final List<Integer> lengths;

    /// How many frames are before each file.
    private final List<Integer> before;

    /// @param order the files in the order of the capture
    /// @param lengths of its frames, in bytes
    public ReportedMessages(SipIndex index, List<Integer> order, List<Integer> lengths) {
        this.index = index;
        this.lengths = lengths;
        this.before = new ArrayList<>(order);
        int frames = 0;
        for (int file : order) {
            before.set(file, frames);
            frames += (int) index.files().get(file).frames();
        }
    }

    /// Each message.
    public List<String> messages() {
        List<String> reported = new ArrayList<>();
        MessageTable table = index.messages();
        for (int i = 0; i < table.size(); i++) {
            reported.add("frame %d at %d, %s to %s over %s %s %s%s%s, %s from %s:%n%s".formatted(
                    before.get(table.file(i)) + table.frame(i), table.capturedAtNanos(i),
                    table.endpoint(table.source(i)), table.endpoint(table.destination(i)), table.transport(i),
                    table.layers(i), table.isRetransmission(i) ? "again" : "", table.isDefective(i) ? "defective" : "",
                    table.hasOverlap(i) ? "overlap" : "", index.dialogs().callId(table.dialog(i)),
                    pieces(index.provenance(i)), new String(index.bytes(i), StandardCharsets.ISO_8859_1)));
        }
        return reported;
    }

    private List<String> pieces(Provenance provenance) {
        List<String> reported = new ArrayList<>();
        for (Provenance.Piece piece : provenance.pieces()) {
            int frame = before.get(piece.file()) + piece.frame();
            long begin = FILE_HEADER + FRAME_HEADER;
            for (int i = before.get(piece.file()); i + 1 < frame; i++) {
                begin += FRAME_HEADER + lengths.get(i);
            }
            long at = piece.offset() - begin;
            reported.add("%d bytes at %d of frame %d".formatted(piece.bytes(), at, frame));
        }
        return reported;
    }

    /// How many frames yielded no message, by reason; those that yielded one as `given`.
    public Map<String, Long> account() {
        Map<String, Long> account = new TreeMap<>();
        for (int file = 0; file < index.files().size(); file++) {
            Map<String, Long> its = account(file);
            long all = its.values().stream().mapToLong(Long::longValue).sum();
            if (all != index.files().get(file).frames()) {
                throw new AssertionError("%d frames counted of %s".formatted(all, its));
            }
            its.forEach((reason, frames) -> account.merge(reason, frames, Long::sum));
        }
        return account;
    }

    private Map<String, Long> account(int file) {
        Map<String, Long> account = new TreeMap<>();
        for (UnreadFrames unread : index.files().get(file).unread()) {
            account.put(unread.reason(), unread.frames());
            if (unread.examples().stream().anyMatch(example -> example.file() != file)) {
                throw new AssertionError(unread + " of file " + file);
            }
        }
        BitSet given = new BitSet();
        for (int i = 0; i < index.messages().size(); i++) {
            if (index.messages().file(i) == file) {
                given.set(index.messages().frame(i));
            }
        }
        account.put("given", (long) given.cardinality());
        return account;
    }
}
