package org.sipsleuth.view.sequence.prediction.hop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopTimes;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.triage.Departure;
import org.sipsleuth.triage.Departures;
import org.sipsleuth.view.sequence.prediction.course.CourseFollower;

/// Keeps the steps of the dialog that is looked at. Those of a short one are worked out at once,
/// all else elsewhere.
public final class HopFollower {

    /// The steps of so many messages take less than a part of a frame.
    private static final int AT_ONCE = 500;

    private final CourseFollower.Background background;
    private final ReadOnlyObjectWrapper<Optional<HopCourse>> course = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Wanted wanted;
    private @Nullable Reading reading;

    private record Wanted(HopNovelty novelty, int dialog, boolean isJudged) {}

    /// What is worked out once for each detection, when a dialog first needs it. Any thread.
    private static final class Reading {
        private final SequenceDetection detection;
        private final HopNovelty novelty;
        private final Map<Integer, HopTimes> ofNetworks = new HashMap<>();
        private @Nullable Departures departures;

        Reading(SequenceDetection detection, HopNovelty novelty) {
            this.detection = detection;
            this.novelty = novelty;
        }

        synchronized HopCourse read(Wanted of) {
            Departures all = departures;
            if (all == null) {
                all = Departures.of(detection, RunMonitor.NONE);
                departures = all;
            }
            int network = detection.index().dialogs().coverageOf(of.dialog());
            HopTimes times = ofNetworks.computeIfAbsent(network, each -> HopTimes.of(novelty, each, RunMonitor.NONE));
            return new HopCourse(DialogSteps.of(novelty, of.dialog()), all.of(of.dialog(), of.isJudged()),
                    Optional.of(times), of.isJudged());
        }
    }

    public HopFollower(CourseFollower.Background background) {
        this.background = background;
    }

    /// The steps of what is followed; empty while they are not there.
    public ReadOnlyObjectProperty<Optional<HopCourse>> courseProperty() {
        return course.getReadOnlyProperty();
    }

    /// Follows a dialog.
    ///
    /// @param novelty that of the detection
    /// @param isJudged whether the model fits the network of the dialog
    public void follow(SequenceDetection detection, HopNovelty novelty, int dialog, boolean isJudged) {
        Wanted now = new Wanted(novelty, dialog, isJudged);
        if (now.equals(wanted)) {
            return;
        }
        wanted = now;
        course.set(novelty.units().index().messagesOf(dialog).length <= AT_ONCE ? Optional.of(atOnce(now))
                : Optional.empty());
        Reading its = reading == null || reading.novelty != novelty ? new Reading(detection, novelty) : reading;
        reading = its;
        background.<HopCourse>run(() -> its.read(now), found -> {
            if (now.equals(wanted) && found.isPresent()) {
                course.set(found);
            }
        });
    }

    /// Without what takes longer: times and problems.
    private static HopCourse atOnce(Wanted of) {
        DialogSteps steps = DialogSteps.of(of.novelty(), of.dialog());
        List<Departure> departures = steps.listed()
                .filter(_ -> of.isJudged())
                .map(step -> List.<Departure>of(new Departure.OfStep(step)))
                .orElse(List.of());
        return new HopCourse(steps, departures, Optional.empty(), of.isJudged());
    }

    /// Follows nothing.
    public void followNothing() {
        wanted = null;
        course.set(Optional.empty());
    }
}
