package org.sipsleuth.view.belief.step;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.BeliefState;
import org.sipsleuth.view.belief.state.Beliefs;
import org.sipsleuth.view.belief.state.Believed;

/// Follows the message that the ladder stands at, with the periods and tables of the page. A result
/// that comes after the ladder went on is dropped.
final class StepModel {

    private final Beliefs beliefs;
    private final Background background;
    private final ReadOnlyObjectWrapper<StepState> state = new ReadOnlyObjectWrapper<>(StepState.Nothing.NO_MESSAGE);
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private @Nullable SipIndex index;
    private int message = -1;
    private Background.@Nullable Running running;

    StepModel(Beliefs beliefs, Background background) {
        this.beliefs = beliefs;
        this.background = background;
        beliefs.stateProperty().subscribe(_ -> form());
        seen.subscribe(_ -> form());
    }

    /// What is shown.
    ReadOnlyObjectProperty<StepState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether it is in view; nothing is worked out before.
    BooleanProperty seenProperty() {
        return seen;
    }

    /// Shows the source of this message from now on, up to the message.
    void follow(SipIndex shown, int current) {
        index = shown;
        message = current;
        form();
    }

    /// The ladder stands at no message.
    void followNothing() {
        index = null;
        form();
    }

    private void form() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        SipIndex shown = index;
        if (shown == null) {
            state.set(StepState.Nothing.NO_MESSAGE);
        } else if (seen.get()) {
            form(shown, message);
        }
    }

    private void form(SipIndex shown, int current) {
        BeliefState now = beliefs.stateProperty().get();
        Optional<Believed> all = now.believed().filter(believed -> has(believed, shown, current));
        if (all.isEmpty()) {
            boolean isHopeless = now instanceof BeliefState.Stopped || now instanceof BeliefState.Failed;
            state.set(isHopeless ? StepState.Nothing.UNKNOWN : StepState.Nothing.COUNTING);
            return;
        }
        Believed its = all.get();
        running = background.run(_ -> SourceStep.of(its, current), found -> show(found),
                _ -> state.set(StepState.Nothing.UNKNOWN));
    }

    /// Whether what is known has a message: it may be of a smaller part of a growing capture, but
    /// not of another capture.
    private static boolean has(Believed all, SipIndex shown, int message) {
        SipIndex known = all.counted().index();
        MessageTable messages = known.messages();
        return known.equals(shown) || (message < messages.size()
                && messages.capturedAtNanos(message) == shown.messages().capturedAtNanos(message)
                && messages.frame(message) == shown.messages().frame(message)
                && known.files().size() == shown.files().size()
                && known.files().getFirst().path().equals(shown.files().getFirst().path()));
    }

    private void show(Optional<SourceStep> found) {
        state.set(found.<StepState>map(StepState.Known::new).orElse(StepState.Nothing.SILENT));
    }
}
