package org.sipsleuth.view.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The one CSS class of several that a node has now, or none. Only a change has the node styled
/// again, once: that takes longest of all that showing a value takes.
public final class StyledAs {

    private final Node node;
    private Optional<String> now = Optional.empty();

    public StyledAs(Node node) {
        this.node = node;
    }

    /// Gives the node this class instead of the one before.
    public void set(Optional<String> styleClass) {
        if (styleClass.equals(now)) {
            return;
        }
        List<String> all = node.getStyleClass();
        int place = now.map(all::indexOf).orElse(-1);
        if (place < 0) {
            styleClass.ifPresent(all::add);
        } else if (styleClass.isPresent()) {
            all.set(place, styleClass.get());
        } else {
            all.remove(place);
        }
        now = styleClass;
    }
}
