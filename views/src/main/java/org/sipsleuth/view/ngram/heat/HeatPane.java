package org.sipsleuth.view.ngram.heat;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// The heat map of any number of messages. Only rows in view are computed, in the background, and
/// drawn. Used on the JavaFX thread.
public final class HeatPane extends Region {

    /// Hears which cell is chosen.
    @FunctionalInterface
    public interface CellListener {
        /// A cell is chosen.
        ///
        /// @param row its row
        /// @param offset its first byte, or -1 for the row as a whole
        void chosen(int row, int offset);
    }

    private static final double BAR = 12;
    private static final double LEAST_SIDE = 160;
    private static final double LEAST_FULL = 1e-9;

    private final Canvas canvas = new Canvas();
    private final ScrollBar rowBar = new ScrollBar();
    private final ScrollBar columnBar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Tooltip tooltip = new Tooltip();
    private final ChartColours colours = new ChartColours(this::recolour);
    private final RowCache cache;
    private final CellListener listener;
    private final DoubleConsumer moveThreshold;
    private Runnable onColours = () -> {};
    private HeatRows rows = HeatRows.NONE;
    private HeatLayout layout = HeatLayout.of(rows);
    private ScoreScale scale = ScoreScale.of(rows, 1);
    private HeatZoom zoom = HeatZoom.FOUR_BYTES;
    private double threshold = Double.NaN;
    private int selected = -1;
    private int cell = -1;
    private boolean isDraggingThreshold;
    private boolean showsSelected;

    /// @param background where rows are computed
    /// @param listener hears of chosen cells
    /// @param moveThreshold hears of the threshold that the user drags
    public HeatPane(Executor background, CellListener listener, DoubleConsumer moveThreshold) {
        this.listener = listener;
        this.moveThreshold = moveThreshold;
        cache = new RowCache(background, this::requestLayout);
        getStyleClass().add("anomaly-heat");
        setId("anomalies-heat");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(text("ngram.heat"));
        setClip(clip);
        rowBar.setOrientation(Orientation.VERTICAL);
        rowBar.setId("anomalies-heat-rows");
        columnBar.setId("anomalies-heat-columns");
        for (ScrollBar bar : List.of(rowBar, columnBar)) {
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener(_ -> requestLayout());
        }
        getChildren().addAll(colours.samples(), canvas, rowBar, columnBar);
        Tooltip.install(canvas, tooltip);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> isDraggingThreshold = false);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(_ -> requestLayout());
    }

    /// Shows these rows from the first on.
    public void show(HeatRows shown) {
        rows = shown;
        layout = HeatLayout.of(shown);
        scale = ScoreScale.of(shown, threshold);
        cache.show(shown);
        selected = -1;
        cell = -1;
        rowBar.setValue(0);
        columnBar.setValue(0);
        requestLayout();
    }

    /// What is drawn in these colours besides.
    ///
    /// @param draw called when they are known, and when the theme has changed
    public void setOnColours(Runnable draw) {
        onColours = draw;
    }

    private void recolour() {
        requestLayout();
        onColours.run();
    }

    /// The colours.
    public ChartColours colours() {
        return colours;
    }

    /// What has the end of the colour scale: the upper quartile of the largest values in view.
    public double full() {
        return zoom == HeatZoom.FIELDS
                ? quartile(row -> IntStream.range(0, FieldColumns.count()).mapToDouble(row::sum).max().orElse(0))
                : quartile(row -> row.most(0, row.length()));
    }

    private double quartile(ToDoubleFunction<HeatRow> value) {
        int from = layout.firstBelow(rowBar.getValue());
        double[] values = IntStream.range(from, Math.min(rows.count(), from + rowsInSight()))
                .mapToObj(cache::get)
                .filter(Objects::nonNull)
                .mapToDouble(value)
                .filter(score -> score > 0)
                .sorted()
                .toArray();
        return values.length == 0 ? 1 : Math.max(LEAST_FULL, values[values.length * 3 / 4]);
    }

    /// What a column is.
    public void setZoom(HeatZoom wanted) {
        if (wanted == HeatZoom.FIELDS || zoom == HeatZoom.FIELDS) {
            cell = -1;
        }
        zoom = wanted;
        columnBar.setValue(0);
        showsSelected = true;
        requestLayout();
    }

    /// From which score on a message is anomalous; NaN to judge none.
    public void setThreshold(double at) {
        threshold = at;
        scale = isDraggingThreshold ? scale : ScoreScale.of(rows, at);
        requestLayout();
    }

    /// Selects a row and a byte of it without telling the listener, and scrolls to it.
    ///
    /// @param row -1 for none
    /// @param offset -1 for none
    public void select(int row, int offset) {
        int wanted = zoom == HeatZoom.FIELDS ? columnOf(row, offset) : offset;
        if (row != selected || wanted != cell) {
            selected = row < rows.count() ? row : -1;
            cell = wanted;
            showsSelected = true;
            requestLayout();
        }
    }

    private int columnOf(int row, int offset) {
        HeatRow known = row < 0 ? null : cache.get(row);
        return known == null ? -1
                : known.fields()
                        .stream()
                        .filter(field -> offset >= field.from() && offset < field.to())
                        .mapToInt(HeatField::column)
                        .findFirst()
                        .orElse(-1);
    }

    /// The row that is selected, or -1.
    public int selected() {
        return selected;
    }

    /// Puts the keyboard's focus on it.
    public void focus() {
        requestFocus();
    }

    /// Where the middle of a cell is, in pixels of this region.
    public Point2D centre(int row, int offset) {
        HeatPlaces places = places();
        int column = zoom == HeatZoom.FIELDS ? columnOf(row, offset) : offset / zoom.bytes();
        return new Point2D(places.x(column) + places.column() / 2,
                HeatPlaces.TOP + layout.top(row) - rowBar.getValue() + HeatLayout.ROW / 2);
    }

    /// Whether a row is known.
    public boolean isComputed(int row) {
        return cache.get(row) != null;
    }

    private int rowsInSight() {
        return (int) Math.ceil(places().plotHeight() / HeatLayout.ROW) + 1;
    }

    private int columns() {
        return places().columns();
    }

    private HeatPlaces places() {
        int first = (int) columnBar.getValue();
        double width = Math.max(LEAST_SIDE, Math.floor(getWidth() - BAR));
        double height = Math.max(LEAST_SIDE, Math.floor(getHeight()));
        HeatPlaces whole = new HeatPlaces(width, height, zoom, Integer.MAX_VALUE, first);
        return rows.count() == 0 || whole.plotHeight() <= 0 ? new HeatPlaces(width, height, zoom, 1, 0)
                : new HeatPlaces(width, height, zoom, columnsOf(whole), first);
    }

    private int columnsOf(HeatPlaces whole) {
        int inSight = (int) Math.ceil(whole.plotHeight() / HeatLayout.ROW) + 1;
        if (zoom == HeatZoom.FIELDS) {
            return FieldColumns.count();
        }
        int from = layout.firstBelow(rowBar.getValue());
        int longest = 1;
        for (int row = from; row < Math.min(rows.count(), from + inSight); row++) {
            HeatRow known = cache.get(row);
            longest = known == null ? longest : Math.max(longest, known.length());
        }
        return (longest + zoom.bytes() - 1) / zoom.bytes();
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
        if (width < LEAST_SIDE || height < LEAST_SIDE) {
            return;
        }
        canvas.setWidth(width - BAR);
        canvas.setHeight(height);
        HeatPlaces places = places();
        fitBars(places, width);
        if (showsSelected && selected >= 0) {
            bringIntoSight(places);
        }
        places = places();
        int first = layout.firstBelow(rowBar.getValue());
        cache.want(first, first + rowsInSight());
        new HeatPainter(canvas.getGraphicsContext2D(), colours, places, new HeatPainter.Picture(rows, layout, cache,
                rowBar.getValue(), selected, cell, isFocused(), threshold, scale, full(), quartile(HeatRow::missing)))
                .paint();
    }

    private void fitBars(HeatPlaces places, double width) {
        double hidden = Math.max(0, layout.height() - places.plotHeight());
        rowBar.setMax(hidden);
        rowBar.setVisible(hidden > 0);
        rowBar.setVisibleAmount(hidden * places.plotHeight() / Math.max(1, layout.height()));
        rowBar.setUnitIncrement(HeatLayout.ROW);
        rowBar.setBlockIncrement(places.plotHeight());
        rowBar.setValue(Math.min(rowBar.getValue(), hidden));
        rowBar.resizeRelocate(width - BAR, HeatPlaces.TOP, BAR, places.plotHeight());
        int columns = Math.max(0, places.columns() - places.room());
        columnBar.setMax(columns);
        columnBar.setVisible(columns > 0);
        columnBar.setVisibleAmount((double) columns * places.room() / places.columns());
        columnBar.setUnitIncrement(1);
        columnBar.setBlockIncrement(places.room());
        columnBar.setValue(Math.min(columnBar.getValue(), columns));
        columnBar.resizeRelocate(HeatPlaces.LEFT, getHeight() - BAR, places.plotWidth(), BAR);
    }

    private void bringIntoSight(HeatPlaces places) {
        showsSelected = false;
        double top = layout.top(selected);
        if (top < rowBar.getValue()) {
            rowBar.setValue(top);
        } else if (top + HeatLayout.ROW > rowBar.getValue() + places.plotHeight()) {
            rowBar.setValue(Math.min(rowBar.getMax(), top + HeatLayout.ROW - places.plotHeight()));
        }
        int column = zoom.bytes() == 0 ? cell : cell / zoom.bytes();
        if (cell >= 0 && (column < places.first() || column >= places.end())) {
            columnBar.setValue(Math.clamp(column - places.room() / 2.0, 0, columnBar.getMax()));
        }
    }

    private int rowAt(double y) {
        HeatPlaces places = places();
        return y < HeatPlaces.TOP || y >= places.bottom() ? -1 : layout.rowAt(y - HeatPlaces.TOP + rowBar.getValue());
    }

    private void hover(MouseEvent event) {
        int row = rowAt(event.getY());
        HeatRow known = row < 0 ? null : cache.get(row);
        tooltip.setText(known == null ? text("ngram.heat") : words(row, known, event.getX()));
    }

    private String words(int row, HeatRow known, double x) {
        HeatPlaces places = places();
        int column = places.columnAt(x);
        String first = text("ngram.heat.hint.row", Integer.toString(rows.frame(row)),
                HeatPainter.number(rows.score(row)), HeatPainter.number(known.missing()));
        if (column < 0) {
            return first;
        }
        if (zoom == HeatZoom.FIELDS) {
            double sum = known.sum(column);
            return first + "\n" + (sum < 0 ? text("ngram.heat.hint.nofield", FieldColumns.name(column))
                    : text("ngram.heat.hint.field", FieldColumns.name(column), HeatPainter.number(sum)));
        }
        int from = column * zoom.bytes();
        double most = known.most(from, from + zoom.bytes());
        return most < 0 ? first
                : first + "\n" + text("ngram.heat.hint.byte", from, fieldName(known, from), HeatPainter.number(most));
    }

    private static String fieldName(HeatRow row, int offset) {
        return row.fields()
                .stream()
                .filter(field -> offset >= field.from() && offset < field.to())
                .map(field -> FieldColumns.name(field.column()))
                .findFirst()
                .orElse("");
    }

    private void press(MouseEvent event) {
        requestFocus();
        HeatPlaces places = places();
        boolean isAtScore = event.getX() >= places.scoreLeft() - 6 && event.getY() >= places.bottom();
        if (event.getButton() == MouseButton.PRIMARY && isAtScore) {
            isDraggingThreshold = !Double.isNaN(threshold);
            drag(event);
            return;
        }
        int row = rowAt(event.getY());
        if (row < 0 || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int column = places.columnAt(event.getX());
        choose(row, column);
    }

    private void choose(int row, int column) {
        selected = row;
        HeatRow known = cache.get(row);
        int offset = -1;
        if (zoom == HeatZoom.FIELDS) {
            cell = column;
            offset = known == null ? -1
                    : known.fields()
                            .stream()
                            .filter(field -> field.column() == column)
                            .mapToInt(HeatField::from)
                            .findFirst()
                            .orElse(-1);
        } else {
            offset = column < 0 ? -1 : strongest(known, column * zoom.bytes());
            cell = offset;
        }
        requestLayout();
        listener.chosen(row, offset);
    }

    /// The byte of a column that adds most.
    private int strongest(@Nullable HeatRow row, int from) {
        if (row == null || from >= row.length()) {
            return -1;
        }
        int best = from;
        for (int i = from; i < Math.min(row.length(), from + zoom.bytes()); i++) {
            best = row.at(i) > row.at(best) ? i : best;
        }
        return best;
    }

    private void drag(MouseEvent event) {
        if (isDraggingThreshold) {
            HeatPlaces places = places();
            moveThreshold.accept(scale.score((event.getX() - places.scoreLeft()) / HeatPlaces.SCORE_WIDTH));
        }
    }

    private void scroll(ScrollEvent event) {
        boolean isSideways = event.isShiftDown() || event.getDeltaX() != 0;
        ScrollBar bar = isSideways ? columnBar : rowBar;
        double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        double by = isSideways ? Math.signum(delta) * 4 : delta;
        bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (rows.count() == 0 || event.isControlDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int page = Math.max(1, rowsInSight() - 2);
        int row = switch (event.getCode()) {
            case UP -> selected - 1;
            case DOWN -> selected + 1;
            case PAGE_UP -> selected - page;
            case PAGE_DOWN -> selected + page;
            case HOME -> 0;
            case END -> rows.count() - 1;
            default -> -2;
        };
        if (row != -2) {
            showsSelected = true;
            int column = cell < 0 || zoom.bytes() == 0 ? cell : cell / zoom.bytes();
            choose(Math.clamp(row, 0, rows.count() - 1), column);
            event.consume();
            return;
        }
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (by != 0 && selected >= 0) {
            int column = zoom.bytes() == 0 ? cell : Math.max(-1, cell) / zoom.bytes();
            showsSelected = true;
            choose(selected, Math.clamp(column + by, 0, Math.max(0, columns() - 1)));
            event.consume();
        }
    }

    /// The rows in view, to be copied: all header fields, or the bytes in view.
    public DataTable data() {
        HeatPlaces places = places();
        List<String> columns = new ArrayList<>(List.of("frame", "cluster", "score", "missing"));
        boolean isWhole = zoom == HeatZoom.FIELDS;
        int first = isWhole ? 0 : places.first();
        int end = isWhole ? places.columns() : places.end();
        for (int column = first; column < end; column++) {
            columns.add(zoom == HeatZoom.FIELDS ? FieldColumns.name(column) : "byte " + column * zoom.bytes());
        }
        List<List<Object>> lines = new ArrayList<>();
        int from = layout.firstBelow(rowBar.getValue());
        for (int row = from; row < Math.min(rows.count(), from + rowsInSight()); row++) {
            HeatRow known = cache.get(row);
            if (known == null) {
                continue;
            }
            List<Object> line = new ArrayList<>();
            line.add(rows.frame(row));
            line.add(rows.cluster(row) < 0 ? "" : ClusterColours.name(rows.cluster(row)));
            line.add(rows.score(row));
            line.add(known.missing());
            for (int column = first; column < end; column++) {
                double value = zoom == HeatZoom.FIELDS ? known.sum(column)
                        : known.most(column * zoom.bytes(), (column + 1) * zoom.bytes());
                line.add(value < 0 ? "" : (Object) value);
            }
            lines.add(line);
        }
        return new DataTable(columns, lines);
    }
}
