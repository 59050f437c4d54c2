package org.sipsleuth.view.inspector.fact;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.inspector.fact.Facts.Fact;
import org.sipsleuth.view.inspector.fact.Facts.Section;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.explain.Explain;

/// Makes the nodes that show facts. Every value can be focused and copied.
public final class FactNodes {

    /// Longer values are cut on the screen, never in the copy.
    private static final int VALUE_LIMIT = 600;

    private static final double NAME_WIDTH = 92;
    static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Consumer<Target> go;
    private final Function<Fact, List<MenuItem>> filters;

    /// @param go follows a link
    /// @param filters offers to filter by a fact
    public FactNodes(Consumer<Target> go, Function<Fact, List<MenuItem>> filters) {
        this.go = go;
        this.filters = filters;
    }

    /// The node of one section.
    public Node section(Section section) {
        boolean isLong = section.facts().size() > Section.MOST_AT_ONCE;
        return titled(section.title(), isLong ? FactList.of(section, this::menu) : grid(section));
    }

    private static Node titled(String words, Node facts) {
        Label title = new Label(words);
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = words.isEmpty() ? new VBox(facts) : new VBox(title, facts);
        box.getStyleClass().add("section");
        return box;
    }

    private Node grid(Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        boolean nameless = section.facts().stream().allMatch(fact -> fact.name().isEmpty());
        int row = 0;
        for (Fact fact : section.facts()) {
            add(grid, row++, fact, nameless);
        }
        return grid;
    }

    private void add(GridPane grid, int row, Fact fact, boolean nameless) {
        Label value = value(fact);
        fact.target().ifPresent(target -> link(value, target));
        if (nameless) {
            grid.add(value, 0, row, 2, 1);
            return;
        }
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        name.setWrapText(true);
        name.setLabelFor(value);
        GridPane.setValignment(name, VPos.TOP);
        grid.add(name, 0, row);
        grid.add(value, 1, row);
    }

    private Label value(Fact fact) {
        String whole = fact.value();
        Label value = new Label(whole.length() > VALUE_LIMIT ? whole.substring(0, VALUE_LIMIT) + " …" : whole);
        value.getStyleClass().addAll("fact-value", switch (fact.tone()) {
            case PLAIN -> "plain";
            case CODE -> "code";
            case WARNING -> "warning";
        });
        value.setWrapText(true);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setFocusTraversable(true);
        value.setOnMousePressed(event -> {
            value.requestFocus();
            event.consume(); // else the scroll pane takes the focus
        });
        value.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy(whole);
                event.consume();
            } else if (Explain.KEY.match(event) && !fact.explanations().isEmpty()) {
                Explain.show(value, fact.explanations());
                event.consume();
            }
        });
        if (!fact.explanations().isEmpty()) {
            value.getStyleClass().add("explained");
        }
        // made when asked for: with hundreds of values, making all menus would take long
        value.setOnContextMenuRequested(event -> {
            ContextMenu menu = menu(fact);
            if (!fact.explanations().isEmpty()) {
                menu.getItems().addAll(0, List.of(Explain.item(value, fact::explanations), new SeparatorMenuItem()));
            }
            menu.show(value, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return value;
    }

    /// Makes a value lead somewhere.
    private void link(Label value, Target target) {
        value.getStyleClass().add("link");
        value.setAccessibleRole(AccessibleRole.HYPERLINK);
        value.setCursor(Cursor.HAND);
        value.setOnMouseClicked(_ -> go.accept(target));
        value.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                go.accept(target);
                event.consume();
            }
        });
    }

    private ContextMenu menu(Fact fact) {
        MenuItem copy = new MenuItem(Texts.text("inspector.copy.value"));
        copy.setOnAction(_ -> copy(fact.value()));
        ContextMenu menu = new ContextMenu(copy);
        if (!fact.name().isEmpty()) {
            MenuItem both = new MenuItem(Texts.text("inspector.copy.both"));
            both.setOnAction(_ -> copy(fact.name() + ": " + fact.value()));
            menu.getItems().add(both);
        }
        List<MenuItem> conditions = filters.apply(fact);
        if (!conditions.isEmpty()) {
            menu.getItems().add(0, new SeparatorMenuItem());
            menu.getItems().addAll(0, conditions);
        }
        return menu;
    }

    /// Puts text on the clipboard.
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
