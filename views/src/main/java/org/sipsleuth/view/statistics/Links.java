package org.sipsleuth.view.statistics;

import java.util.function.Consumer;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.view.ui.Texts;

/// Makes numbers that open their dialogs.
///
/// @param open opens those of a figure
record Links(Consumer<Figure> open) {

    /// A number; one that has no dialogs opens nothing.
    Control number(String words, boolean hasDialogs, Figure figure) {
        if (!hasDialogs) {
            return plain(words);
        }
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("figure");
        link.setTooltip(new Tooltip(Texts.text("statistics.open")));
        link.setOnAction(_ -> {
            link.setVisited(false);
            open.accept(figure);
        });
        return link;
    }

    /// A number that opens nothing.
    static Control plain(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("figure-plain");
        return label;
    }
}
