package org.sipsleuth.view.dialogs.row;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The one cell of a row: it draws the values of all columns, and takes the mouse for all of them.
/// It covers what is in sight of the row.
public final class RowCell extends TableCell<Integer, Integer> {

    private static final int NOTHING = -1;

    private record Head(String text, boolean isOpen) {}

    private final RowPainter painter;
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private final InvalidationListener changed = this::changed;
    private int dialog = NOTHING;
    private @Nullable Head head;
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
        Head next = new Head(text, isOpen);
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
        painter.revisionProperty().get(); // else it never tells again
        if (head != null || dialog >= 0) {
            becomeStale();
        }
    }

    private void becomeStale() {
        isStale = true;
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
        Head its = head;
        if (its != null) {
            painter.paintHead(canvas, its.text(), its.isOpen());
        } else if (dialog >= 0) {
            painter.paint(canvas, dialog, scrolled);
        } else {
            painter.paintNothing(canvas);
        }
    }

    /// From here on the table takes the cell for that of the column that was clicked on.
    private void pressed(MouseEvent event) {
        updateTableColumn(painter.columnAt(event.getX() + scrolled).orElse(null));
    }

    /// Offers the whole value where the pointer is on one that is cut off.
    private void moved(MouseEvent event) {
        Head its = head;
        Optional<String> hint =
                its == null
                        ? painter.texts().hint(dialog, event.getX() + scrolled)
                        : painter.texts().headHint(its.text(), getWidth());
        if (!hint.orElse("").equals(tip.getText())) {
            setTooltip(null);
            tip.setText(hint.orElse(""));
        }
        if (hint.isPresent() && getTooltip() == null) {
            setTooltip(tip);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        Head its = head;
        return its == null ? painter.texts().aloud(dialog) : its.text();
    }
}
