package org.sipsleuth.view.flood.window;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;

/// The attempts of a window, one below the other, with what the networks get of each.
public final class WindowPane {

    private static final double BAR_WIDTH = 110;
    private static final double BAR_HEIGHT = 14;
    private static final double DECADES = 2;
    private static final double CONTACT_AGREES = 0.75;
    private static final double CONTACT_NAMES = 0.25;

    private final GridPane grid = new GridPane();
    private final ScrollPane root = new ScrollPane(grid);
    private final ChartColours colours;

    /// @param colours of the gap bars
    public WindowPane(ChartColours colours) {
        this.colours = colours;
        grid.getStyleClass().add("flood-window");
        root.getStyleClass().add("flood-scroll");
        root.setFitToWidth(true);
        for (int column = 0; column < 10; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(column > 4 ? Priority.SOMETIMES : Priority.NEVER);
            width.setHalignment(column == 0 || column == 3 ? HPos.RIGHT : HPos.LEFT);
            grid.getColumnConstraints().add(width);
        }
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Shows the attempts of a window.
    public void show(List<AttemptRow> rows) {
        grid.getChildren().clear();
        if (rows.isEmpty()) {
            return;
        }
        head(0, "flood.column.number", false);
        head(1, "flood.column.time", false);
        head(2, "flood.column.ack", false);
        head(3, "flood.column.gap", true);
        Label ratio = head(4, "flood.column.ratio", true);
        double usual = rows.getLast().usualNanos();
        ratio.setText(usual > 0 ? text("flood.column.ratio.usual", UtcTime.length(usual)) : text("flood.column.ratio"));
        head(5, "flood.column.source", true);
        head(6, "flood.column.from", true);
        head(7, "flood.column.callid", true);
        head(8, "flood.column.contact", true);
        head(9, "flood.column.completed", false);
        rows.forEach(this::add);
    }

    private Label head(int column, String key, boolean isInput) {
        Label label = new Label(text(key));
        label.getStyleClass().add("flood-head");
        if (isInput) {
            label.getStyleClass().add("flood-input");
        }
        label.setMinWidth(Label.USE_PREF_SIZE);
        grid.add(label, column, 0);
        return label;
    }

    private void add(AttemptRow row) {
        int line = row.number();
        cell(line, 0, Integer.toString(row.number()));
        cell(line, 1, UtcTime.preciseClock(row.atNanos()));
        boolean hasRatio = row.ratio().isPresent();
        cell(line, 3, hasRatio ? UtcTime.length(row.ratio().getAsDouble() * row.usualNanos()) : text("flood.unknown"));
        if (hasRatio) {
            grid.add(bar(row.ratio().getAsDouble()), 4, line);
        } else {
            cell(line, 4, text("flood.history"));
        }
        cell(line, 5, row.source() + " " + times(row.input(Input.SOURCE)));
        cell(line, 6, times(row.input(Input.FROM)));
        cell(line, 7, times(row.input(Input.CALL_ID)));
        double contact = row.input(Input.CONTACT);
        cell(line, 8,
                text(contact > CONTACT_AGREES ? "flood.contact.agrees"
                        : contact > CONTACT_NAMES ? "flood.contact.name"
                        : "flood.contact.differs"));
        cell(line, 9, text(row.hasCompleted() ? "flood.completed.yes" : "flood.unknown"));
        Label ack = cell(line, 2,
                row.ackNanos().isPresent() ? text("flood.ack.after", UtcTime.length(row.ackNanos().getAsDouble()))
                        : text("flood.ack.never"));
        ack.getStyleClass().add(row.ackNanos().isPresent() ? "flood-acknowledged" : "flood-unacknowledged");
    }

    private static String times(double input) {
        int times = AttemptRow.times(input);
        return times < 0 ? text("flood.times.new") : times == 0 ? text("flood.times.old") : text("flood.times", times);
    }

    private Label cell(int line, int column, String words) {
        Label label = new Label(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        grid.add(label, column, line);
        return label;
    }

    /// Logarithmic about the usual gap: shorter to the left, longer to the right.
    private Node bar(double ratio) {
        Canvas canvas = new Canvas(BAR_WIDTH + 44, BAR_HEIGHT);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        double middle = Math.floor(BAR_WIDTH * 0.6);
        double decades = Math.clamp(Math.log10(Math.max(1e-9, ratio)), -DECADES, DECADES / 1.5);
        double length = Math.max(1, Math.abs(decades) / DECADES * middle);
        graphics.setFill(colours.fx(ratio < 1 ? "flood-mark" : "flood-invites"));
        graphics.fillRect(ratio < 1 ? middle - length : middle, 2, length, BAR_HEIGHT - 4);
        graphics.setFill(colours.fx("flood-letters"));
        graphics.fillRect(middle, 0, 1, BAR_HEIGHT);
        graphics.setFont(javafx.scene.text.Font.font(11));
        graphics.fillText(ratio(ratio), ratio < 1 ? middle + 5 : middle + length + 5, BAR_HEIGHT - 3);
        return canvas;
    }

    private static String ratio(double ratio) {
        return ratio >= 1 ? String.format(Locale.ROOT, "× %.3g", ratio)
                : ratio >= 0.5 ? String.format(Locale.ROOT, "%.2f", ratio)
                : String.format(Locale.ROOT, "1/%.0f", 1 / Math.max(1e-9, ratio));
    }
}
