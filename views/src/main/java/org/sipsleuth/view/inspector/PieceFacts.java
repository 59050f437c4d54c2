package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Provenance.Piece;
import org.sipsleuth.view.inspector.fact.Facts;

/// Tells which bytes of the capture's file, or files, a message was put together from.
final class PieceFacts {

    /// How many pieces are listed; a message sent byte by byte has thousands.
    private static final int PIECE_LIMIT = 200;

    private final Provenance provenance;
    private final IntFunction<String> fileNames;
    private final List<Piece> listed;
    private final List<Integer> files;

    /// @param fileNames the names of the files of the index, by their places
    PieceFacts(Provenance provenance, IntFunction<String> fileNames) {
        this.provenance = provenance;
        this.fileNames = fileNames;
        List<Piece> all = provenance.pieces();
        listed = all.subList(0, Math.min(PIECE_LIMIT, all.size()));
        files = all.stream().map(Piece::file).distinct().toList();
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
            addFrames(facts);
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

    private String place(Piece piece) {
        return files.size() == 1
                ? text("inspector.piece.place", piece.frame(), piece.offset(), piece.bytes())
                : text(
                        "inspector.piece.place.of",
                        piece.frame(),
                        piece.offset(),
                        piece.bytes(),
                        fileNames.apply(piece.file()));
    }

    /// As Wireshark's filters list numbers, for each file.
    private void addFrames(Facts.Collector facts) {
        for (int file : files) {
            String frames =
                    listed.stream()
                            .filter(piece -> piece.file() == file)
                            .map(Piece::frame)
                            .distinct()
                            .map(frame -> Integer.toString(frame))
                            .collect(Collectors.joining(", "));
            facts.code(
                    files.size() == 1
                            ? text("inspector.pieces.frames")
                            : text("inspector.pieces.frames.of", fileNames.apply(file)),
                    frames);
        }
    }
}
