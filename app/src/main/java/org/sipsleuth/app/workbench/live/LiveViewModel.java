package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.sipsleuth.live.LiveCapture.Counts;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.sipsleuth.live.Ring.PushedOut;
import org.sipsleuth.live.Shortened;

/// What the window says about a live capture.
final class LiveViewModel {

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper losing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(text("workbench.live.obstacle.unknown"));
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(obstacle.get());
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private String fullDisk = "";
    private Shortened shortened = Shortened.NONE;

    /// Whether packets are being captured.
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether there is something of a live capture to save.
    ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    /// Whether what is shown stands still.
    BooleanProperty pausedProperty() {
        return paused;
    }

    /// How many packets were captured, and how many dropped.
    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// What that means, and what the ring had no more room for.
    ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// Whether packets were dropped, or not stored.
    ReadOnlyBooleanProperty losingProperty() {
        return losing.getReadOnlyProperty();
    }

    /// Why nothing can be captured here; empty if nothing speaks against it.
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// The same without the command that mends it.
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /// What became of the last wish of the user, for example where packets were saved.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// The command that mends it; empty if none is known.
    ReadOnlyStringProperty commandProperty() {
        return command.getReadOnlyProperty();
    }

    /// Something is in the way, and this mends it.
    void obstacle(Obstacle found) {
        obstacle.set(found.sentence());
        missing.set(found.what());
        command.set(found.command());
    }

    /// Something is in the way, and nothing is known that mends it; empty if nothing is in the way.
    void obstacle(String sentence) {
        obstacle.set(sentence);
        missing.set(sentence);
        command.set("");
    }

    void report(String sentence) {
        message.set(sentence);
    }

    /// A capture began.
    void begin() {
        running.set(true);
        savable.set(true);
        paused.set(false);
        message.set("");
        fullDisk = "";
        shortened = Shortened.NONE;
    }

    /// It came this far.
    ///
    /// @param fullDisk why packets are not stored now; empty if they are
    void count(String interfaceName, Counts now, String fullDisk) {
        PushedOut out = now.pushedOut();
        counts.set(text(paused.get() ? "workbench.live.counts.paused" : "workbench.live.counts", interfaceName,
                now.packets(), now.lost().all(), out.packets(), now.unstored().packets()));
        if (!fullDisk.equals(this.fullDisk)) {
            message.set(fullDisk.isEmpty() ? "" : text("workbench.live.full"));
            this.fullDisk = fullDisk;
        }
        if (!now.shortened().equals(shortened)) {
            shortened = now.shortened();
            message.set(shortened.sentence());
        }
        details.set(Stream
                .of(counts.get(), fullDisk, now.shortened().sentence(), text("workbench.live.counts.tip"),
                        now.unstored().packets() > 0
                                ? text("workbench.live.unstored", now.unstored().packets(), now.unstored().bytes())
                                : "",
                        now.lost().byKernel() > 0 && !now.lost().remedy().isEmpty()
                                ? text("workbench.live.counts.remedy", now.lost().remedy())
                                : "",
                        out.files() > 0 ? text("workbench.live.pushed.out", out.packets(), out.files()) : "",
                        out.earlierFiles() > 0 ? text("workbench.live.pushed.out.earlier", out.earlierFiles()) : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n")));
        losing.set(now.lost().all() > 0 || now.unstored().packets() > 0 || now.shortened().packets() > 0);
    }

    /// It ended; what was captured can still be saved.
    void end() {
        running.set(false);
        paused.set(false);
    }

    /// What was captured is no longer shown.
    void forget() {
        savable.set(false);
        message.set("");
    }
}
