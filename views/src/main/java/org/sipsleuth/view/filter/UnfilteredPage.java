package org.sipsleuth.view.filter;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.ui.Texts;

/// A page that the filter leaves as it is, with a line below it that says so while there is one:
/// above it, it would move the page.
public final class UnfilteredPage {

    private final VBox root;

    /// @param page the page about the whole capture
    public UnfilteredPage(FilterModel filter, Node page) {
        Label note = new Label(Texts.text("filter.page.whole"), new FontIcon("fth-filter"));
        note.getStyleClass().add("filter-page-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        note.visibleProperty().bind(filter.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        root = new VBox(page, note);
        VBox.setVgrow(page, Priority.ALWAYS);
    }

    /// The node to put into a window.
    public Node root() {
        return root;
    }
}
