package org.sipsleuth.view.legs;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;

/// Binds the page of the settings of legs.
final class LegSettingsController {

    private final LegSettingsViewModel model;
    private final Runnable close;

    @FXML private TextField fields;
    @FXML private Label problem;
    @FXML private Slider confidence;
    @FXML private Label confidenceWords;
    @FXML private Label found;
    @FXML private Button use;

    LegSettingsController(LegSettingsViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        fields.textProperty().bindBidirectional(model.fieldsProperty());
        confidence.setMin(LegSettingsViewModel.LEAST);
        confidence.setMax(LegSettingsViewModel.MOST);
        confidence.valueProperty().bindBidirectional(model.confidenceProperty());
        confidenceWords.textProperty()
                .bind(model.confidenceProperty().map(value -> text("legs.confidence.value", value)));
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        found.textProperty().bind(model.foundProperty());
        use.disableProperty().bind(model.problemProperty().isNotEmpty());
    }

    void focus() {
        fields.requestFocus();
        fields.end();
    }

    @FXML
    private void use() {
        model.use();
    }

    @FXML
    private void reset() {
        model.reset();
    }

    @FXML
    private void close() {
        close.run();
    }
}
