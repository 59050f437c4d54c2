package org.sipsleuth.app.workbench;

import javafx.beans.property.ObjectProperty;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.dialogs.ladder.LadderOptions;

/// Remembers how the user wants ladders.
final class LadderMemory {

    private static final String KEY = "ladder";

    private final Settings settings;

    LadderMemory(Settings settings) {
        this.settings = settings;
    }

    /// Sets what was wanted last time, and keeps what is wanted from now on.
    void remember(ObjectProperty<LadderOptions> options) {
        Runnable recall = () -> settings.get(KEY).map(LadderOptions::of).ifPresent(options::set);
        recall.run();
        settings.whenReplaced(recall);
        options.addListener((_, _, now) -> {
            settings.put(KEY, now.text());
            settings.save();
        });
    }
}
