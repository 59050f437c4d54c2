package org.sipsleuth.view.session.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;

class TimeSightTest {

    private final SelectionModel selection = new SelectionModel();
    private final TimeSight model = new TimeSight(selection);

    @BeforeEach
    void showOneMillisecond() {
        model.show(0, 1_000_000);
    }

    private Optional<TimeRange> chosen() {
        return selection.get().time();
    }

    private static Optional<TimeRange> range(long from, long to) {
        return Optional.of(new TimeRange(from, to));
    }

    @Test
    void aRangeIsBroughtInSightWithTheTimeAroundIt() {
        TimeSight sight = new TimeSight(new SelectionModel());
        long second = 1_000_000_000L;
        sight.lookAt(new TimeRange(0, second));
        assertTrue(sight.windowProperty().get().isEmpty());
        sight.show(0, 600_000 * second);
        sight.lookAt(new TimeRange(1000 * second, 1003 * second));
        assertEquals(new TimeRange(991 * second, 1012 * second), sight.windowProperty().get().orElseThrow());
        sight.lookAt(new TimeRange(second, 3 * second));
        assertEquals(new TimeRange(0, 9 * second), sight.windowProperty().get().orElseThrow());
        sight.resetZoom();
        assertFalse(sight.isZoomed());
    }

    @Test
    void theBrushBecomesTheSelectionWhenItIsLetGo() {
        model.beginBrush(500, 5);
        model.brushTo(200);
        assertEquals(range(200, 500), model.brushProperty().get());
        assertEquals(Optional.empty(), chosen());
        model.endBrush();
        assertEquals(range(200, 500), chosen());
    }

    @Test
    void anEdgeOfTheBrushIsMovedAlone() {
        model.beginBrush(200, 5);
        model.brushTo(500);
        model.endBrush();
        assertTrue(model.isAtEdge(203, 5));
        model.beginBrush(203, 5);
        model.brushTo(100);
        model.endBrush();
        assertEquals(range(100, 500), chosen());
    }

    @Test
    void theBrushStaysWithinTheCapture() {
        model.beginBrush(100, 5);
        model.brushTo(9_000_000);
        model.endBrush();
        assertEquals(range(100, 1_000_000), chosen());
    }

    @Test
    void clearingDropsOnlyTheTime() {
        selection.set(selection.get().withTime(range(1, 2)).withDialogs(List.of(3)));
        model.clear();
        assertEquals(Optional.empty(), chosen());
        assertEquals(List.of(3), selection.get().dialogs());
    }

    @Test
    void aRangeChosenElsewhereIsShown() {
        selection.set(selection.get().withTime(range(7, 8)));
        assertEquals(range(7, 8), model.brushProperty().get());
    }

    @Test
    void shiftAndArrowsChooseARange() {
        model.moveCursor(100, false);
        model.moveCursor(50, true);
        model.moveCursor(50, true);
        model.endBrush();
        assertEquals(range(100, 200), chosen());
    }

    @Test
    void zoomingKeepsTheMomentUnderThePointer() {
        model.zoom(0.5, 250_000);
        assertEquals(range(125_000, 625_000), model.windowProperty().get());
        assertTrue(model.isZoomed());
        model.resetZoom();
        assertFalse(model.isZoomed());
    }

    @Test
    void zoomingOutEndsAtTheWholeCapture() {
        model.zoom(0.5, 0);
        model.zoom(10, 0);
        assertFalse(model.isZoomed());
    }

    @Test
    void theWindowStopsAtTheEndOfTheCapture() {
        model.zoom(0.5, 0);
        model.moveWindow(9_000_000);
        assertEquals(range(500_000, 1_000_000), model.windowProperty().get());
    }

    @Test
    void aGrowingCaptureKeepsTheZoom() {
        model.zoom(0.5, 0);
        model.show(0, 2_000_000);
        assertEquals(range(0, 500_000), model.windowProperty().get());
    }

    @Test
    void oneMomentIsShownInAWindowAroundIt() {
        model.show(2_000_000_000L, 2_000_000_000L);
        assertEquals(range(1_500_000_000L, 2_500_000_000L), model.windowProperty().get());
    }
}
