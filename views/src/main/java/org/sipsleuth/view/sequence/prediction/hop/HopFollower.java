package org.sipsleuth.view.sequence.prediction.hop;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopTimes;
import org.sipsleuth.view.sequence.prediction.course.CourseFollower;

/// Keeps the steps of the dialog that is looked at. Those of a short one are worked out at once,
/// all else elsewhere.
public final class HopFollower {

    /// The steps of so many messages take less than a part of a frame.
    private static final int AT_ONCE = 500;

    private final CourseFollower.Background background;
    private final ReadOnlyObjectWrapper<Optional<HopCourse>> course = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Wanted wanted;
    private @Nullable HopNovelty timed;
    private Optional<HopTimes> times = Optional.empty();

    private record Wanted(HopNovelty novelty, int dialog, boolean isJudged) {}

    public HopFollower(CourseFollower.Background background) {
        this.background = background;
    }

    /// The steps of what is followed; empty while they are not there.
    public ReadOnlyObjectProperty<Optional<HopCourse>> courseProperty() {
        return course.getReadOnlyProperty();
    }

    /// Follows a dialog.
    ///
    /// @param isJudged whether the model fits the capture
    public void follow(HopNovelty novelty, int dialog, boolean isJudged) {
        Wanted now = new Wanted(novelty, dialog, isJudged);
        if (now.equals(wanted)) {
            return;
        }
        wanted = now;
        readTimes(novelty);
        if (novelty.units().index().messagesOf(dialog).length <= AT_ONCE) {
            show(now, DialogSteps.of(novelty, dialog));
        } else {
            course.set(Optional.empty());
            background.<DialogSteps>run(() -> DialogSteps.of(novelty, dialog),
                    steps -> steps.ifPresent(found -> show(now, found)));
        }
    }

    private void show(Wanted of, DialogSteps steps) {
        if (of.equals(wanted)) {
            course.set(Optional.of(new HopCourse(steps, times, of.isJudged())));
        }
    }

    /// Once for each detection; the dialogs that are followed meanwhile get them then.
    private void readTimes(HopNovelty novelty) {
        if (novelty == timed) {
            return;
        }
        timed = novelty;
        times = Optional.empty();
        background.<HopTimes>run(() -> HopTimes.of(novelty, RunMonitor.NONE), found -> {
            if (novelty == timed) {
                times = found;
                course.set(course.get().map(shown -> found.map(shown::with).orElse(shown)));
            }
        });
    }

    /// Follows nothing.
    public void followNothing() {
        wanted = null;
        course.set(Optional.empty());
    }
}
