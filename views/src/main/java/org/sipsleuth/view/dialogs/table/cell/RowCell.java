package org.sipsleuth.view.dialogs.table.cell;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The one cell of a row: it draws the values of all columns, and takes the mouse for all of them.
/// It covers what is in view of the row.
public final class RowCell extends TableCell<Integer, Integer> {

    private static final int NOTHING = -1;

    private record GroupHead(String text, boolean isOpen) {}

    private final RowPainter painter;
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private final InvalidationListener changed = this::changed;
    private int dialog = NOTHING;
    private @Nullable GroupHead head;
    private @Nullable Object pointed; // a column, or the head
    private double scrolled;
    private boolean isStale;

    /// @param painter draws it
    public RowCell(RowPainter painter) {
        this.painter = painter;
        getStyleClass().setAll("row-of-values");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(canvas);
        setManaged(false); // another picture moves nothing
        updateTableView(painter.table());
        painter.revisionProperty().addListener(new WeakInvalidationListener(changed));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        setOnMouseMoved(this::moved);
    }

    /// Shows the values of a dialog.
    public void show(int shown) {
        boolean isSame = head == null && dialog == shown;
        head = null;
        dialog = shown;
        if (!isSame) {
            becomeStale();
        }
    }

    /// Shows the head of a group.
    public void showHead(String text, boolean isOpen) {
        GroupHead next = new GroupHead(text, isOpen);
        boolean isSame = next.equals(head);
        head = next;
        dialog = NOTHING;
        if (!isSame) {
            becomeStale();
        }
    }

    /// Shows nothing.
    public void showNothing() {
        show(NOTHING);
    }

    /// Whether a click there opens or closes a group.
    public boolean isArrow(double x) {
        return head != null && painter.isArrow(x);
    }

    /// The row's columns are scrolled by so many pixels.
    void scrollTo(double pixels) {
        if (pixels != scrolled) {
            scrolled = pixels;
            becomeStale();
        }
    }

    private void changed(Observable revision) {
        if (head != null || dialog >= 0) {
            becomeStale();
        }
    }

    private void becomeStale() {
        isStale = true;
        pointed = null;
        setTooltip(null); // of what was there
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (isStale || canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            isStale = false;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
        super.layoutChildren();
    }

    private void paint() {
        GroupHead its = head;
        if (its != null) {
            painter.paintHead(canvas, its.text(), its.isOpen());
        } else if (dialog >= 0) {
            painter.paint(canvas, dialog, scrolled);
        } else {
            painter.paintNothing(canvas);
        }
    }

    /// The column at `x` pixels from the left of the cell; null behind the last.
    public @Nullable TableColumn<Integer, ?> columnAt(double x) {
        return painter.columnAt(x + scrolled).orElse(null);
    }

    /// From here on the table takes the cell for that of the column that was clicked on.
    private void pressed(MouseEvent event) {
        updateTableColumn(columnAt(event.getX()));
    }

    /// Offers the whole value where the pointer comes to one that is cut off.
    private void moved(MouseEvent event) {
        GroupHead its = head;
        Object there = its == null ? columnAt(event.getX()) : its;
        if (there != null && there.equals(pointed)) {
            return;
        }
        pointed = there;
        setTooltip(null);
        Optional<String> hint = its == null ? painter.texts().hint(dialog, event.getX() + scrolled)
                : painter.texts().headHint(its.text(), getWidth());
        if (hint.isPresent()) {
            tip.setText(hint.get());
            setTooltip(tip);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        GroupHead its = head;
        return switch (attribute) {
            case TEXT -> its == null ? painter.texts().aloud(dialog) : its.text();
            case EXPANDED -> its != null && its.isOpen();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
