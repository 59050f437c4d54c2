package org.sipsleuth.app.workbench;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.memory.Settings;

/// Whether frames that several files hold count once, as the user chose; remembered. Used on the
/// JavaFX thread, and asked by it.
final class CountOnce {

    private static final String KEY = "files.once";

    private final Settings settings;
    private boolean isOn;

    /// What comes back if the captures that are open cannot be read again, or that is cancelled.
    private @Nullable Boolean before;

    CountOnce(Settings settings, WorkbenchViewModel model) {
        this.settings = settings;
        isOn = settings.isOn(KEY, false);
        model.stateProperty().addListener((_, old, now) -> follow(old, now));
    }

    /// The choice now.
    boolean isOn() {
        return isOn;
    }

    /// Chooses for this window only.
    void turnOn() {
        isOn = true;
    }

    /// Chooses, and remembers it.
    ///
    /// @param readsAgain whether captures will be read again because of it
    void choose(boolean on, boolean readsAgain) {
        if (readsAgain && before == null) {
            before = isOn;
        }
        remember(on);
    }

    private void remember(boolean on) {
        isOn = on;
        settings.put(KEY, Boolean.toString(on));
        settings.save();
    }

    private void follow(WorkbenchState old, WorkbenchState now) {
        Boolean other = before;
        if (other != null && old instanceof Loading loading && now instanceof Whole) {
            before = null;
            if (now.index().equals(loading.before().index())) {
                remember(other);
            }
        }
    }
}
