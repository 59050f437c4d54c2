package org.sipsleuth.view.dialogs.ladder;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;

/// Steps through a ladder by itself, as fast as the messages came, but never too fast to follow
/// nor too slow to wait for.
final class LadderPlayer {

    /// How fast it can play, 1 being as the messages came.
    static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0, 8.0);

    private static final double SHORTEST_MILLIS = 150;
    private static final double LONGEST_MILLIS = 1_500;
    private static final double NANOS_PER_MILLI = 1e6;

    private final LadderViewModel model;
    private final PauseTransition pause = new PauseTransition();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);

    LadderPlayer(LadderViewModel model) {
        this.model = model;
        pause.setOnFinished(_ -> next());
        model.titleProperty().subscribe(_ -> stop()); // other dialogs
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// How many times as fast as the messages came.
    DoubleProperty speedProperty() {
        return speed;
    }

    /// Starts, from the beginning again if at the end; or stops.
    void toggle() {
        LadderRows rows = model.rowsProperty().get();
        if (playing.get() || rows == null) {
            stop();
            return;
        }
        if (model.currentProperty().get() == rows.size() - 1) {
            model.goTo(0);
        }
        playing.set(true);
        await();
    }

    void stop() {
        pause.stop();
        playing.set(false);
    }

    /// How long a step waits for a message that came so much later than the one before.
    static Duration delay(long nanos) {
        return Duration.millis(Math.clamp(nanos / NANOS_PER_MILLI, SHORTEST_MILLIS, LONGEST_MILLIS));
    }

    private void await() {
        LadderRows rows = model.rowsProperty().get();
        int next = model.currentProperty().get() + 1;
        if (rows == null || next >= rows.size()) {
            stop();
            return;
        }
        pause.setDuration(delay(rows.nanosSince(next)).divide(speed.get()));
        pause.playFromStart();
    }

    private void next() {
        model.step(1);
        await();
    }
}
