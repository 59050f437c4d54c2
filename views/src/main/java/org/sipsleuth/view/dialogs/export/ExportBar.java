package org.sipsleuth.view.dialogs.export;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.ui.Texts;

/// The status line of an export: its progress, with a button to stop it; then how it ended.
final class ExportBar extends HBox {

    private static final double PROGRESS_WIDTH = 110;

    ExportBar(ExportViewModel model) {
        setId("export-bar");
        getStyleClass().add("export-bar");
        Label words = new Label();
        words.setId("export-words");
        words.textProperty().bind(model.wordsProperty());
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        setHgrow(words, Priority.ALWAYS);
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(PROGRESS_WIDTH);
        progress.setMinWidth(Region.USE_PREF_SIZE);
        progress.progressProperty().bind(model.progressProperty());
        progress.visibleProperty().bind(model.runningProperty());
        progress.managedProperty().bind(model.runningProperty());
        Button folder = new Button(Texts.text("folder.show"));
        folder.setId("export-folder");
        folder.getStyleClass().addAll("small", "flat");
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setOnAction(_ -> model.showFolder());
        folder.visibleProperty().bind(model.writtenProperty().map(Optional::isPresent));
        folder.managedProperty().bind(folder.visibleProperty());
        Button end = new Button();
        end.setId("export-end");
        end.setGraphic(new FontIcon("fth-x"));
        end.setAccessibleText(Texts.text("dialogs.export.end"));
        end.getStyleClass().addAll("small", "flat", "button-icon");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(_ -> {
            if (model.runningProperty().get()) {
                model.stop();
            } else {
                model.clear();
            }
        });
        getChildren().setAll(words, progress, folder, end);
        visibleProperty().bind(model.wordsProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
