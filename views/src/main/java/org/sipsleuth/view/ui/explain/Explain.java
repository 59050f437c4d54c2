package org.sipsleuth.view.ui.explain;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Rationale;

/// Shows how a number came about, in a popover below it that can be copied.
public final class Explain {

    /// Where Enter leads elsewhere, as on links.
    public static final KeyCombination KEY = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

    private static final double WIDTH = 440;
    private static final double NAME_WIDTH = 132;
    private static final double MOST_HEIGHT = 480;

    private Explain() {}

    /// Makes a number explain itself: by a click, Enter, Space, or *Explain this* of its menu.
    ///
    /// @param explanations made when somebody asks
    public static void on(Region number, Supplier<List<Explanation>> explanations) {
        offer(number, explanations);
        number.setCursor(Cursor.HAND);
        number.setFocusTraversable(true);
        number.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                show(number, explanations.get());
                event.consume();
            }
        });
        number.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                show(number, explanations.get());
                event.consume();
            }
        });
    }

    /// Makes a number explain itself whose click leads elsewhere: by *Explain this* of its menu, or its
    /// key.
    ///
    /// @param explanations made when somebody asks
    public static void offer(Region number, Supplier<List<Explanation>> explanations) {
        number.getStyleClass().add("explained");
        number.setAccessibleHelp(text("explain.this"));
        number.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event)) {
                show(number, explanations.get());
                event.consume();
            }
        });
        number.setOnContextMenuRequested(event -> {
            new ContextMenu(item(number, explanations)).show(number, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /// *Explain this*, for a menu of a number.
    public static MenuItem item(Node number, Supplier<List<Explanation>> explanations) {
        MenuItem item = new MenuItem(text("explain.this"));
        item.setAccelerator(KEY);
        item.setOnAction(_ -> show(number, explanations.get()));
        return item;
    }

    /// Shows explanations below a number; Esc, or a click elsewhere, takes them away.
    public static ContextMenu show(Node number, List<Explanation> explanations) {
        ContextMenu popover = new ContextMenu();
        VBox all = new VBox();
        all.getStyleClass().add("explain-all");
        explanations.forEach(each -> all.getChildren().add(of(each)));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.getStyleClass().add("explain-scroll");
        Button copy = new Button(text("explain.copy"));
        copy.setId("explain-copy");
        copy.setOnAction(_ -> {
            copy(explanations);
            copy.setText(text("explain.copied"));
        });
        VBox content = new VBox(scroll, copy);
        content.setId("explain");
        content.getStyleClass().add("explain");
        CustomMenuItem item = new CustomMenuItem(content, false);
        item.getStyleClass().add("explain-item");
        popover.getItems().setAll(item);
        popover.getStyleClass().add("explain-popover");
        popover.show(number, Side.BOTTOM, 0, 2);
        all.applyCss(); // the height of lines that wrap is known with their font
        scroll.setPrefViewportHeight(Math.min(MOST_HEIGHT, all.prefHeight(WIDTH)));
        copy.requestFocus();
        return popover;
    }

    private static Node of(Explanation explanation) {
        Label title = new Label(explanation.name().text());
        title.getStyleClass().add("explain-title");
        title.setWrapText(true);
        GridPane lines = new GridPane();
        lines.getStyleClass().add("explain-lines");
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(names, values);
        int row = 0;
        for (Rationale.Line line : explanation.lines()) {
            lines.addRow(row++, label(line.name().text(), "explain-name"), label(line.text().text(), "explain-value"));
        }
        VBox box = new VBox(title, lines);
        box.getStyleClass().add("explain-one");
        return box;
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    /// All of explanations as text.
    public static void copy(List<Explanation> explanations) {
        ClipboardContent content = new ClipboardContent();
        content.putString(explanations.stream().map(Explanation::text).collect(Collectors.joining("\n\n")) + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }
}
