package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Provenance.Piece;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Facts.Section;
import org.sipsleuth.view.ui.UtcTime;

/// Lists the bytes of the capture files from which a message was reassembled.
final class PieceFacts {

    /// More frames that follow each other are shown as a range.
    private static final int LONGEST_LIST = 8;

    private final OptionalLong logByte;
    private final Provenance provenance;
    private final IntFunction<String> fileNames;
    private final List<Integer> files;

    /// @param message the message
    /// @param fileNames the names of the files of the index, by their places
    PieceFacts(SipIndex index, int message, IntFunction<String> fileNames) {
        this(index.provenance(message), fileNames, index.logByte(message));
    }

    PieceFacts(Provenance provenance, IntFunction<String> fileNames) {
        this(provenance, fileNames, OptionalLong.empty());
    }

    private PieceFacts(Provenance provenance, IntFunction<String> fileNames, OptionalLong logByte) {
        this.provenance = provenance;
        this.logByte = logByte;
        this.fileNames = fileNames;
        files = provenance.pieces().stream().map(Piece::file).distinct().toList();
    }

    /// Adds the section; the pieces have one of their own where they are many: a message sent byte
    /// by byte has thousands.
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
        if (count > Section.MOST_AT_ONCE) {
            facts.section(text("inspector.pieces.each", count));
        }
        int number = 1;
        for (Piece piece : provenance.pieces()) {
            facts.plain(count > 1 ? text("inspector.piece", number++) : "", place(piece));
        }
    }

    private static String made(int count) {
        return text(count > 1 ? "inspector.pieces.made" : "inspector.piece.made");
    }

    private String place(Piece piece) {
        if (logByte.isPresent()) {
            return text("inspector.piece.log", logByte.getAsLong(), fileNames.apply(piece.file()));
        }
        // a single piece has the message's time
        String at = provenance.pieces().size() > 1
                ? text("inspector.piece.at", UtcTime.preciseClock(piece.capturedAtNanos()))
                : "";
        return text(files.size() == 1 ? "inspector.piece.place" : "inspector.piece.place.of", piece.frame(),
                piece.offset(), piece.bytes(), at, fileNames.apply(piece.file()));
    }

    /// As Wireshark's filters list numbers, for each file: those of all pieces.
    private void addFrames(Facts.Collector facts) {
        for (int file : files) {
            int[] numbers = provenance.pieces()
                    .stream()
                    .filter(piece -> piece.file() == file)
                    .mapToInt(Piece::frame)
                    .sorted()
                    .distinct()
                    .toArray();
            String frames = ranges(numbers);
            facts.code(files.size() == 1 ? text("inspector.pieces.frames")
                    : text("inspector.pieces.frames.of", fileNames.apply(file)), frames);
        }
    }

    private static String ranges(int[] numbers) {
        StringJoiner text = new StringJoiner(", ");
        int next = 0;
        while (next < numbers.length) {
            int first = next++;
            while (next < numbers.length && numbers[next] == numbers[next - 1] + 1) {
                next++;
            }
            if (next - first <= LONGEST_LIST) {
                next = first + 1;
            }
            String from = Integer.toString(numbers[first]);
            text.add(next == first + 1 ? from : from + ".." + numbers[next - 1]);
        }
        return text.toString();
    }
}
