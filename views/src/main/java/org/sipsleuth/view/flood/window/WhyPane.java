package org.sipsleuth.view.flood.window;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.view.ui.chart.ChartColours;

/// What moved the score of a window, in log-odds.
public final class WhyPane {

    private static final double WIDTH = 230;
    private static final double NAMES = 62;
    private static final double ROW = 22;

    private final Canvas canvas = new Canvas(WIDTH, ROW * (Input.COUNT + 1));
    private final Label sum = new Label();
    private final Label note = new Label();
    private final VBox root = new VBox(canvas, sum, note);
    private final ChartColours colours;

    /// @param colours of the bars
    public WhyPane(ChartColours colours) {
        this.colours = colours;
        root.getStyleClass().add("flood-why");
        sum.getStyleClass().add("flood-strong");
        note.getStyleClass().add("flood-note");
        for (Label label : new Label[]{sum, note}) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Shows the shares of a window; empty for one without enough history.
    public void show(Optional<InputShares> shown) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        canvas.setVisible(shown.isPresent());
        canvas.setManaged(shown.isPresent());
        if (shown.isEmpty()) {
            sum.setText(text("flood.why.none"));
            note.setText("");
            return;
        }
        InputShares its = shown.get();
        sum.setText(text("flood.why.sum", String.format(Locale.ROOT, "%+.1f", its.sum()),
                String.format(Locale.ROOT, "%.3f", its.probability())));
        note.setText(text(its.isExact() ? "flood.why.exact" : "flood.why.replaced"));
        paint(graphics, its);
    }

    private void paint(GraphicsContext graphics, InputShares its) {
        double low = Math.min(0, its.bias());
        double high = Math.max(0, its.bias());
        double at = its.bias();
        for (Input input : Input.values()) {
            double share = share(its, input);
            at = its.isExact() ? at + share : share;
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        double room = WIDTH - NAMES - 44;
        double unit = room / Math.max(1e-6, high - low);
        double zero = NAMES - low * unit;
        graphics.setFont(Font.font(11));
        graphics.setFill(colours.fx("flood-letters"));
        graphics.fillRect(Math.floor(zero), 0, 1, canvas.getHeight());
        double from = 0;
        int line = 0;
        if (its.isExact()) {
            bar(graphics, line++, text("flood.input.bias"), zero, 0, its.bias(), unit);
            from = its.bias();
        }
        for (Input input : Input.values()) {
            double share = share(its, input);
            bar(graphics, line++, text("flood.input." + input.name().toLowerCase(Locale.ROOT)), zero, from, share,
                    unit);
            from += its.isExact() ? share : 0;
        }
    }

    private static double share(InputShares its, Input input) {
        return Objects.requireNonNull(its.shares().get(input));
    }

    private void bar(GraphicsContext graphics, int line, String name, double zero, double from, double share,
            double unit) {
        double top = line * ROW + 3;
        double left = zero + Math.min(from, from + share) * unit;
        double width = Math.max(1, Math.abs(share) * unit);
        graphics.setFill(colours.fx("flood-letters"));
        graphics.fillText(name, 0, top + 12, NAMES - 4);
        graphics.fillText(String.format(Locale.ROOT, "%+.1f", share), left + width + 4, top + 12);
        graphics.setFill(colours.fx(share < 0 ? "flood-invites" : "flood-mark"));
        graphics.fillRect(left, top, width, ROW - 6);
    }
}
