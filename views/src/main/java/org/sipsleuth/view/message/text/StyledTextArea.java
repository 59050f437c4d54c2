package org.sipsleuth.view.message.text;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Shows a text of any size that can be read, selected and copied: a canvas as large as what is
/// seen of it, with a scroll bar.
public final class StyledTextArea extends Region {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final Canvas canvas = new Canvas();
    private final RowScroll scroll = new RowScroll();
    private final TextStyles styles = new TextStyles(this::measureAgain);
    private final TextPainter painter = new TextPainter(canvas, styles);
    private final Rectangle clip = new Rectangle(); // the caret may be out of sight
    private final CaretLine caretLine = new CaretLine(this);
    private List<StyledRun> runs = List.of();
    private TextSpan selected = new TextSpan(0, 0);
    private @Nullable TextMeter meter;
    private double @Nullable [] widths;
    private @Nullable LaidText laid;
    private double laidWidth;
    private int inSight = -1; // the place that the next layout brings into sight, if any

    /// An area without text.
    public StyledTextArea() {
        getStyleClass().add("styled-text");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setCursor(Cursor.TEXT);
        canvas.setManaged(false); // its size is a result of the layout
        scroll.valueProperty().addListener(_ -> requestLayout());
        setClip(clip);
        getChildren().addAll(styles.samples(), canvas, caretLine, scroll);
        new TextKeys(this).listen();
        new TextMouse(this).listen();
    }

    /// Shows another text from its beginning.
    ///
    /// @param newText its lines are separated by `\n`
    /// @param ranges its styles, within the text; later ones override earlier ones
    public void show(String newText, List<StyledRange> ranges) {
        runs = StyleLayers.flatten(ranges, newText.length());
        selected = new TextSpan(0, 0); // before anybody hears of the text
        widths = null;
        laid = null;
        scroll.setValue(0);
        text.set(newText);
        setSelected(new TextSpan(0, 0));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// What is shown.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// The styles of the character at a place, which the text must have.
    public List<String> stylesAt(int place) {
        return laid().runs().get(laid().runAt(place)).styles();
    }

    /// Selects a part of the text and scrolls so that it is in view, or its beginning if it is
    /// long; the caret is at `to`.
    public void select(int from, int to) {
        moveTo(from, to);
        inSight = from;
    }

    /// Selects from one place to another and scrolls so that the other, where the caret is, is in
    /// sight.
    void moveTo(int anchor, int caret) {
        setSelected(new TextSpan(anchor, caret));
        inSight = caret;
        requestLayout();
    }

    void selectAll() {
        setSelected(new TextSpan(0, text.get().length()));
    }

    /// The selected part.
    public String selectedText() {
        return text.get().substring(selected.from(), selected.to());
    }

    /// Where the caret is.
    public int caret() {
        return selected.caret();
    }

    /// Puts the selected part into the clipboard, if there is any.
    void copy() {
        if (!selected.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(selectedText());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// The place that is nearest to a point of this region.
    public int placeAt(double x, double y) {
        TextRows rows = laid().rows();
        int row = Math.clamp(rowAt(y), 0, rows.count() - 1);
        return rows.placeAt(row, x - snappedLeftInset());
    }

    /// The same for selecting up to a point: behind a broken row's last character, too.
    int placeForSelecting(double x, double y) {
        TextRows rows = laid().rows();
        int row = Math.clamp(rowAt(y), 0, rows.count() - 1);
        int end = rows.end(row);
        return x - snappedLeftInset() >= rows.right(end, row) ? end : placeAt(x, y);
    }

    /// Shows tooltips for the characters under the pointer.
    ///
    /// @param words the tooltip of the character at a place, empty for nothing
    public void setHints(IntFunction<String> words) {
        new TextHints(this, words).listen();
    }

    /// The character that is drawn at a point of this region, or -1 if none is.
    public int characterAt(double x, double y) {
        TextRows rows = laid().rows();
        int row = rowAt(y);
        return row >= 0 && row < rows.count() ? rows.characterAt(row, x - snappedLeftInset()) : -1;
    }

    private int rowAt(double y) {
        return (int) Math.floor((y - snappedTopInset() + scroll.getValue()) / rowHeight());
    }

    TextSpan selected() {
        return selected;
    }

    /// The text as it is laid out for the width that it has.
    LaidText laid() {
        double width = Math.max(0, barLeft() - snappedLeftInset() - snappedRightInset());
        LaidText now = laid;
        if (now == null || width != laidWidth) {
            now = lay(width);
            laid = now;
            laidWidth = width;
        }
        return now;
    }

    double rowHeight() {
        return meter().row().height();
    }

    /// How many rows are in view.
    int rowsInSight() {
        return Math.max(1, (int) ((getHeight() - verticalInsets()) / rowHeight()));
    }

    void scrollBy(double pixels) {
        scroll.by(pixels);
    }

    private LaidText lay(double width) {
        double[] measured = widths;
        if (measured == null) {
            measured = meter().widths(text.get(), runs, styles);
            widths = measured;
        }
        return new LaidText(text.get(), runs, TextRows.of(text.get(), measured, meter().space(), width));
    }

    private TextMeter meter() {
        TextMeter now = meter;
        if (now == null || !now.isOf(styles.plainFont(), styles.boldFont())) {
            now = new TextMeter(styles.plainFont(), styles.boldFont());
            meter = now;
        }
        return now;
    }

    private void measureAgain() {
        widths = null;
        laid = null;
        requestLayout();
    }

    private void setSelected(TextSpan now) {
        selected = now;
        caretLine.blinkAnew();
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
        requestLayout();
    }

    /// The bar has its room always: a text that is broken again for it would need it no more.
    private double barLeft() {
        return snapPositionX(getWidth() - scroll.prefWidth(-1));
    }

    private double verticalInsets() {
        return snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = barLeft();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        canvas.setWidth(Math.max(0, width));
        canvas.setHeight(getHeight());
        if (width <= 0 || getHeight() <= 0) {
            return;
        }
        scroll.resizeRelocate(width, 0, getWidth() - width, getHeight());
        LaidText now = laid();
        scroll.fit(now.rows().count(), rowHeight(), verticalInsets(), getHeight());
        if (inSight >= 0) {
            scroll.show(now.rows().rowOf(selected.caret()));
            scroll.show(now.rows().rowOf(inSight));
            inSight = -1;
        }
        double top = snappedTopInset() - scroll.getValue();
        int first = (int) Math.max(0, Math.floor(-top / rowHeight()));
        double y = Math.round(top + first * rowHeight());
        RowPlace row = new RowPlace(y, rowHeight(), y + meter().row().baseline());
        painter.paint(now, selected, snappedLeftInset(), first, row);
        placeCaret(now.rows(), top);
    }

    private void placeCaret(TextRows rows, double top) {
        int row = rows.rowOf(selected.caret());
        double y = Math.round(top + row * rowHeight());
        caretLine.place(snappedLeftInset() + rows.left(selected.caret()), y, rowHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> text.get();
            case EDITABLE -> false;
            case FONT -> styles.plainFont();
            case SELECTION_START -> selected.from();
            case SELECTION_END -> selected.to();
            case CARET_OFFSET -> selected.caret();
            case LINE_FOR_OFFSET -> laid().rows().rowOf(place(parameters[0]));
            case LINE_START -> hasRow(parameters[0]) ? laid().rows().start(row(parameters[0])) : null;
            case LINE_END -> hasRow(parameters[0]) ? laid().rows().end(row(parameters[0])) : null;
            case OFFSET_AT_POINT -> placeAt(screenToLocal((Point2D) parameters[0]));
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private int place(Object wanted) {
        return Math.clamp((Integer) wanted, 0, text.get().length());
    }

    private static int row(Object wanted) {
        return (Integer) wanted;
    }

    /// Screen readers go on until there is no further row.
    private boolean hasRow(Object wanted) {
        return row(wanted) >= 0 && row(wanted) < laid().rows().count();
    }

    private int placeAt(Point2D point) {
        return placeAt(point.getX(), point.getY());
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case SET_TEXT_SELECTION, SHOW_TEXT_RANGE -> {
                int from = place(parameters[0]);
                int to = place(parameters[1]);
                if (action == AccessibleAction.SET_TEXT_SELECTION) {
                    select(from, to);
                } else {
                    inSight = from;
                    requestLayout();
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
