package org.sipsleuth.view.inspector;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Texts;

/// The details below the facts: closed until somebody opens them. Whether they are open is
/// remembered.
final class DetailsPane {

    private static final String OPEN = "inspector.details";

    private final VBox sections = new VBox();
    private final TitledPane root = new TitledPane(Texts.text("inspector.details"), sections);
    private Supplier<List<Node>> nodes = List::of;

    /// @param memory whether they were open in an earlier window
    DetailsPane(Memory memory) {
        sections.getStyleClass().add("inspector-sections");
        root.setId("inspector-details");
        root.getStyleClass().add("inspector-details");
        root.setAnimated(false);
        root.setExpanded(memory.get(OPEN).map(Boolean::parseBoolean).orElse(false));
        memory.whenReplaced(() -> memory.get(OPEN).map(Boolean::parseBoolean).ifPresent(root::setExpanded));
        root.expandedProperty().addListener((_, _, open) -> {
            memory.keep(OPEN, open.toString());
            fill();
        });
    }

    /// The head with the details below it.
    Node root() {
        return root;
    }

    /// Shows details.
    ///
    /// @param made makes the nodes; asked when the details are open only
    void show(Supplier<List<Node>> made) {
        nodes = made;
        fill();
    }

    /// Whether there are details at all.
    void setThere(boolean there) {
        root.setVisible(there);
        root.setManaged(there);
    }

    private void fill() {
        sections.getChildren().setAll(root.isExpanded() ? nodes.get() : List.of());
    }
}
