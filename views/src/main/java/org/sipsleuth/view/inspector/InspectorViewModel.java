package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.inspector.Subject.Nothing;
import org.sipsleuth.view.inspector.Subject.Side;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;

/// What the inspector speaks of and says.
final class InspectorViewModel {

    private final SelectionModel selection;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.AUTOMATIC);
    private OptionalInt current = OptionalInt.empty();
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(new Nothing());
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(new Facts("", List.of()));
    private final ReadOnlyBooleanWrapper messageShown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ChosenDialog>> dialog = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable SipIndex index;
    private InspectorData data;

    /// The finding that a link led to, as long as what it chose is chosen.
    private Optional<Finding> pinned = Optional.empty();

    private Selection goal = Selection.NONE;

    /// The stream that the ladder stands at instead of a message.
    private Optional<MediaStream> stream = Optional.empty();

    /// @param methods whose findings are shown
    InspectorViewModel(SelectionModel selection, Methods methods) {
        this.selection = selection;
        data = InspectorData.nothing(methods);
        selection.selectionProperty().subscribe(this::choose);
        side.subscribe(() -> {
            pinned = Optional.empty();
            choose();
        });
    }

    /// Speaks of this index from now on; of none at all if it is null.
    void show(@Nullable SipIndex shown) {
        index = shown;
        pinned = Optional.empty();
        stream = Optional.empty();
        update(data.with(Optional.empty(), data.detections(), data.legs()));
    }

    /// Shows or hides the ground truth of dialogs and messages.
    void showTruth(Optional<IndexTruth> truth) {
        update(data.with(truth, data.detections(), data.legs()));
    }

    /// Shows what the methods found from now on.
    void showDetections(List<Detection> detections) {
        if (!detections.equals(data.detections())) {
            update(data.with(data.truth(), detections, data.legs()));
        }
    }

    /// Shows which dialogs are legs of one call.
    void showLegs(Optional<Legs> legs) {
        if (!legs.equals(data.legs())) {
            update(data.with(data.truth(), data.detections(), legs));
        }
    }

    /// Shows that these models do not fit the capture, whose findings are then not listed.
    void showMisfits(List<ModelFit> misfits) {
        if (!misfits.equals(data.misfits())) {
            update(data.with(misfits));
        }
    }

    /// Shows which incidents rest on dialogs.
    void showIncidents(DialogIncidents incidents) {
        if (!incidents.equals(data.incidents())) {
            update(data.with(incidents));
        }
    }

    private void update(InspectorData now) {
        data = now;
        subject.set(new Nothing());
        choose();
    }

    /// What is known of the subject beyond the capture.
    InspectorData data() {
        SipIndex shown = index;
        return shown == null ? InspectorData.nothing(data.methods()) : data.of(shown);
    }

    /// Follows a link.
    void go(Target target) {
        goal = target.in(selection.get());
        pinned = target.finding();
        selection.set(goal);
        choose();
    }

    /// The index that the subject belongs to.
    @Nullable
    SipIndex index() {
        return index;
    }

    /// The message that the ladder stands at, which is shown without being chosen.
    void showCurrent(OptionalInt message) {
        if (!message.equals(current)) {
            current = message;
            choose();
        }
    }

    /// The stream that the ladder stands at.
    void showStream(Optional<MediaStream> chosen) {
        if (!chosen.equals(stream)) {
            stream = chosen;
            pinned = Optional.empty();
            if (chosen.isPresent() && side.get() == Side.DIALOG) {
                side.set(Side.AUTOMATIC); // nothing else describes it
            }
            choose();
        }
    }

    /// Whether the message or stream is shown where its dialog is known as well.
    boolean isMessageSide() {
        return switch (side.get()) {
            case AUTOMATIC -> stream.isPresent() || !selection.get().messages().isEmpty();
            case MESSAGE -> messageShown.get();
            case DIALOG -> false;
        };
    }

    /// Which side is wanted where both the message and its dialog are known.
    ObjectProperty<Side> sideProperty() {
        return side;
    }

    /// Whether a message is chosen or shown by the ladder, so that there is a side to choose.
    ReadOnlyBooleanProperty messageShownProperty() {
        return messageShown.getReadOnlyProperty();
    }

    /// What it speaks of.
    ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /// One dialog of an index.
    record ChosenDialog(SipIndex index, int dialog) {}

    /// The dialog that is chosen, itself or by a message; empty unless it is one.
    ReadOnlyObjectProperty<Optional<ChosenDialog>> dialogProperty() {
        return dialog.getReadOnlyProperty();
    }

    /// What it says.
    ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Says this of the subject, unless another was chosen meanwhile.
    void say(Subject about, Facts known) {
        if (about.equals(subject.get())) {
            facts.set(known);
        }
    }

    /// Says that the subject can no longer be read.
    void sayUnreadable(Subject about) {
        say(about,
                new Facts.Collector().section("")
                        .warning("", text("inspector.unreadable"))
                        .facts(text("inspector.unreadable.title")));
    }

    /// The chosen message, else that of the ladder if it belongs to the chosen dialogs.
    private OptionalInt message(@Nullable SipIndex shown) {
        if (shown == null) {
            return OptionalInt.empty();
        }
        List<Integer> chosen = selection.get().messages();
        if (!chosen.isEmpty()) {
            return OptionalInt.of(chosen.getLast());
        }
        boolean isOfChosen = current.isPresent() && current.getAsInt() < shown.messages().size()
                && selection.get().dialogs().contains(shown.messages().dialog(current.getAsInt()));
        return isOfChosen ? current : OptionalInt.empty();
    }

    private Subject subject(OptionalInt message, SipIndex shown) {
        return message.isPresent() && isMessageSide() ? new Subject.OneMessage(message.getAsInt())
                : Subject.ofDialogs(selection.get(), shown);
    }

    private void choose() {
        SipIndex shown = index;
        OptionalInt message = message(shown);
        messageShown.set(message.isPresent());
        dialog.set(shown != null && Subject.ofDialogs(selection.get(), shown) instanceof Subject.OneDialog(int one)
                ? Optional.of(new ChosenDialog(shown, one))
                : Optional.empty());
        if (!selection.get().equals(goal)) {
            pinned = Optional.empty(); // something else was chosen
        }
        Subject chosen = shown == null ? new Nothing()
                : pinned.<Subject>map(Subject.OneFinding::new)
                        .or(() -> isMessageSide() ? stream.map(Subject.OneStream::new) : Optional.empty())
                        .orElseGet(() -> subject(message, shown));
        subject.set(chosen);
        if (chosen instanceof Nothing) {
            facts.set(new Facts("", List.of()));
        }
    }
}
