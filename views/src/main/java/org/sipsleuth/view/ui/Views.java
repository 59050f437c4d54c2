package org.sipsleuth.view.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the layout of a view.
public final class Views {

    private Views() {}

    /// Loads the FXML file that lies beside the controller's class and connects both; `%key` in it
    /// stands for the text with this key.
    ///
    /// @throws IllegalArgumentException if there is no such file: a mistake in the program
    public static Parent load(String fxml, Object controller) {
        URL file = controller.getClass().getResource(fxml);
        if (file == null) {
            throw new IllegalArgumentException("no layout " + fxml);
        }
        FXMLLoader loader = new FXMLLoader(file, Texts.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("the layout " + fxml + " cannot be read", e);
        }
    }
}
