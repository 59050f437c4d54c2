package org.sipsleuth.app.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.sipsleuth.app.workbench.live.LiveControls;
import org.sipsleuth.app.workbench.sequence.SequenceControls;

/// Where the work is done that the window does not wait for.
///
/// @param reading one thread: captures are read one after another
/// @param hashing one thread: large files take long, and nobody waits for them
/// @param quick for what is shown in a blink
/// @param capturing one thread: takes packets from the network
/// @param scoring one thread: opens models, and looks at captures with them
/// @param training one thread: trains models
record Threads(
        Executor reading,
        Executor hashing,
        Executor quick,
        Executor capturing,
        Executor scoring,
        Executor training) {

    /// Threads that end with the program.
    static Threads daemons() {
        return new Threads(
                one("reading"),
                one("hashing"),
                one("quick"),
                one("capturing"),
                one("scoring"),
                one("training"));
    }

    /// Those of a live capture.
    LiveControls.Background live() {
        return new LiveControls.Background(capturing, reading, quick);
    }

    /// Those of known and unknown dialogs.
    SequenceControls.Background sequences() {
        return new SequenceControls.Background(scoring, training, quick);
    }

    private static Executor one(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("sipsleuth-" + name).factory());
    }
}
