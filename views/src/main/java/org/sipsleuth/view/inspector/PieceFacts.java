package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Provenance.Piece;

/// Tells which bytes of the capture's file a message was put together from.
final class PieceFacts {

    /// How many pieces are listed; a message sent byte by byte has thousands.
    private static final int PIECE_LIMIT = 200;

    private final Provenance provenance;
    private final List<Piece> listed;

    PieceFacts(Provenance provenance) {
        this.provenance = provenance;
        List<Piece> all = provenance.pieces();
        listed = all.subList(0, Math.min(PIECE_LIMIT, all.size()));
    }

    /// Adds the section.
    void addTo(Facts.Collector facts) {
        int count = provenance.pieces().size();
        facts.section(text("inspector.pieces", count));
        if (!provenance.verbatim()) {
            facts.plain(count > 1 ? text("inspector.pieces.how") : "", made(count));
        } else if (count > 1) {
            facts.plain(text("inspector.pieces.how"), text("inspector.pieces.verbatim"));
        }
        if (count > 1) {
            facts.code(text("inspector.pieces.frames"), frames());
        }
        int number = 1;
        for (Piece piece : listed) {
            facts.plain(count > 1 ? text("inspector.piece", number++) : "", place(piece));
        }
        if (count > listed.size()) {
            facts.plain("", text("inspector.pieces.more", listed.size(), count - listed.size()));
        }
    }

    private static String made(int count) {
        return text(count > 1 ? "inspector.pieces.made" : "inspector.piece.made");
    }

    private static String place(Piece piece) {
        return text("inspector.piece.place", piece.frame(), piece.offset(), piece.bytes());
    }

    /// As Wireshark's filters list numbers.
    private String frames() {
        return listed.stream()
                .map(Piece::frame)
                .distinct()
                .map(frame -> Integer.toString(frame))
                .collect(Collectors.joining(", "));
    }
}
