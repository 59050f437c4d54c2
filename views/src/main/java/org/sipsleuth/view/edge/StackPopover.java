package org.sipsleuth.view.edge;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import atlantafx.base.controls.Popover;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.replay.StackSettings;
import org.sipsleuth.view.edge.text.EdgeColours;

/// Shows and changes what is assumed about the SIP stack. Esc closes it.
final class StackPopover {

    private static final int MOST_SERVERS = 1_000;
    private static final int MOST_RATE = 100_000;
    private static final int MOST_ROOM = 1_000_000;
    private static final double WIDTH = 110;

    private final Popover popover = new Popover();
    private final Spinner<Integer> rate = spinner("edge-rate", 1, MOST_RATE);
    private final Spinner<Integer> servers = spinner("edge-servers", 1, MOST_SERVERS);
    private final Spinner<Integer> room = spinner("edge-room", 0, MOST_ROOM);
    private final Consumer<StackSettings> changed;
    private StackSettings shown = StackSettings.USUAL;
    private boolean isShowing;

    /// @param changed hears of other settings
    StackPopover(Consumer<StackSettings> changed) {
        this.changed = changed;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("edge-stack-grid");
        add(grid, 0, "stack.rate", rate);
        add(grid, 1, "stack.servers", servers);
        add(grid, 2, "stack.room", room);
        Label about = new Label(text("stack.about"));
        about.setWrapText(true);
        about.setMaxWidth(300);
        about.getStyleClass().add("edge-note");
        Button reset = new Button(text("stack.reset"));
        reset.setId("edge-stack-reset");
        reset.getStyleClass().add("small");
        reset.setOnAction(_ -> changed.accept(StackSettings.USUAL));
        VBox content = new VBox(10, about, grid, reset);
        content.getStyleClass().add("edge-stack");
        content.getStylesheets().add(EdgeColours.styleSheet());
        popover.setContentNode(content);
        popover.setTitle(text("stack.title"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    private static Spinner<Integer> spinner(String id, int least, int most) {
        Spinner<Integer> spinner = new Spinner<>(least, most, least);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(WIDTH);
        return spinner;
    }

    private void add(GridPane grid, int row, String key, Spinner<Integer> spinner) {
        Label label = new Label(text(key));
        label.setLabelFor(spinner);
        spinner.setAccessibleText(text(key));
        grid.addRow(row, label, spinner);
        spinner.valueProperty().addListener((_, _, _) -> change());
    }

    private void change() {
        if (isShowing) {
            return;
        }
        changed.accept(
                new StackSettings(
                        servers.getValue(),
                        rate.getValue(),
                        room.getValue(),
                        shown.isExponential(),
                        shown.scale(),
                        shown.normalisedSaving(),
                        shown.seed()));
    }

    /// Shows settings.
    void show(StackSettings settings) {
        shown = settings;
        isShowing = true;
        rate.getValueFactory().setValue((int) Math.round(settings.invitesPerSecond()));
        servers.getValueFactory().setValue(settings.servers());
        room.getValueFactory().setValue(settings.waitingRoom());
        isShowing = false;
    }

    /// Opens it beside a node, or closes it.
    void toggle(Node beside) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(beside);
        }
    }
}
