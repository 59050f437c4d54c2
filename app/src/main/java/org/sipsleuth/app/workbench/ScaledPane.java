package org.sipsleuth.app.workbench;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/// The root of the window's scene, drawn larger or smaller as a browser does with a page. Its size
/// as laid out is that of the scene divided by the scale.
public final class ScaledPane extends StackPane {

    private final DoubleProperty scale = new SimpleDoubleProperty(1);

    public ScaledPane() {
        Scale transform = new Scale();
        transform.xProperty().bind(scale);
        transform.yProperty().bind(scale);
        getTransforms().add(transform);
        scale.subscribe(_ -> resize(getWidth(), getHeight()));
    }

    /// How much larger than usual everything is drawn; 1 is as usual.
    DoubleProperty scaleProperty() {
        return scale;
    }

    /// A scene whose width has changed comes with its new width and with the height that this pane
    /// was laid out with, and the other way round: both are asked of the scene.
    @Override
    public void resize(double width, double height) {
        Scene scene = getScene();
        if (scene == null) {
            super.resize(width, height);
        } else {
            super.resize(scene.getWidth() / scale.get(), scene.getHeight() / scale.get());
        }
    }
}
