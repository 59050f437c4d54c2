package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.Texts;

/// The column of views at the left: icons with short names, or icons alone.
final class Rail {

    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final VBox root = new VBox();
    private final List<RailEntry> entries;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final BooleanProperty collapsed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RailEntry> chosen;

    /// @param entries at least one; the first is chosen
    Rail(List<RailEntry> entries) {
        this.entries = List.copyOf(entries);
        chosen = new ReadOnlyObjectWrapper<>(entries.getFirst());
        root.getStyleClass().add("rail");
        root.getChildren().add(menuButton());
        ToggleGroup group = new ToggleGroup();
        for (RailEntry entry : entries) {
            ToggleButton button = button(entry);
            button.setToggleGroup(group);
            buttons.add(button);
            root.getChildren().add(button);
        }
        root.setMinHeight(0); // in large type its end is cut, never the status bar
        Rectangle seen = new Rectangle();
        seen.widthProperty().bind(root.widthProperty());
        seen.heightProperty().bind(root.heightProperty());
        root.setClip(seen);
        choose(0);
    }

    /// The column.
    Parent root() {
        return root;
    }

    /// The entry whose view is shown.
    ReadOnlyObjectProperty<RailEntry> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether only icons are shown.
    BooleanProperty collapsedProperty() {
        return collapsed;
    }

    /// The entries, from top to bottom.
    List<RailEntry> entries() {
        return entries;
    }

    /// Chooses the entry of the page with this id.
    void open(String page) {
        for (int place = 0; place < entries.size(); place++) {
            if (entries.get(place).page().id().equals(page)) {
                choose(place);
            }
        }
    }

    /// Chooses the entry with this place, if there is one.
    void choose(int place) {
        if (place < entries.size()) {
            buttons.get(place).setSelected(true);
            chosen.set(entries.get(place));
        }
    }

    /// The entry that is chosen already goes back to its beginning, such as from an incident to the
    /// overview.
    private void press(int place) {
        boolean isChosen = chosen.get().equals(entries.get(place));
        choose(place); // also keeps a chosen one chosen
        if (isChosen) {
            entries.get(place).page().goTo("");
        }
    }

    private Button menuButton() {
        Button menu = new Button("", new FontIcon("fth-menu"));
        menu.setId("railMenu");
        menu.getStyleClass().addAll("flat", "button-icon");
        menu.accessibleTextProperty()
                .bind(Bindings.when(collapsed)
                        .then(Texts.text("workbench.rail.expand"))
                        .otherwise(Texts.text("workbench.rail.collapse")));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(menu.accessibleTextProperty());
        menu.setTooltip(tip);
        menu.setOnAction(_ -> collapsed.set(!collapsed.get()));
        return menu;
    }

    /// Dims pages that are locked, and marks them with a lock.
    void showLocks(Predicate<Page> isLocked) {
        for (int place = 0; place < entries.size(); place++) {
            Page page = entries.get(place).page();
            boolean locked = isLocked.test(page);
            ToggleButton button = buttons.get(place);
            button.pseudoClassStateChanged(LOCKED, locked);
            button.setAccessibleText(locked ? Texts.text("workbench.rail.locked", page.name()) : page.name());
        }
    }

    private ToggleButton button(RailEntry entry) {
        String name = entry.page().name();
        int place = buttons.size();
        ToggleButton button = new ToggleButton(name, iconWithBadge(entry));
        button.setId("rail-" + entry.page().id());
        button.getStyleClass().addAll("flat", "rail-button");
        button.contentDisplayProperty()
                .bind(Bindings.when(collapsed).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.TOP));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(Texts.text("workbench.rail.tip", name, Integer.toString(place + 1))));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> press(place));
        return button;
    }

    private static Node iconWithBadge(RailEntry entry) {
        Label badge = new Label();
        badge.getStyleClass().addAll("rail-badge", "badge-" + entry.page().id());
        badge.textProperty().bind(entry.page().badge());
        badge.visibleProperty().bind(Bindings.isNotEmpty(entry.page().badge()));
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        FontIcon lock = new FontIcon("fth-lock");
        lock.getStyleClass().add("rail-lock");
        StackPane.setAlignment(lock, Pos.TOP_RIGHT);
        StackPane icon = new StackPane(new FontIcon(entry.page().icon()), badge, lock);
        icon.getStyleClass().add("rail-icon");
        return icon;
    }
}
