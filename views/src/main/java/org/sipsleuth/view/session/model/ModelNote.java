package org.sipsleuth.view.session.model;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What was learned, opened or saved, until it is dismissed; hidden while there is nothing to say.
/// Used on the JavaFX thread.
public final class ModelNote extends HBox {

    private final Label words = new Label();

    public ModelNote() {
        getStyleClass().add("model-note");
        words.setId("model-note");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss = new Button(text("session.model.note.dismiss"));
        dismiss.getStyleClass().add("small");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(_ -> say(""));
        getChildren().setAll(words, dismiss);
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
