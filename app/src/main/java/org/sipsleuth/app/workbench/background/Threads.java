package org.sipsleuth.app.workbench.background;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import org.sipsleuth.app.workbench.live.LiveControls;
import org.sipsleuth.app.workbench.loading.AfterUrgent;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.page.Workplace;

/// Where the work is done that the window does not wait for.
///
/// @param reading one thread: captures are read one after another
/// @param hashing one thread: large files take long, and nobody waits for them
/// @param watching one thread: looks at the files that are open
/// @param quick for what is shown in a blink
/// @param shown the same side by side; not the common pool, which goes through whole captures
/// @param capturing one thread: takes packets from the network
/// @param detecting a thread for each run of a detector
/// @param scoring one thread: opens models, and looks for legs
/// @param counting one thread: counts what beliefs are formed of
/// @param training one thread: trains models
/// @param saving one thread: reads and writes files of the user
/// @param cases one thread: uses the case
/// @param verifying one thread: hashes all captures of a case, which verdicts must not wait for
public record Threads(Executor reading, Executor hashing, Executor watching, Executor quick, Executor shown,
        Executor capturing, Executor detecting, Executor scoring, Executor counting, Executor training, Executor saving,
        Executor cases, Executor verifying) {

    /// Threads that end with the program.
    public static Threads daemons() {
        return new Threads(one("reading"), one("hashing"), one("watching"), one("quick"),
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()),
                        Thread.ofPlatform().daemon().name("sipsleuth-shown-", 0).factory()),
                one("capturing"),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("sipsleuth-detecting-", 0).factory()),
                one("scoring"), one("counting"), one("training"), one("saving"), one("cases"), one("verifying"));
    }

    /// Those of the case.
    public CaseModel.Background ofCases() {
        return new CaseModel.Background(cases, hashing, verifying);
    }

    /// Those of a live capture.
    public LiveControls.Background live() {
        return new LiveControls.Background(capturing, reading, quick);
    }

    /// Those of the detectors, which begin again on threads of their own.
    ///
    /// @param reading whether a capture is being read, which goes first
    public Executor detectors(ObservableBooleanValue reading) {
        Executor afterUrgent = new AfterUrgent(reading, detecting);
        return run -> {
            if (Platform.isFxApplicationThread()) {
                afterUrgent.execute(run);
            } else {
                Platform.runLater(() -> afterUrgent.execute(run));
            }
        };
    }

    /// Those of the pages.
    ///
    /// @param reading whether a capture is being read, which goes first
    public Workplace.Background pages(ObservableBooleanValue reading) {
        return new Workplace.Background(scoring, new AfterUrgent(reading, counting), training, quick, shown);
    }

    private static Executor one(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("sipsleuth-" + name).factory());
    }
}
