package org.sipsleuth.view.belief.bar;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.view.belief.state.ClassStyle;

/// The belief in one class: its word, a bar, the number; pressed, it shows how it comes about.
final class Bar {

    private static final PseudoClass LEADING = PseudoClass.getPseudoClass("leading");
    private static final double LEAST_WIDTH = 2;

    private final TrafficClass trafficClass;
    private final Button root = new Button();
    private final Label number = new Label();
    private final DoubleProperty value = new SimpleDoubleProperty();

    /// @param prefix of its id
    Bar(String prefix, TrafficClass trafficClass, Runnable open) {
        this.trafficClass = trafficClass;
        Label word = new Label(BeliefText.of(trafficClass).text());
        word.getStyleClass().add("bar-word");
        Region fill = new Region();
        fill.getStyleClass().addAll("bar-fill", ClassStyle.styleClass(trafficClass));
        Region hatching = new Region(); // over the fill where the belief is an earlier one
        hatching.getStyleClass().add("bar-hatching");
        hatching.maxWidthProperty().bind(fill.maxWidthProperty());
        hatching.setMouseTransparent(true);
        StackPane track = new StackPane(fill, hatching);
        track.getStyleClass().add("bar-track");
        StackPane.setAlignment(fill, Pos.CENTER_LEFT);
        StackPane.setAlignment(hatching, Pos.CENTER_LEFT);
        fill.maxWidthProperty()
                .bind(track.widthProperty().multiply(value).map(width -> Math.max(LEAST_WIDTH, width.doubleValue())));
        HBox.setHgrow(track, Priority.ALWAYS);
        number.getStyleClass().add("bar-number");
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(word, track, number);
        row.getStyleClass().add("bar-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(root.widthProperty().subtract(8));
        root.setId(prefix + trafficClass.word());
        root.getStyleClass().addAll("flat", "bar");
        root.setGraphic(row);
        root.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        root.setMaxWidth(Double.MAX_VALUE);
        root.setMinWidth(0);
        root.setPrefWidth(0);
        root.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(root, Priority.ALWAYS);
        root.setTooltip(new Tooltip(text("belief.bar.tip", BeliefText.meaning(trafficClass).text())));
        root.setOnAction(_ -> open.run());
    }

    Node root() {
        return root;
    }

    /// @param isEarlier whether it was believed in a period before
    void show(double belief, boolean isLeading, boolean isEarlier) {
        value.set(belief);
        number.setText(Probability.text(belief));
        root.pseudoClassStateChanged(LEADING, isLeading);
        String spoken = BeliefText.of(trafficClass).text() + " " + number.getText();
        root.setAccessibleText(isEarlier ? text("belief.bar.before", spoken) : spoken);
    }
}
