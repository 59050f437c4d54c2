package org.sipsleuth.view.session.model;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What was learned, opened or saved, until it is dismissed; hidden while there is nothing to say.
/// Used on the JavaFX thread.
public final class ModelNote extends HBox {

    /// More lines scroll, so that the page below keeps its room.
    private static final double MOST_HEIGHT = 96;

    private final Label words = new Label();

    public ModelNote() {
        getStyleClass().add("model-note");
        words.setId("model-note");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        ScrollPane lines = new ScrollPane(words);
        lines.setFitToWidth(true);
        lines.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lines.getStyleClass().addAll("edge-to-edge", "model-note-lines");
        lines.setMinWidth(0);
        lines.setMaxHeight(MOST_HEIGHT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button dismiss = new Button(text("session.model.note.dismiss"));
        dismiss.getStyleClass().add("small");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(_ -> say(""));
        getChildren().setAll(lines, dismiss);
        setMinHeight(USE_PREF_SIZE);
        say("");
    }

    /// Says something; nothing hides it.
    void say(String sentences) {
        words.setText(sentences);
        setVisible(!sentences.isBlank());
        setManaged(!sentences.isBlank());
    }
}
