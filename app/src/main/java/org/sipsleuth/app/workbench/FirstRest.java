package org.sipsleuth.app.workbench;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/// Does something the first time that the window has been at rest for a moment. Used on the JavaFX
/// thread.
final class FirstRest {

    private final BooleanSupplier rest;
    private final PauseTransition moment;
    private boolean isOver;

    /// @param rest whether the window is at rest
    /// @param length of the moment
    FirstRest(BooleanSupplier rest, Duration length, Runnable action) {
        this.rest = rest;
        moment = new PauseTransition(length);
        moment.setOnFinished(_ -> {
            isOver = true;
            action.run();
        });
    }

    /// Looks now, and whenever one of these changes.
    void follow(Stream<ObservableValue<?>> changing) {
        changing.forEach(each -> each.subscribe(this::look));
        look();
    }

    private void look() {
        if (isOver) {
            return;
        }
        moment.stop();
        if (rest.getAsBoolean()) {
            moment.playFromStart();
        }
    }
}
