package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The frame around the band that has the keyboard focus: a single stop of the Tab key, within
/// which the arrow keys go from band to band. The mouse goes through it.
final class BandFocus extends Region {

    private final Consumer<PlacedBand> select;
    private final Consumer<PlacedBand> open;
    private List<PlacedBand> bands = List.of();
    private double top;
    private int at;

    /// @param select is given a band on Space
    /// @param open is given a band on Enter
    BandFocus(Consumer<PlacedBand> select, Consumer<PlacedBand> open) {
        this.select = select;
        this.open = open;
        setId("strip-band");
        getStyleClass().add("strip-band");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(text("timestrip.band.help"));
        setOnKeyPressed(this::press);
        show(List.of(), 0);
    }

    /// Goes over these from now on; stays at the same band where it is among them.
    ///
    /// @param shown those in view, in the order of time
    /// @param baseline where their first row begins
    void show(List<PlacedBand> shown, double baseline) {
        int same = bands.isEmpty() ? 0 : shown.stream().map(PlacedBand::bands).toList().indexOf(current().bands());
        bands = shown;
        top = baseline;
        setVisible(!bands.isEmpty());
        setFocusTraversable(!bands.isEmpty());
        go(Math.max(0, same));
    }

    private PlacedBand current() {
        return bands.get(at);
    }

    private void go(int index) {
        if (bands.isEmpty()) {
            at = 0;
            return;
        }
        at = Math.clamp(index, 0, bands.size() - 1);
        PlacedBand place = bands.get(at);
        setAccessibleText(place.tip());
        resizeRelocate(place.left(), top + BandRows.ROW_PIXELS * place.row(), place.width(), BandRows.ROW_PIXELS);
    }

    private void press(KeyEvent event) {
        if (bands.isEmpty() || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        boolean isKnown = true;
        switch (event.getCode()) {
            case LEFT -> go(at - 1);
            case RIGHT -> go(at + 1);
            case HOME -> go(0);
            case END -> go(bands.size() - 1);
            case SPACE -> select.accept(current());
            case ENTER -> open.accept(current());
            default -> isKnown = false;
        }
        if (isKnown) {
            event.consume();
        }
    }
}
