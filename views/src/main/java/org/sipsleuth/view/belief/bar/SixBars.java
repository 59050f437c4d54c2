package org.sipsleuth.view.belief.bar;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.ui.StyledAs;

/// A bar for each class, in their order.
public final class SixBars {

    private final VBox root = new VBox();
    private final StyledAs earlierStyle = new StyledAs(root);
    private final Map<TrafficClass, Bar> bars = new EnumMap<>(TrafficClass.class);

    /// @param prefix of the ids of the bars
    /// @param pressed gets the class whose bar is pressed
    public SixBars(String prefix, Consumer<TrafficClass> pressed) {
        root.getStyleClass().add("six-bars");
        for (TrafficClass each : TrafficClass.all()) {
            Bar bar = new Bar(prefix, each, () -> pressed.accept(each));
            bars.put(each, bar);
            root.getChildren().add(bar.root());
        }
    }

    /// The node.
    public VBox root() {
        return root;
    }

    /// Shows a belief, or empty bars.
    public void show(Optional<Belief> belief) {
        show(belief, false);
    }

    /// Shows what was believed in a period before.
    public void showEarlier(Belief belief) {
        show(Optional.of(belief), true);
    }

    private void show(Optional<Belief> belief, boolean isEarlier) {
        earlierStyle.set(isEarlier ? Optional.of("earlier") : Optional.empty());
        bars.forEach((each, bar) -> bar.show(belief.map(source -> source.classes().get(each)).orElse(0.0),
                belief.filter(source -> source.leading() == each)
                        .filter(source -> !source.isContradiction())
                        .isPresent(),
                isEarlier));
    }
}
