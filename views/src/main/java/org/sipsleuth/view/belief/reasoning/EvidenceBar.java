package org.sipsleuth.view.belief.reasoning;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sipsleuth.view.belief.state.ClassStyle;
import org.sipsleuth.view.ui.StyledAs;

/// Evidence as a bar from the middle: to the right for the first class, to the left for the other.
/// It has as much room as it gets; where a class is excluded it is full, with a dashed edge.
final class EvidenceBar {

    private static final PseudoClass EXCLUDES = PseudoClass.getPseudoClass("excludes");
    private static final double SIDE = 64;

    private final HBox root;
    private final Half left = new Half(Pos.CENTER_RIGHT);
    private final Half right = new Half(Pos.CENTER_LEFT);

    /// One side of the middle.
    private static final class Half {
        private final Region fill = new Region();
        private final StyledAs colour = new StyledAs(fill);
        private final StackPane root = new StackPane(fill);
        private final DoubleProperty share = new SimpleDoubleProperty();

        Half(Pos from) {
            fill.getStyleClass().add("evidence-fill");
            fill.maxWidthProperty().bind(root.widthProperty().multiply(share));
            root.setAlignment(from);
            root.setMinWidth(SIDE);
            root.setPrefWidth(SIDE);
            HBox.setHgrow(root, Priority.ALWAYS);
        }

        void show(double length, boolean isExcluding) {
            share.set(length);
            fill.pseudoClassStateChanged(EXCLUDES, isExcluding);
        }
    }

    EvidenceBar() {
        Region middle = new Region();
        middle.getStyleClass().add("evidence-middle");
        root = new HBox(left.root, middle, right.root);
        root.getStyleClass().add("evidence-bar");
        root.setMaxWidth(Double.MAX_VALUE);
    }

    Node root() {
        return root;
    }

    /// @param scale as much evidence fills a side
    void show(double value, Compared compared, double scale) {
        left.colour.set(Optional.of(ClassStyle.styleClass(compared.other())));
        right.colour.set(Optional.of(ClassStyle.styleClass(compared.first())));
        boolean isInfinite = Double.isInfinite(value);
        double length = Double.isNaN(value) ? 0 : Math.min(1, Math.abs(value) / scale);
        left.show(value < 0 ? length : 0, isInfinite);
        right.show(value > 0 ? length : 0, isInfinite);
    }
}
