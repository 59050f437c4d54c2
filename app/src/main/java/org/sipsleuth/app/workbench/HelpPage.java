package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.fx.Texts;
import org.sipsleuth.view.fx.Views;
import org.sipsleuth.view.fx.command.Command;

/// All keys, in groups.
final class HelpPage {

    /// A key with what it does.
    private record Line(String keys, String words) {}

    /// Groups of keys that belong to one part of the window, a list for each column after that of
    /// the keys that work everywhere; each text holds lines of `keys = words`.
    private static final List<List<String>> COLUMNS =
            List.of(List.of("dialogs", "strip"), List.of("unknown", "inspector"));

    private final Parent root;

    /// @param everywhere the keys that work everywhere
    /// @param close what the page's close button does
    HelpPage(List<Command> everywhere, Runnable close) {
        List<Node> columns = new ArrayList<>();
        columns.add(
                group(
                        Texts.text("workbench.help.everywhere"),
                        everywhere.stream().map(s -> new Line(s.keyText(), s.words())).toList()));
        COLUMNS.forEach(parts -> columns.add(column(parts)));
        root = Views.load("Help.fxml", new HelpController(columns, close));
    }

    private static Node column(List<String> parts) {
        VBox column = new VBox();
        parts.forEach(part -> column.getChildren().add(part(part)));
        return column;
    }

    private static Node part(String part) {
        return group(
                Texts.text("workbench.help." + part),
                lines(Texts.text("workbench.help." + part + ".keys")));
    }

    /// The page.
    Parent root() {
        return root;
    }

    private static List<Line> lines(String text) {
        return text.lines()
                .map(line -> line.split(" = ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Line(parts[0].strip(), parts[1].strip()))
                .toList();
    }

    private static Node group(String title, List<Line> lines) {
        Label heading = new Label(title);
        heading.getStyleClass().add("title-4");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int row = 0; row < lines.size(); row++) {
            Label keys = new Label(lines.get(row).keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            Label words = new Label(lines.get(row).words());
            words.setWrapText(true);
            words.setMinHeight(Label.USE_PREF_SIZE);
            grid.addRow(row, keys, words);
        }
        VBox group = new VBox(heading, grid);
        group.getStyleClass().add("key-group");
        return group;
    }
}
