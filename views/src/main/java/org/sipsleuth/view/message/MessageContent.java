package org.sipsleuth.view.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.search.SearchRange;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.ParseDefect;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.view.message.text.StyledRange;
import org.sipsleuth.view.ui.Texts;

/// A message made ready to be shown; all places are places in `text`.
///
/// @param text what is shown
/// @param styles its colours; later ranges override earlier ones
/// @param defects what is wrong with the message, by place; also where it is only missing
/// @param compactNames the long names of header fields written in the compact form
/// @param found the places of what is searched for
/// @param note what is not shown as it is, or empty
record MessageContent(String text, List<StyledRange> styles, List<Hint> defects, List<Hint> compactNames,
        List<StyledRange> found, String note) {

    /// More bytes of one message than this are not shown: the text must appear without delay.
    static final int LIMIT_BYTES = 64 * 1024;

    /// Nothing to show.
    static final MessageContent NONE = new MessageContent("", List.of(), List.of(), List.of(), List.of(), "");

    MessageContent {
        styles = List.copyOf(styles);
        defects = List.copyOf(defects);
        compactNames = List.copyOf(compactNames);
        found = List.copyOf(found);
    }

    /// Reads the bytes of a message.
    ///
    /// @param overlap whether the segments it was reassembled from overlap with different bytes
    /// @param isCut whether the capture kept only its beginning
    /// @param places where what is searched for was found
    /// @throws IllegalArgumentException if they are no message
    static MessageContent of(byte[] bytes, boolean overlap, boolean isCut, List<SearchRange> places) {
        SipMessage message = SipMessage.of(bytes, isCut);
        VisibleText visible = VisibleText.forScreen(bytes, LIMIT_BYTES);
        List<StyledRange> styles = new ArrayList<>();
        for (StyledRange range : SyntaxColours.of(message, LIMIT_BYTES)) {
            add(styles, visible.placeOf(range.from()), visible.placeOf(range.to()), range.style());
        }
        styles.addAll(visible.escapes());
        List<Hint> defects = new ArrayList<>();
        if (overlap) {
            defects.add(new Hint(0, 0, MessageTable.OVERLAP_TEXT));
        }
        if (message.cut() != SipCut.NONE) {
            defects.add(new Hint(0, 0, MessageTable.CUT_TEXT));
        }
        for (ParseDefect defect : message.defects()) {
            int from = visible.placeOf(defect.offset());
            int to = visible.placeOf(defect.offset() + defect.length());
            defects.add(new Hint(from, to, defect.kind().reason()));
            add(styles, from, to, "defect");
        }
        List<StyledRange> found = new ArrayList<>();
        for (SearchRange place : places) {
            add(found, visible.placeOf(place.from()), visible.placeOf(place.to()), "found");
        }
        styles.addAll(found);
        List<Hint> names = compactNames(message, visible);
        return new MessageContent(visible.text(), styles, defects, names, found, note(bytes.length));
    }

    /// The hint of a place of the text, or empty.
    String hintsAt(int place) {
        return Stream.concat(defects.stream(), compactNames.stream())
                .filter(hint -> hint.covers(place))
                .map(Hint::words)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static void add(List<StyledRange> styles, int from, int to, String style) {
        if (from < to) {
            styles.add(new StyledRange(from, to, style));
        }
    }

    private static List<Hint> compactNames(SipMessage message, VisibleText visible) {
        List<Hint> names = new ArrayList<>();
        for (HeaderField field : message.headerFields()) {
            if (field.name().length() == 1 && !field.name().equalsIgnoreCase(field.canonicalName())) {
                int from = visible.placeOf(field.offset());
                int to = visible.placeOf(field.offset() + 1);
                names.add(new Hint(from, to, field.canonicalName()));
            }
        }
        return names;
    }

    private static String note(int length) {
        return length > LIMIT_BYTES ? Texts.text("message.cut", LIMIT_BYTES, length) : "";
    }
}
