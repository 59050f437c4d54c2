package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.prediction.course.Course;
import org.sipsleuth.view.sequence.prediction.course.CourseFollower;
import org.sipsleuth.view.sequence.prediction.course.DialogMessages;
import org.sipsleuth.view.sequence.prediction.course.Likely;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.sequence.prediction.hop.HopCourse;
import org.sipsleuth.view.sequence.prediction.hop.HopFollower;
import org.sipsleuth.view.sequence.prediction.hop.HopMoment;

/// What the model in use says at the current message.
final class PredictionViewModel {

    /// How many next messages are shown.
    static final int MOST_LIKELY = 3;

    private final ObservableValue<Optional<SequenceModel>> model;
    private final ObservableValue<Optional<JudgedDialogs>> judged;
    private final ObservableValue<Optional<SequenceDetection>> found;
    private final CourseFollower follower;
    private final HopFollower hops;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(PanelState.Nothing.NO_MODEL);
    private final ReadOnlyObjectWrapper<List<Likely>> likely = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable SipIndex index;
    private @Nullable DialogMessages messages;
    private int message = -1;

    /// @param model the model in use
    /// @param found what it found in the capture, whether it fits or not
    /// @param judged the same, with the dialogs that it judges; empty where it fits no network
    PredictionViewModel(ObservableValue<Optional<SequenceModel>> model,
            ObservableValue<Optional<SequenceDetection>> found, ObservableValue<Optional<JudgedDialogs>> judged,
            CourseFollower.Background background) {
        this.model = model;
        this.found = found;
        this.judged = judged;
        follower = new CourseFollower(background);
        hops = new HopFollower(background);
        follower.courseProperty().subscribe(_ -> update());
        follower.failedProperty().subscribe(_ -> update());
        model.subscribe(_ -> modelChanged());
        found.subscribe(_ -> update());
        judged.subscribe(_ -> update());
        hops.courseProperty().subscribe(_ -> show());
    }

    /// The steps of the dialog on its hops; empty while they are not there.
    ReadOnlyObjectProperty<Optional<HopCourse>> hopsProperty() {
        return hops.courseProperty();
    }

    /// What is shown.
    ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Which messages are likely to come after the current one, the likeliest first.
    ReadOnlyObjectProperty<List<Likely>> likelyProperty() {
        return likely.getReadOnlyProperty();
    }

    /// Follows the dialog of this message, up to it.
    void follow(SipIndex snapshot, int current) {
        int dialog = snapshot.messages().dialog(current);
        boolean isOther = !snapshot.equals(index) || messages == null || messages.dialog() != dialog;
        index = snapshot;
        message = current;
        if (isOther) {
            followDialog(dialog);
        }
        update();
    }

    /// The snapshot that the current message is in, or null.
    @Nullable
    SipIndex index() {
        return index;
    }

    /// Follows nothing: no dialog is chosen.
    void showNothing() {
        index = null;
        messages = null;
        message = -1;
        follower.followNothing();
        update();
    }

    private void modelChanged() {
        SipIndex shown = index;
        if (shown != null && message >= 0) {
            followDialog(shown.messages().dialog(message));
        }
        update();
    }

    private void followDialog(int dialog) {
        Optional<SequenceModel> now = model.getValue();
        if (index == null || now.isEmpty()) {
            messages = null;
            follower.followNothing();
            return;
        }
        messages = DialogMessages.of(index, dialog, now.get().settings().messages());
        follower.follow(now.get(), messages);
    }

    private void followHops() {
        SipIndex shown = index;
        Optional<SequenceDetection> now = shown == null || message < 0 ? Optional.empty()
                : found.getValue()
                        .filter(detection -> detection.isOf(shown))
                        .filter(detection -> message < detection.index().messages().size());
        Optional<HopNovelty> novelty = now.flatMap(SequenceDetection::novelty).map(NoveltyDetection::novelty);
        if (shown == null || novelty.isEmpty()) {
            hops.followNothing();
        } else {
            int dialog = shown.messages().dialog(message);
            boolean isJudged = judged.getValue()
                    .filter(its -> now.get().equals(its.detection()))
                    .filter(its -> its.networks().test(dialog))
                    .isPresent();
            hops.follow(now.get(), novelty.get(), dialog, isJudged);
        }
    }

    private void update() {
        followHops();
        show();
    }

    private void show() {
        PanelState now = stateNow();
        state.set(now);
        likely.set(switch (now) {
            case PanelState.Shown(Moment moment, _, Optional<HopMoment> hop) ->
                    hop.map(step -> step.likely(MOST_LIKELY)).orElseGet(() -> moment.likely(MOST_LIKELY));
            case PanelState.Nothing _ -> List.of();
        });
    }

    private PanelState stateNow() {
        if (model.getValue().isEmpty()) {
            return PanelState.Nothing.NO_MODEL;
        }
        DialogMessages shown = messages;
        if (shown == null || message < 0) {
            return PanelState.Nothing.NO_DIALOG;
        }
        int place = shown.upTo(message);
        if (place == 0) {
            return PanelState.Nothing.NO_MESSAGE;
        }
        Course course = follower.courseProperty().get();
        if (follower.failedProperty().get()) {
            return PanelState.Nothing.FAILED;
        }
        if (course == null || course.steps().size() < place) {
            return PanelState.Nothing.WORKING;
        }
        Moment moment = new Moment(course, place, !shown.has(message));
        return new PanelState.Shown(moment, verdict(moment), hop());
    }

    private Optional<HopMoment> hop() {
        return hops.courseProperty()
                .get()
                .filter(course -> course.steps().place(message) > 0)
                .map(course -> new HopMoment(course, message));
    }

    /// Of a model that knows whole dialogs only; one that knows hops judges by them.
    private Optional<PrefixVerdict> verdict(Moment moment) {
        SipIndex shown = index;
        int dialog = moment.course().messages().dialog();
        return judged.getValue()
                .filter(its -> its.detection().novelty().isEmpty())
                .filter(its -> its.detection().model().equals(moment.course().model()))
                .filter(its -> shown != null && its.detection().isOf(shown))
                .filter(its -> dialog < its.detection().index().dialogs().size())
                .filter(its -> its.networks().test(dialog))
                .map(_ -> PrefixVerdict.of(moment));
    }
}
