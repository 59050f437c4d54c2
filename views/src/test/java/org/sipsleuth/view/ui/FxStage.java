package org.sipsleuth.view.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Puts a view of a test into a window that looks as in the program.
public final class FxStage {

    private FxStage() {}

    /// Shows the view in the light theme. Called on the JavaFX thread.
    public static Scene show(Stage stage, Parent root, double width, double height) {
        useTheme(false); // before the scene, which styles its nodes at once
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(Objects.requireNonNull(FxStage.class.getResource("sipsleuth.css")).toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.sizeToScene(); // another test may have resized it
        stage.show();
        return scene;
    }

    /// Changes the theme. Called on the JavaFX thread.
    public static void setDark(Scene scene, boolean dark) {
        useTheme(dark);
        scene.getRoot().getStyleClass().remove("dark");
        if (dark) {
            scene.getRoot().getStyleClass().add("dark");
        }
    }

    private static void useTheme(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
