package org.sipsleuth.view.ngram.message;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.ngram.heat.ByteLetters;
import org.sipsleuth.view.ngram.heat.Viridis;
import org.sipsleuth.view.ui.chart.ChartColours;

/// A message in the colours of what its bytes add, beside the nearest normal one; differences are
/// marked. Only rows in view are drawn. Used on the JavaFX thread.
public final class PairPane extends Region {

    private static final double ROW = 16;
    private static final double BAR = 12;
    private static final double GUTTER = 14;
    private static final double PADDING = 8;
    private static final double LEAST_SIDE = 120;
    private static final Font LETTERS = Font.font("DejaVu Sans Mono", 12);

    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Tooltip tooltip = new Tooltip();
    private final ChartColours colours;
    private final IntConsumer chosen;
    private final double letter;
    private Optional<MessagePair> pair = Optional.empty();
    private @Nullable PairRows rows;
    private int laidLetters;
    private double full = 1;
    private int marked = -1;
    private boolean showsMarked;

    /// @param colours of the heat map
    /// @param chosen hears which byte is clicked
    public PairPane(ChartColours colours, IntConsumer chosen) {
        this.colours = colours;
        this.chosen = chosen;
        Text sample = new Text("MMMMMMMMMM");
        sample.setFont(LETTERS);
        letter = sample.getLayoutBounds().getWidth() / 10;
        getStyleClass().add("anomaly-pair");
        setId("anomalies-message");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener(_ -> requestLayout());
        getChildren().addAll(canvas, bar);
        Tooltip.install(canvas, tooltip);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollBy(-event.getDeltaY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows messages, or none.
    ///
    /// @param full what has the end of the colour scale
    public void show(Optional<MessagePair> shown, double full) {
        if (!shown.equals(pair)) {
            pair = shown;
            rows = null;
            marked = -1;
            bar.setValue(0);
        }
        this.full = full;
        requestLayout();
    }

    /// Marks a byte and scrolls to it.
    ///
    /// @param offset -1 for none
    public void mark(int offset) {
        marked = offset;
        showsMarked = offset >= 0;
        requestLayout();
    }

    /// The byte that is marked, or -1.
    public int marked() {
        return marked;
    }

    /// Draws it again, as after a change of the theme.
    public void redraw() {
        requestLayout();
    }

    private double sideWidth() {
        double all = getWidth() - BAR;
        return pair.filter(MessagePair::hasNormal).isPresent() ? Math.floor(all / 2) : all;
    }

    private int letters() {
        return (int) Math.max(8, Math.floor((sideWidth() - GUTTER - PADDING) / letter));
    }

    private PairRows rows(MessagePair shown) {
        PairRows known = rows;
        int letters = letters();
        if (known == null || laidLetters != letters) {
            known = shown.rows(letters);
            rows = known;
            laidLetters = letters;
        }
        return known;
    }

    private void scrollBy(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_SIDE;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        clip.setWidth(width);
        clip.setHeight(height);
        canvas.setWidth(Math.max(1, width - BAR));
        canvas.setHeight(Math.max(1, height));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        if (pair.isEmpty() || width < LEAST_SIDE) {
            bar.setVisible(false);
            return;
        }
        MessagePair shown = pair.get();
        PairRows laid = rows(shown);
        double hidden = Math.max(0, laid.rows().size() * ROW + PADDING - height);
        bar.setMax(hidden);
        bar.setVisible(hidden > 0);
        bar.setVisibleAmount(hidden * height / (hidden + height));
        bar.setUnitIncrement(ROW);
        bar.setBlockIncrement(height);
        bar.resizeRelocate(width - BAR, 0, BAR, height);
        if (showsMarked) {
            showsMarked = false;
            double top = laid.rowOf(marked) * ROW;
            if (top < bar.getValue() || top + ROW > bar.getValue() + height) {
                bar.setValue(Math.clamp(top - height / 3, 0, hidden));
            }
        }
        bar.setValue(Math.min(bar.getValue(), hidden));
        paint(graphics, shown, laid, height);
    }

    private void paint(GraphicsContext graphics, MessagePair shown, PairRows laid, double height) {
        Viridis viridis = new Viridis(colours.fx(ChartColours.GROUND));
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFont(LETTERS);
        double side = sideWidth();
        if (shown.hasNormal()) {
            graphics.setStroke(colours.fx(ChartColours.GRID));
            graphics.setLineWidth(1);
            graphics.strokeLine(side + 0.5, 0, side + 0.5, height);
        }
        int first = (int) (bar.getValue() / ROW);
        for (int i = first; i < laid.rows().size(); i++) {
            double y = i * ROW - bar.getValue();
            if (y > height) {
                break;
            }
            PairRows.Row row = laid.rows().get(i);
            if (row.isDifferent()) {
                graphics.setFill(colours.fx("anomaly-difference"));
                graphics.fillRect(0, y, side, ROW);
                graphics.fillRect(side + 1, y, side, ROW);
            }
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setFill(colours.fx("anomaly-letters"));
            graphics.fillText(row.sign(), row.sign().equals("+") ? side + GUTTER / 2 : GUTTER / 2, y + ROW / 2);
            for (int at = row.left().from(); at < row.left().to(); at++) {
                double x = GUTTER + (at - row.left().from()) * letter;
                left(graphics, viridis, shown, laid, at, x, y);
            }
            for (int at = row.right().from(); at < row.right().to(); at++) {
                double x = side + GUTTER + (at - row.right().from()) * letter;
                right(graphics, shown, laid, at, x, y);
            }
        }
    }

    private void left(GraphicsContext graphics, Viridis viridis, MessagePair shown, PairRows laid, int at, double x,
            double y) {
        double value = at < shown.heat().length() ? shown.heat().at(at) : 0;
        Color letters = colours.fx("anomaly-letters");
        if (value > 0) {
            Color ground = viridis.of(value / full);
            graphics.setFill(ground);
            graphics.fillRect(x, y, letter + 0.5, ROW);
            letters = Viridis.letters(ground);
        }
        graphics.setFill(letters);
        graphics.fillText(ByteLetters.of(shown.left(at)), x + letter / 2, y + ROW / 2);
        if (laid.isLeftChanged(at)) {
            graphics.fillRect(x, y + ROW - 2, letter, 1.5);
        }
        if (shown.isBroken(at)) {
            graphics.setStroke(colours.fx("anomaly-broken"));
            graphics.setLineWidth(2);
            graphics.setLineDashes(3, 2);
            graphics.strokeRect(x - 0.5, y + 1, letter + 1, ROW - 2);
            graphics.setLineDashes();
        }
        if (at == marked) {
            graphics.setStroke(colours.fx("anomaly-chosen"));
            graphics.setLineWidth(2);
            graphics.strokeRect(x - 1, y, letter + 2, ROW);
        }
    }

    private void right(GraphicsContext graphics, MessagePair shown, PairRows laid, int at, double x, double y) {
        graphics.setFill(colours.fx("anomaly-letters"));
        graphics.fillText(ByteLetters.of(shown.right(at)), x + letter / 2, y + ROW / 2);
        if (laid.isRightChanged(at)) {
            graphics.setFill(colours.fx("anomaly-normal"));
            graphics.fillRect(x, y + ROW - 2, letter, 2);
        }
    }

    /// The byte of the left message at a point, or -1.
    private int byteAt(double x, double y) {
        if (pair.isEmpty() || rows == null || x >= sideWidth()) {
            return -1;
        }
        int row = (int) ((y + bar.getValue()) / ROW);
        if (row < 0 || row >= rows.rows().size()) {
            return -1;
        }
        PairRows.Part left = rows.rows().get(row).left();
        int at = left.from() + (int) Math.floor((x - GUTTER) / letter);
        return at >= left.from() && at < left.to() ? at : -1;
    }

    /// Where the middle of a byte of the left message is, in pixels of this region.
    public Point2D centre(int offset) {
        PairRows laid = rows(pair.orElseThrow());
        int row = laid.rowOf(offset);
        return new Point2D(GUTTER + (offset - laid.rows().get(row).left().from() + 0.5) * letter,
                row * ROW - bar.getValue() + ROW / 2);
    }

    private void hover(MouseEvent event) {
        int at = byteAt(event.getX(), event.getY());
        tooltip.setText(at < 0 ? text("ngram.message.hint")
                : text("ngram.message.byte", at, String.format(Locale.ROOT, "%02x", pair.orElseThrow().left(at)),
                        String.format(Locale.ROOT, "%.3g", pair.orElseThrow().heat().at(at))));
    }

    private void click(MouseEvent event) {
        requestFocus();
        int at = byteAt(event.getX(), event.getY());
        if (at >= 0) {
            choose(at);
        }
    }

    private void choose(int at) {
        mark(at);
        chosen.accept(at);
    }

    private void key(KeyEvent event) {
        if (pair.isEmpty() || event.isControlDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int length = pair.get().length();
        switch (event.getCode()) {
            case UP -> scrollBy(-ROW);
            case DOWN -> scrollBy(ROW);
            case PAGE_UP -> scrollBy(-getHeight());
            case PAGE_DOWN -> scrollBy(getHeight());
            case LEFT -> choose(Math.clamp(marked - 1, 0, Math.max(0, length - 1)));
            case RIGHT -> choose(Math.clamp(marked + 1, 0, Math.max(0, length - 1)));
            default -> {
                return;
            }
        }
        event.consume();
    }
}
