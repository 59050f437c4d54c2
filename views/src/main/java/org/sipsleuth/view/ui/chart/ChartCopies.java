package org.sipsleuth.view.ui.chart;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu by which a chart or a list is copied: as a picture, as CSV, as JSON.
public final class ChartCopies {

    /// Pictures are so much larger than on the screen, for print.
    private static final double PICTURE_SCALE = 2;

    private ChartCopies() {}

    /// Fills the menu.
    ///
    /// @param picture what is copied as a picture
    /// @param ground its background
    /// @param data what is copied as text
    public static void install(MenuButton menu, Node picture, Supplier<Color> ground, Supplier<DataTable> data) {
        installData(menu, data);
        menu.getItems().addFirst(item("chart.copy.picture", () -> copyPicture(picture, ground.get())));
    }

    /// Fills the menu of something that is no picture.
    public static void installData(MenuButton menu, Supplier<DataTable> data) {
        menu.setGraphic(new FontIcon("fth-copy"));
        menu.setTooltip(new Tooltip(text("chart.copy")));
        menu.setAccessibleText(text("chart.copy"));
        menu.getItems()
                .setAll(item("chart.copy.csv", () -> copyText(data.get().csv())),
                        item("chart.copy.json", () -> copyText(data.get().json())));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Copies a text.
    public static void copyText(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void copyPicture(Node picture, Color ground) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(ground);
        parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture.snapshot(parameters, null));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
