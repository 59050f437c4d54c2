package org.sipsleuth.view.message;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
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
        replaceText(newContent.text());
        if (!newContent.text().isEmpty()) {
            setStyleSpans(0, StyleLayers.flatten(newContent.styles(), newContent.text().length()));
        }
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
