package org.sipsleuth.app.workbench;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/// The root of the window's scene, drawn larger or smaller as a browser does with a page. Its size
/// as laid out is that of the scene divided by the scale.
public final class ScaledPane extends StackPane {

    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private double sceneWidth;
    private double sceneHeight;

    public ScaledPane() {
        Scale transform = new Scale();
        transform.xProperty().bind(scale);
        transform.yProperty().bind(scale);
        getTransforms().add(transform);
        scale.subscribe(_ -> resize(sceneWidth, sceneHeight));
    }

    /// How much larger than usual everything is drawn; 1 is as usual.
    DoubleProperty scaleProperty() {
        return scale;
    }

    @Override
    public void resize(double width, double height) {
        sceneWidth = width;
        sceneHeight = height;
        super.resize(width / scale.get(), height / scale.get());
    }
}
