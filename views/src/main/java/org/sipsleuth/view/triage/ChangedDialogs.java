package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sipsleuth.change.Change;
import org.sipsleuth.view.session.page.DialogPair;

/// The dialogs of a difference on both sides, and the ladders of two of them side by side. Used
/// on the JavaFX thread.
final class ChangedDialogs extends SplitPane {

    private final DialogPair pair;
    private final Button openBefore = new Button(text("triage.changes.open.before"));
    private final DialogSide before;
    private final DialogSide now;
    private Optional<ComparedCaptures> captures = Optional.empty();
    private boolean isFilling;

    /// @param pair shows two ladders; this alone uses it
    /// @param opened receives dialogs of the open capture, to show them
    /// @param filesBefore receives the files of the side before, to open them
    ChangedDialogs(DialogPair pair, Consumer<List<Integer>> opened, Consumer<List<Path>> filesBefore) {
        this.pair = pair;
        openBefore.setId("triage-open-before");
        openBefore.getStyleClass().add("small");
        openBefore.setMinWidth(Region.USE_PREF_SIZE);
        openBefore.setTooltip(new Tooltip(text("triage.changes.open.before.text")));
        openBefore.setAccessibleText(text("triage.changes.open.before.text"));
        openBefore.setOnAction(_ -> captures.map(ComparedCaptures::filesBefore).ifPresent(filesBefore));
        before = new DialogSide("triage-dialogs-before", _ -> {}, new HBox(openBefore));
        now = new DialogSide("triage-dialogs-now",
                dialog -> captures.filter(ComparedCaptures::isOpen).ifPresent(_ -> opened.accept(List.of(dialog))),
                new HBox());
        before.selectedProperty().subscribe(_ -> showPair());
        now.selectedProperty().subscribe(_ -> showPair());
        HBox sides = new HBox(before, now);
        sides.getStyleClass().add("triage-sides");
        for (DialogSide side : List.of(before, now)) {
            HBox.setHgrow(side, Priority.ALWAYS);
            side.prefWidthProperty().bind(sides.widthProperty().divide(2));
        }
        StackPane ladders = new StackPane(pair.root());
        ladders.setMinHeight(80);
        sides.setMinHeight(80);
        setOrientation(Orientation.VERTICAL);
        getItems().setAll(sides, ladders);
        setDividerPositions(0.38);
        setMinWidth(480);
    }

    /// Shows the dialogs of a difference.
    void show(ComparedCaptures compared, Change change) {
        captures = Optional.of(compared);
        isFilling = true;
        try {
            before.show(compared.before(), change.dialogsBefore(),
                    text("triage.changes.side.before", ComparedCaptures.name(compared.before()), change.before()),
                    text("triage.changes.side.before.none"));
            now.show(compared.now(), change.dialogs(),
                    text("triage.changes.side.now", ComparedCaptures.name(compared.now()), change.now()),
                    text("triage.changes.side.now.none"));
        } finally {
            isFilling = false;
        }
        showPair();
    }

    private void showPair() {
        if (isFilling) {
            return;
        }
        OptionalInt left = number(before);
        OptionalInt right = number(now);
        if (captures.isEmpty() || (left.isEmpty() && right.isEmpty())) {
            pair.showNothing();
        } else {
            ComparedCaptures its = captures.get();
            pair.show(its.before(), left, its.now(), right);
        }
    }

    private static OptionalInt number(DialogSide side) {
        return side.selected().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /// Shows nothing, and keeps nothing of a capture.
    void showNothing() {
        captures = Optional.empty();
        isFilling = true;
        try {
            before.showNothing();
            now.showNothing();
        } finally {
            isFilling = false;
        }
        pair.showNothing();
    }

    /// Moves the keyboard focus to the dialogs before.
    void focusBefore() {
        before.focus();
    }

    /// Moves the keyboard focus to those of now.
    void focusNow() {
        now.focus();
    }
}
