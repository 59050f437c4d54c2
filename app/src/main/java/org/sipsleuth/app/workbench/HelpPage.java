package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;

/// All keys and what can be done with the mouse, in groups: the one list of keys. Keys are taken
/// from the commands themselves.
final class HelpPage {

    /// Keys or a gesture, with what they do.
    private record Line(String keys, String words) {}

    /// As wide as its keys; a long gesture is wrapped.
    private static final class KeyCap extends Label {

        KeyCap(String keys) {
            super(keys);
            getStyleClass().add("key");
            setWrapText(true);
            setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            setMaxWidth(USE_PREF_SIZE);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(WIDEST_KEYS, super.computePrefWidth(-1));
        }
    }

    private static final int COLUMNS = 3;
    private static final double WIDEST_KEYS = 150;

    /// What is done with the mouse or with arrow keys: lines of `keys = words` in the text with the
    /// key of the group's title and this ending.
    private static final String GESTURES = ".gestures";

    private static final String STRIP = "workbench.help.strip";

    private final Parent root;

    /// @param groups the commands of all parts of the window; those without keys are left out
    /// @param showAbout shows the page about the program
    /// @param close what the page's close button does
    HelpPage(List<CommandGroup> groups, Runnable showAbout, Runnable close) {
        List<VBox> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(new VBox());
        }
        int[] heights = new int[COLUMNS];
        Map<String, String> titles = new LinkedHashMap<>();
        groups.forEach(group -> titles.putIfAbsent(group.titleKey(), group.title()));
        titles.put(STRIP, Texts.text(STRIP));
        for (String title : titles.keySet()) {
            List<Line> lines = new ArrayList<>();
            groups.stream()
                    .filter(group -> group.titleKey().equals(title))
                    .flatMap(group -> group.commands().stream())
                    .filter(command -> !command.keys().isEmpty())
                    .forEach(command -> lines.add(new Line(command.keyText(), command.words())));
            if (Texts.bundle().containsKey(title + GESTURES)) {
                lines.addAll(lines(Texts.text(title + GESTURES)));
            }
            if (!lines.isEmpty()) {
                int shortest = shortest(heights);
                columns.get(shortest).getChildren().add(group(titles.getOrDefault(title, ""), lines));
                heights[shortest] += lines.size() + 2;
            }
        }
        root = Views.load("Help.fxml", new HelpController(List.copyOf(columns), showAbout, close));
    }

    private static int shortest(int[] heights) {
        int shortest = 0;
        for (int i = 1; i < heights.length; i++) {
            shortest = heights[i] < heights[shortest] ? i : shortest;
        }
        return shortest;
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
            Label keys = new KeyCap(lines.get(row).keys());
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
