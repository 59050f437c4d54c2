package org.sipsleuth.view.dialogs;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// Shows a table of very many rows, all as high, that scrolls at its end about as fast as at its
/// beginning.
final class LongTableSkin<S> extends TableViewSkin<S> {

    LongTableSkin(TableView<S> table) {
        super(table);
    }

    @Override
    protected VirtualFlow<TableRow<S>> createVirtualFlow() {
        return new LongFlow<>();
    }

    /// For a step of the wheel, JavaFX adds up the heights of all rows above those in sight, a
    /// dozen times. Where the scroll bar is moved it does so a few times only, and they are all
    /// the same.
    private static final class LongFlow<R extends IndexedCell<?>> extends VirtualFlow<R> {

        private final ScrollBar bar = bar();
        private final Node sight = lookup(".clipped-container");

        private ScrollBar bar() {
            return getChildren().stream()
                    .filter(ScrollBar.class::isInstance)
                    .map(ScrollBar.class::cast)
                    .filter(its -> its.getOrientation() == Orientation.VERTICAL)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public double scrollPixels(double pixels) {
            double hidden =
                    getCellCount() * getFixedCellSize() - sight.getLayoutBounds().getHeight();
            if (getFixedCellSize() <= 0 || hidden <= 0 || !bar.isVisible()) {
                return super.scrollPixels(pixels);
            }
            double before = getPosition() * hidden; // touchpads scroll by parts of a pixel
            double after = Math.clamp(before + pixels, 0, hidden);
            bar.setValue(after / hidden);
            return after - before;
        }
    }
}
