package org.sipsleuth.view.ui;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The title of a page that lies over the window, with the button that closes it.
public final class OverlayHead extends HBox {

    private final Label title;

    /// @param close takes the page away
    public OverlayHead(String words, Runnable close) {
        title = new Label(words);
        title.getStyleClass().add("title-3");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button shut = new Button("", new FontIcon("fth-x"));
        shut.getStyleClass().addAll("flat", "button-icon");
        shut.setAccessibleText(text("overlay.close"));
        shut.setOnAction(_ -> close.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, gap, shut);
    }

    /// Changes the title.
    public void setTitle(String words) {
        title.setText(words);
    }
}
