package org.sipsleuth.view.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.session.LabMode;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lab that the window is about, whose answers are saved after each change. Used on the JavaFX
/// thread.
public final class LabDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LabDesk.class);

    /// Pages of what detectors find. Empty ones would state that nothing is found.
    private static final Set<String> DETECTION =
            Set.of("overview", "unknown", "floods", "anomalies", "beliefs", "social", "triage", "edge");

    private final Executor disk;
    private final ReadOnlyObjectWrapper<Optional<LabSession>> session = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LabScore>> score = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> question = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<LabSession> changed = _ -> {};
    private Runnable turned = () -> {};

    /// @param disk one thread: saves answers in their order
    public LabDesk(Executor disk) {
        this.disk = disk;
    }

    /// The lab at hand, in progress or handed in.
    public ReadOnlyObjectProperty<Optional<LabSession>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /// How it was marked, once it is handed in.
    ReadOnlyObjectProperty<Optional<LabScore>> scoreProperty() {
        return score.getReadOnlyProperty();
    }

    /// The id of the question that is being answered; empty for none.
    ReadOnlyObjectProperty<String> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// Why answers could not be saved or marked.
    ReadOnlyObjectProperty<Optional<String>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// Calls back after each change of an answer or a hint.
    void onChanged(Consumer<LabSession> listener) {
        changed = listener;
    }

    /// The lab in progress.
    public Optional<LabSession> inProgress() {
        return session.get().filter(its -> !its.isHandedIn());
    }

    /// Calls back when it turns to another lab, which begins without what was set before.
    public void onTurned(Runnable listener) {
        turned = listener;
    }

    /// Turns to a lab, or to none. The same lab again stays as it is, with all that is not saved yet,
    /// unless its file could not be read.
    public void use(Optional<LabSession> next) {
        if (next.filter(this::isAtHand).isPresent()) {
            return;
        }
        boolean isOther = next.filter(this::isFolderAtHand).isEmpty() && next.isPresent();
        inProgress().ifPresent(left -> {
            left.pause();
            save(left, () -> {});
        });
        next.filter(its -> !its.isHandedIn()).ifPresent(LabSession::goOn);
        score.set(Optional.empty());
        question.set(next.map(its -> its.lab().questions().getFirst().id()).orElse(""));
        session.set(next);
        fault.set(next.flatMap(LabTexts::damage));
        next.filter(LabSession::isHandedIn).ifPresent(this::mark);
        if (isOther) {
            turned.run();
        }
    }

    private boolean isAtHand(LabSession other) {
        return session.get().filter(its -> its.damage().isEmpty()).isPresent() && isFolderAtHand(other);
    }

    private boolean isFolderAtHand(LabSession other) {
        return session.get().filter(its -> its.folder().folder().equals(other.folder().folder())).isPresent();
    }

    /// Turns to a question.
    void choose(String id) {
        question.set(id);
    }

    /// Turns to the question after the one at hand, or before it.
    boolean step(int by) {
        List<Question> all = session.get().map(its -> its.lab().questions()).orElse(List.of());
        int place = all.stream().map(Question::id).toList().indexOf(question.get()) + by;
        if (place < 0 || place >= all.size()) {
            return false;
        }
        question.set(all.get(place).id());
        return true;
    }

    /// Takes an answer.
    void answer(String id, String text) {
        inProgress().filter(its -> !its.answer(id).equals(text)).ifPresent(its -> {
            its.setAnswer(id, text);
            save(its, () -> {});
            changed.accept(its);
        });
    }

    /// Opens the next hint.
    void openHint(String id) {
        inProgress().ifPresent(its -> {
            its.openHint(id);
            save(its, () -> {});
            changed.accept(its);
        });
    }

    /// Hands the lab in.
    ///
    /// @param then is called once that is on disk: nothing is hidden any more
    void handIn(Runnable then) {
        inProgress().filter(its -> its.damage().isEmpty()).ifPresent(its -> {
            its.handIn();
            session.set(Optional.empty());
            session.set(Optional.of(its));
            save(its, then);
            mark(its);
        });
    }

    private void mark(LabSession its) {
        RunTask<LabScore> task = new RunTask<>(monitor -> scored(its, monitor));
        task.setOnSucceeded(_ -> {
            if (session.get().filter(its::equals).isPresent()) {
                score.set(Optional.of(task.getValue()));
            }
        });
        task.setOnFailed(_ -> failed(task.getException()));
        task.start();
    }

    /// The score of a lab that is handed in, by the key beside it if there is one.
    static LabScore scored(LabSession its, RunMonitor monitor) throws IOException {
        return its.score(its.folder().key(), monitor);
    }

    private void save(LabSession its, Runnable then) {
        if (its.damage().isPresent()) {
            return; // the file may be repaired
        }
        HandIn now = its.snapshot();
        Path file = its.folder().folder().resolve(HandIn.FILE);
        RunTask<Boolean> task = new RunTask<>(_ -> {
            now.write(file, OutputRules.CONFIRMED);
            return true;
        });
        task.setOnSucceeded(_ -> {
            fault.set(Optional.empty());
            then.run();
        });
        task.setOnFailed(_ -> failed(task.getException()));
        disk.execute(task);
    }

    private void failed(Throwable cause) {
        FailureLog.warn(LOG, "Answers of a lab", cause);
        fault.set(Optional.of(LabTexts.failure(cause)));
    }

    /// Whether the window must not state this now.
    public boolean hides(HiddenFact fact) {
        return inProgress().filter(its -> its.hides(fact)).isPresent();
    }

    /// Whether a page would state an answer now.
    public boolean isLocked(String page) {
        return inProgress()
                .filter(its -> its.isLocked(page)
                        || (DETECTION.contains(page) && LabMode.concealed(its::hides).contains(Concealed.FINDINGS)))
                .isPresent();
    }
}
