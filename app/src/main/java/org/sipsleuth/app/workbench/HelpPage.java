package org.sipsleuth.app.workbench;

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

    /// Groups of keys that belong to one part of the window; each text holds lines of
    /// `keys = words`.
    private static final List<String> PARTS = List.of("dialogs", "strip", "inspector");

    /// The group below the keys that work everywhere, so that both columns are about as long.
    private static final String LEFT_PART = "unknown";

    private final Parent root;

    /// @param everywhere the keys that work everywhere
    /// @param close what the page's close button does
    HelpPage(List<Command> everywhere, Runnable close) {
        VBox left =
                new VBox(
                        group(
                                Texts.text("workbench.help.everywhere"),
                                everywhere.stream()
                                        .map(s -> new Line(s.keyText(), s.words()))
                                        .toList()));
        left.getChildren().add(part(LEFT_PART));
        VBox right = new VBox();
        PARTS.forEach(part -> right.getChildren().add(part(part)));
        root = Views.load("Help.fxml", new HelpController(left, right, close));
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
