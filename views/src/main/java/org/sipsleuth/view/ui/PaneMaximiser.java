package org.sipsleuth.view.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Shows one pane of nested split panes alone, and restores the others in their old sizes. A
/// double-click on a pane's head (style class `pane-head`) does both.
public final class PaneMaximiser {

    private static final String HEAD = "pane-head";

    /// A split pane that was reduced to one of its items.
    private record Reduced(SplitPane split, List<Node> items, List<Double> dividers) {}

    private final SplitPane root;
    private final List<Reduced> reduced = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Node> maximised = new ReadOnlyObjectWrapper<>();

    /// @param root the outermost split pane
    public PaneMaximiser(SplitPane root) {
        this.root = root;
        // A filter: the skins of split panes consume what their items leave.
        root.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// The pane that is shown alone, or null while all are shown.
    public ReadOnlyObjectProperty<@Nullable Node> maximisedProperty() {
        return maximised.getReadOnlyProperty();
    }

    /// Shows the pane alone, or all panes if it was alone.
    public void toggle(Node pane) {
        if (pane.equals(maximised.get())) {
            restore();
        } else {
            maximise(pane);
        }
    }

    /// Shows only the innermost pane that holds this node.
    public void maximise(Node node) {
        restore();
        Optional<Node> pane = paneOf(node);
        if (pane.isEmpty()) {
            return;
        }
        Node inner = pane.get();
        for (Node at = inner; at != null && !at.equals(root); at = at.getParent()) {
            SplitPane split = splitOf(at);
            if (split != null) {
                reduced.add(new Reduced(split, List.copyOf(split.getItems()),
                        split.getDividers().stream().map(SplitPane.Divider::getPosition).toList()));
                Node kept = at;
                split.getItems().removeIf(item -> !item.equals(kept));
            }
        }
        maximised.set(inner);
    }

    /// Shows all panes again.
    ///
    /// @return false if none was alone
    public boolean restore() {
        if (maximised.get() == null) {
            return false;
        }
        for (Reduced each : reduced) {
            List<Node> items = each.split().getItems();
            for (int i = 0; i < each.items().size(); i++) {
                if (!items.contains(each.items().get(i))) { // the pane itself keeps its place
                    items.add(i, each.items().get(i));
                }
            }
            each.split().setDividerPositions(each.dividers().stream().mapToDouble(Double::doubleValue).toArray());
        }
        reduced.clear();
        maximised.set(null);
        return true;
    }

    /// The item of the innermost split pane around a node; empty outside of the root.
    private Optional<Node> paneOf(Node node) {
        for (Node at = node; at != null && !at.equals(root); at = at.getParent()) {
            if (splitOf(at) != null) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /// The split pane that a node is an item of, or null; the skin puts a node in between.
    private static @Nullable SplitPane splitOf(Node node) {
        Node at = node.getParent();
        for (int depth = 0; at != null && depth < 2; depth++) {
            if (at instanceof SplitPane split && split.getItems().contains(node)) {
                return split;
            }
            at = at.getParent();
        }
        return null;
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() % 2 != 0
                || !(event.getTarget() instanceof Node target)) {
            return;
        }
        for (Node at = target; at != null && !at.equals(root); at = at.getParent()) {
            if (at instanceof ButtonBase || at instanceof TextInputControl || at instanceof Slider) {
                return;
            }
            if (at.getStyleClass().contains(HEAD)) {
                paneOf(at).ifPresent(this::toggle);
                event.consume();
                return;
            }
        }
    }
}
