package org.sipsleuth.view.message;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/// The text of a message: read only, coloured, telling about what the pointer rests on.
final class MessageTextArea extends CodeArea {

    private static final Duration HINT_DELAY = Duration.ofMillis(350);
    private static final double BELOW_POINTER = 14;

    private final Tooltip hint = new Tooltip();
    private MessageContent content = MessageContent.NONE;

    MessageTextArea() {
        getStyleClass().add("message-text");
        setId("message-text");
        setEditable(false);
        setWrapText(true);
        setUndoManager(UndoUtils.noOpUndoManager());
        // Without focus AUTO shows no caret, as OFF does, but OFF is a listener to a static stream
        // that keeps the whole window for ever.
        focusedProperty()
                .subscribe(
                        focused ->
                                setShowCaret(
                                        focused
                                                ? Caret.CaretVisibility.ON
                                                : Caret.CaretVisibility.AUTO));
        setMouseOverTextDelay(HINT_DELAY);
        addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::showHint);
        addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> hint.hide());
    }

    void show(MessageContent newContent) {
        content = newContent;
        hint.hide();
        replace(0, getLength(), document(newContent)); // its lines are laid out once, with styles
        moveTo(0);
        requestFollowCaret();
    }

    /// Shows and selects the place of a defect.
    void goTo(Hint defect) {
        selectRange(defect.from(), defect.to());
        requestFollowCaret();
        requestFocus();
    }

    /// Shows and selects a place, and leaves the focus where it is.
    void goTo(StyledRange place) {
        selectRange(place.from(), place.to());
        requestFollowCaret();
    }

    private StyledDocument<Collection<String>, String, Collection<String>> document(
            MessageContent of) {
        ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> lines =
                new ReadOnlyStyledDocumentBuilder<>(getSegOps(), List.of());
        StyleSpans<Collection<String>> spans =
                StyleLayers.flatten(of.styles(), Math.max(1, of.text().length()));
        int from = 0;
        for (String line : of.text().split("\n", -1)) {
            int to = from + line.length();
            if (line.isEmpty()) {
                lines.addParagraph("", List.<String>of());
            } else {
                lines.addParagraph(line, spans.subView(from, to));
            }
            from = to + 1;
        }
        return lines.build();
    }

    private void showHint(MouseOverTextEvent event) {
        int place = event.getCharacterIndex();
        Optional<String> words =
                Stream.concat(content.defects().stream(), content.compactNames().stream())
                        .filter(h -> h.covers(place))
                        .map(Hint::words)
                        .distinct()
                        .collect(
                                Collectors.collectingAndThen(
                                        Collectors.joining("\n"), Optional::of))
                        .filter(text -> !text.isEmpty());
        words.ifPresent(
                text -> {
                    Point2D at = event.getScreenPosition();
                    hint.setText(text);
                    hint.show(this, at.getX(), at.getY() + BELOW_POINTER);
                });
    }
}
