package org.sipsleuth.view.dialogs.ladder;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.view.dialogs.ladder.draw.ColouredRegion;
import org.sipsleuth.view.dialogs.ladder.draw.LadderHeads;
import org.sipsleuth.view.dialogs.ladder.draw.LadderPainter;
import org.sipsleuth.view.dialogs.ladder.draw.LadderPalette;
import org.sipsleuth.view.dialogs.ladder.draw.LikelyPainter;
import org.sipsleuth.view.dialogs.ladder.draw.RowSigns;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.dialogs.ladder.sheet.Standing;

/// The drawn ladder: a canvas as large as what is seen of it, with scroll bars.
final class LadderCanvas extends ColouredRegion {

    private static final double WHEEL_ROWS = 3;

    private final LadderViewModel model;
    private final Canvas canvas = new Canvas();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final LadderPalette palette;
    private final LadderPainter painter;
    private final LadderHeads heads;
    private final LikelyPainter likely;
    private final AliasField aliasField;
    private final LadderMouse mouse;
    private RowSigns signs = RowSigns.NONE;
    private int pointed = -1;
    private int pointedStream = -1;
    private int dropAt = -1;
    private IntFunction<String> rowWords = _ -> "";
    private Function<MediaArrow, String> streamWords = _ -> "";
    private boolean showCurrent = true;

    LadderCanvas(LadderViewModel model) {
        this.model = model;
        palette = new LadderPalette(this, this::requestLayout);
        painter = new LadderPainter(canvas.getGraphicsContext2D(), palette);
        painter.setFaint(model::isFaint);
        heads = new LadderHeads(canvas.getGraphicsContext2D(), palette);
        likely = new LikelyPainter(canvas.getGraphicsContext2D(), palette);
        aliasField = new AliasField(model, this);
        getStyleClass().add("ladder");
        setId("ladder");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        vertical.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : List.of(vertical, horizontal)) {
            bar.setFocusTraversable(false);
            bar.valueProperty().subscribe(_ -> requestLayout());
        }
        getChildren().addAll(canvas, vertical, horizontal, aliasField);
        model.sheetProperty().subscribe(_ -> showCurrent());
        model.currentProperty().subscribe(_ -> showCurrent());
        model.streamProperty().subscribe(_ -> showCurrent());
        model.likelyProperty().subscribe(_ -> showCurrent());
        model.markedProperty().subscribe(_ -> requestLayout());
        model.choices().chosenProperty().subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        mouse = new LadderMouse(this, model, aliasField);
        mouse.listen();
    }

    /// What CSS can set on a ladder.
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return LadderPalette.metaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    @Override
    protected LadderPalette palette() {
        return palette;
    }

    /// Where things are now.
    LadderGeometry geometry() {
        LadderSheet sheet = model.sheetProperty().get();
        double spans = sheet == null ? 0 : sheet.spansWidth() + signs.surprise().width();
        double foot = sheet == null ? 0 : sheet.footHeight();
        LadderGeometry.Size size = new LadderGeometry.Size(canvas.getWidth(), canvas.getHeight(), spans, foot);
        if (sheet == null) {
            return new LadderGeometry(canvas.getWidth(), canvas.getHeight(), 0, new LadderGeometry.Rows(0, -1, 0), 0,
                    0);
        }
        int current = Math.min(model.currentProperty().get(), sheet.rows().size() - 1);
        return LadderGeometry.of(sheet, size,
                new LadderGeometry.Rows(sheet.tops(), current, model.likelyBelow().size()), horizontal.getValue(),
                vertical.getValue());
    }

    /// Says which rows have signs.
    void setSigns(RowSigns now) {
        signs = now;
        describeCurrent();
        requestLayout();
    }

    /// How usual a row is, in words; may be empty.
    String surpriseWords(int row) {
        return signs.surprise().words(row);
    }

    /// Adds words to the details of rows and streams.
    void explain(IntFunction<String> ofRows, Function<MediaArrow, String> ofStreams) {
        rowWords = ofRows;
        streamWords = ofStreams;
    }

    /// What is said of a stream beside its details.
    String streamWords(MediaArrow arrow) {
        return streamWords.apply(arrow);
    }

    /// What hears the mouse.
    LadderMouse mouse() {
        return mouse;
    }

    /// Says before which lane a lifeline goes that is being moved, or -1.
    void setDropAt(int lane) {
        if (lane != dropAt) {
            dropAt = lane;
            requestLayout();
        }
    }

    /// Says which row the pointer is on, or -1.
    void setPointed(int row) {
        if (row != pointed) {
            pointed = row;
            requestLayout();
        }
    }

    /// Says which stream the pointer is on, or -1.
    void setPointedStream(int place) {
        if (place != pointedStream) {
            pointedStream = place;
            setCursor(place < 0 ? Cursor.DEFAULT : Cursor.HAND);
            requestLayout();
        }
    }

    /// The place of the stream at this height, or -1.
    int streamAt(double y) {
        LadderSheet sheet = model.sheetProperty().get();
        return sheet == null ? -1 : geometry().streamAt(sheet, y);
    }

    /// Lets the user name the chosen lifeline, else that which the current message comes from, or
    /// goes to.
    void renameHost(boolean destination) {
        LadderRows rows = model.rowsProperty().get();
        int current = model.currentProperty().get();
        if (rows == null) {
            return;
        }
        List<Lifeline> chosen = model.choices().chosenOf(rows.lifelines());
        if (chosen.size() == 1) {
            aliasField.edit(rows.lifelines().indexOf(chosen.getFirst()));
        } else if (current >= 0) {
            aliasField.edit(destination ? rows.destination(current) : rows.source(current));
        }
    }

    private void showCurrent() {
        showCurrent = true;
        describeCurrent();
        requestLayout();
    }

    private void describeCurrent() {
        LadderRows rows = model.rowsProperty().get();
        int current = model.currentProperty().get();
        boolean any = rows != null && current >= 0 && current < rows.size();
        setAccessibleText(null);
        LadderSheet sheet = model.sheetProperty().get();
        int place = model.streamPlace();
        if (sheet != null && place >= 0) {
            Ladder.PlacedMedia stream = sheet.layers().media().get(place);
            setAccessibleText(sheet.rows().details(stream) + streamWords.apply(stream.arrow()));
        } else if (any) {
            reading(rows,
                    () -> setAccessibleText(rows.details(current) + rowWords.apply(current) + surpriseWords(current)));
        }
    }

    /// Does something that reads messages. Where their capture was changed, no ladder is shown.
    private void reading(LadderRows rows, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | InternalError failure) {
            if (rows.index().opened().causeOf(failure).isEmpty()) {
                throw failure;
            }
            Platform.runLater(model::showUnreadable); // this may be in the middle of a layout
        }
    }

    private void scroll(ScrollEvent event) {
        double rows = -Math.signum(event.getDeltaY()) * WHEEL_ROWS;
        if (event.isShiftDown() || event.getDeltaY() == 0) {
            double sideways = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            move(horizontal, -sideways);
        } else {
            move(vertical, rows * LadderGeometry.ROW);
        }
        event.consume();
    }

    private static void move(ScrollBar bar, double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    @Override
    protected void layoutChildren() {
        LadderSheet sheet = model.sheetProperty().get();
        LadderRows rows = sheet == null ? null : sheet.rows();
        boolean isLower = getHeight() < canvas.getHeight();
        boolean wasAtEnd = isLower && vertical.isVisible() && vertical.getValue() >= vertical.getMax();
        showCurrent |= isLower && rows != null && isCurrentSeen();
        place(rows);
        if (wasAtEnd) { // a line below the ladder takes room: its end stays in sight
            vertical.setValue(vertical.getMax());
        }
        canvas.setVisible(rows != null);
        if (sheet == null || rows == null || canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        int current = Math.min(model.currentProperty().get(), rows.size() - 1);
        if (showCurrent && current >= 0) {
            int place = model.streamPlace();
            if (place < 0) {
                vertical.setValue(geometry().scrollToShow(current));
                horizontal.setValue(geometry().scrollToShow(rows.source(current), rows.destination(current)));
            } else {
                Ladder.PlacedMedia stream = sheet.layers().media().get(place);
                vertical.setValue(geometry().scrollToShow(sheet, place));
                horizontal.setValue(geometry().scrollToShow(stream.source(), stream.destination()));
            }
            showCurrent = false;
        }
        reading(rows, () -> draw(sheet, current));
        aliasField.place(geometry());
    }

    /// The lifelines of the current arrow, or -1.
    private record Ends(int source, int destination) {}

    private Ends ends(LadderSheet sheet, int current) {
        int place = model.streamPlace();
        if (place >= 0) {
            Ladder.PlacedMedia stream = sheet.layers().media().get(place);
            return new Ends(stream.source(), stream.destination());
        }
        return current < 0 ? new Ends(-1, -1)
                : new Ends(sheet.rows().source(current), sheet.rows().destination(current));
    }

    private boolean isCurrentSeen() {
        LadderRows rows = model.rowsProperty().get();
        int current = model.currentProperty().get();
        return rows != null && current >= 0 && current < rows.size()
                && geometry().scrollToShow(current) == vertical.getValue();
    }

    private void draw(LadderSheet sheet, int current) {
        LadderGeometry geometry = geometry();
        LadderRows rows = sheet.rows();
        int under = pointed < rows.size() ? pointed : -1;
        painter.paint(geometry, sheet, new Standing(current, isFocused(), under, model.markedRow(), model.streamPlace(),
                pointedStream < sheet.layers().media().size() ? pointedStream : -1), signs);
        likely.paint(geometry, rows, current, model.likelyBelow());
        Ends ends = ends(sheet, current);
        heads.paint(geometry, sheet, new LadderHeads.Marks(ends.source(), ends.destination(),
                model.choices().chosenProperty().get(), dropAt), signs.surprise());
    }

    private void place(@Nullable LadderRows rows) {
        double across = horizontal.prefHeight(-1);
        double along = vertical.prefWidth(-1);
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        boolean tall = rows != null && geometry().mostScrollY() > 0;
        canvas.setWidth(Math.max(0, getWidth() - (tall ? along : 0)));
        boolean wide = rows != null && geometry().mostScrollX() > 0;
        canvas.setHeight(Math.max(0, getHeight() - (wide ? across : 0)));
        LadderGeometry geometry = geometry();
        double seenRows = geometry.size().rowsSeen();
        adjust(vertical, tall, geometry.mostScrollY(), seenRows);
        vertical.setUnitIncrement(LadderGeometry.ROW);
        adjust(horizontal, wide, geometry.mostScrollX(), geometry.lanesSeen());
        horizontal.setUnitIncrement(LadderGeometry.NARROWEST_LANE / 2);
        vertical.resizeRelocate(canvas.getWidth(), 0, along, canvas.getHeight());
        horizontal.resizeRelocate(0, canvas.getHeight(), canvas.getWidth(), across);
    }

    private static void adjust(ScrollBar bar, boolean needed, double most, double seen) {
        bar.setVisible(needed);
        bar.setMax(most);
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
        double share = seen <= 0 ? 1 : seen / (most + seen);
        bar.setVisibleAmount(share * most);
        bar.setBlockIncrement(Math.max(LadderGeometry.ROW, seen));
    }
}
