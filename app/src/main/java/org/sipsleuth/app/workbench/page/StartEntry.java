package org.sipsleuth.app.workbench.page;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What can be opened from the start page: its name, and what it is.
final class StartEntry extends VBox {

    private final Hyperlink title;

    StartEntry(String name, String details, Runnable open) {
        title = new Hyperlink(name);
        title.setMnemonicParsing(false);
        title.setOnAction(_ -> open.run());
        getChildren().addAll(title, details(details));
        getStyleClass().add("entry");
    }

    /// Puts something beside the name.
    void mark(Node mark) {
        title.setGraphic(mark);
        title.setContentDisplay(ContentDisplay.RIGHT);
        title.setGraphicTextGap(8);
    }

    /// Small words under a name.
    static Label details(String words) {
        Label details = new Label(words);
        details.getStyleClass().add("entry-details");
        details.setWrapText(true);
        return details;
    }
}
