package org.sipsleuth.view.dialogs.ladder;

import javafx.scene.control.Slider;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;

/// Goes through a ladder by a slider that follows the current row.
final class LadderScrubber {

    private final Slider slider;
    private final LadderViewModel model;
    private final LadderPlayer player;
    private boolean following;

    LadderScrubber(Slider slider, LadderViewModel model, LadderPlayer player) {
        this.slider = slider;
        this.model = model;
        this.player = player;
    }

    /// Connects both for as long as they live.
    void connect() {
        model.rowsProperty().subscribe(_ -> follow());
        model.currentProperty().subscribe(_ -> follow());
        slider.valueProperty().subscribe(value -> moved(value.doubleValue()));
    }

    private void follow() {
        LadderRows rows = model.rowsProperty().get();
        int last = rows == null ? 0 : rows.size() - 1;
        following = true;
        slider.setDisable(last <= 0);
        slider.setMax(Math.max(1, last));
        slider.setBlockIncrement(1);
        slider.setValue(Math.max(0, model.currentProperty().get()));
        following = false;
    }

    private void moved(double value) {
        int row = (int) Math.round(value);
        if (!following && row != model.currentProperty().get()) {
            player.stop();
            model.goTo(row);
        }
    }
}
