package org.sipsleuth.view.sequence.prediction.course;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.corpus.Folding;
import org.sipsleuth.sequence.known.Neighbour;

/// Keeps the course of the dialog that is looked at. What takes but a moment is worked out at once;
/// the rest elsewhere, piece by piece, each shown when it is there.
public final class CourseFollower {

    /// What takes longer is done elsewhere: a frame has 16 ms.
    private static final double AT_ONCE_NANOS = 3e6;

    /// How long a piece of work takes elsewhere, about.
    private static final double PIECE_NANOS = 1e8;

    /// Runs a piece of work elsewhere, then gives its result back on the calling thread; gives
    /// nothing if the work failed.
    public interface Background {
        <T> void run(Supplier<T> work, Consumer<Optional<T>> then);
    }

    private record Wanted(SequenceModel model, DialogMessages messages) {}

    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Course> course = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private @Nullable Wanted wanted;
    private @Nullable CourseReader reader;
    private boolean running;

    public CourseFollower(Background background) {
        this.background = background;
    }

    /// The course so far, or null if nothing is followed or nothing of it is known yet.
    public ReadOnlyObjectProperty<@Nullable Course> courseProperty() {
        return course.getReadOnlyProperty();
    }

    /// Whether the work on what is followed failed, which the log reports.
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// Follows this dialog with this model; the same dialog with more messages goes on.
    public void follow(SequenceModel model, DialogMessages messages) {
        Course now = course.get();
        boolean isSame = now != null && now.model().equals(model) && now.messages().dialog() == messages.dialog()
                && startsWith(messages.types(), now.messages().types());
        wanted = new Wanted(model, messages);
        failed.set(false);
        if (!isSame) {
            course.set(null);
        }
        work();
    }

    /// Follows nothing.
    public void followNothing() {
        wanted = null;
        failed.set(false);
        course.set(null);
    }

    private static boolean startsWith(List<String> longer, List<String> types) {
        return types.size() <= longer.size() && types.equals(longer.subList(0, types.size()));
    }

    private void work() {
        Wanted now = wanted;
        if (running || now == null) {
            return;
        }
        List<String> types = now.messages().types();
        if (reader == null || !reader.isContinuedBy(now.model(), types)) {
            reader = new CourseReader(now.model());
        }
        CourseReader reading = reader;
        double nanos = CourseReader.nanosAStep(now.model().network());
        int left = types.size() - reading.size();
        if (left * nanos <= AT_ONCE_NANOS) {
            show(now, reading.read(types, left));
            return;
        }
        int piece = Math.max(1, (int) (PIECE_NANOS / nanos));
        running = true;
        background.<List<PredictionStep>>run(() -> reading.read(types, piece), steps -> finished(now, steps));
    }

    private void finished(Wanted asked, Optional<List<PredictionStep>> steps) {
        running = false;
        Wanted now = wanted;
        if (steps.isEmpty()) {
            reader = null; // what it has read is not sure
            if (asked.equals(now)) {
                wanted = null;
                failed.set(true);
            }
        } else if (now != null && isOf(asked, now)) {
            show(now, steps.get());
            if (steps.get().size() == now.messages().size()) {
                return;
            }
        }
        work();
    }

    /// Whether what was worked out for the first is true of the second.
    private static boolean isOf(Wanted asked, Wanted now) {
        return asked.model().equals(now.model()) && asked.messages().dialog() == now.messages().dialog()
                && startsWith(now.messages().types(), asked.messages().types());
    }

    private void show(Wanted now, List<PredictionStep> steps) {
        Course before = course.get();
        Leaders kept = before == null ? Leaders.none() : before.leaders();
        Optional<Neighbour> nearest =
                before != null && before.messages().size() == now.messages().size() ? before.nearest()
                        : Optional.empty();
        Course fresh = new Course(now.model(), now.messages(), steps, Leaders.of(steps, kept), nearest);
        course.set(fresh);
        if (fresh.isWhole() && !fresh.isObserved() && nearest.isEmpty() && !steps.isEmpty()) {
            findNearest(fresh);
        }
    }

    private void findNearest(Course whole) {
        SequenceModel model = whole.model();
        List<String> types = whole.messages().types();
        background.<List<Neighbour>>run(() -> {
            boolean folds = !model.settings().messages().repeats();
            return model.known().nearest().of(folds ? Folding.of(types) : types, 1);
        }, found -> {
            Course now = course.get();
            if (now != null && now.messages().equals(whole.messages()) && found.isPresent() && !found.get().isEmpty()) {
                course.set(now.with(found.get().getFirst()));
            }
        });
    }
}
