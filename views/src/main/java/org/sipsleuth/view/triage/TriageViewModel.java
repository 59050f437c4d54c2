package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;

/// The queue of the open capture with the verdicts of the case, and the sequence that is looked at.
/// Used on the JavaFX thread.
final class TriageViewModel {

    /// How far the page is.
    enum Phase {
        NO_CAPTURE, RUNNING, NOTHING_UNKNOWN, KNOWN, FAILED
    }

    /// A verdict that can be given on further rows of the same cause.
    ///
    /// @param rows the steps of these rows
    record Offer(List<Subject> rows, Scope scope, Judgement judgement, String note) {
        Offer {
            rows = List.copyOf(rows);
        }
    }

    private final CaseModel cases;
    private final ObservableValue<Optional<Investigation>> found;
    private final ObservableValue<SessionState> session;
    private final Latest<TriageQueue> queues;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<Optional<TriageQueue>> queue = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<JudgedRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<JudgedRow>> current = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Scope.Kind> scope = new SimpleObjectProperty<>(Scope.Kind.SENDERS);
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Verdict>> undone = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Latest<TriageDetails> looks;
    private final ReadOnlyObjectWrapper<Optional<TriageDetails>> details =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SipIndex>> index = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BaselineRun baseline;
    private final Methods methods;
    private final String program;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private Optional<SequenceDetection> detection = Optional.empty();
    private Optional<Investigation> joined = Optional.empty();
    private Optional<JudgedQueue> judged = Optional.empty();

    TriageViewModel(ObservableValue<SessionState> session, ObservableValue<Optional<Investigation>> found,
            CaseModel cases, Methods methods, String program, Executor training, Executor background) {
        this.session = session;
        this.found = found;
        this.cases = cases;
        this.methods = methods;
        this.program = program;
        baseline = new BaselineRun(training);
        queues = new Latest<>(background, this::show, () -> phase.set(Phase.FAILED));
        looks = new Latest<>(background, sequence -> details.set(Optional.of(sequence)), () -> {});
        session.subscribe(_ -> refresh());
        found.subscribe(_ -> refresh());
        cases.openProperty().subscribe((before, now) -> {
            boolean isOther = before.isPresent() && !before.map(OpenCase::file).equals(now.map(OpenCase::file));
            if (isOther) {
                forget();
            }
            showRows();
        });
        current.subscribe((before, now) -> {
            boolean isOther = now.filter(row -> before.filter(row::isSame).isEmpty()).isPresent();
            if (isOther) {
                scope.set(Scope.Kind.SENDERS); // nothing is decided more widely than was asked for
            }
            look();
        });
    }

    void show(SipIndex now) {
        index.set(Optional.of(now));
        refresh();
    }

    void showNothing() {
        index.set(Optional.empty());
        detection = Optional.empty();
        joined = Optional.empty();
        queues.stop();
        looks.stop();
        baseline.stop();
        forget();
        details.set(Optional.empty());
        queue.set(Optional.empty());
        phase.set(Phase.NO_CAPTURE);
        showRows();
    }

    private void refresh() {
        if (index.get().isEmpty()) {
            return;
        }
        checkBaseline();
        Optional<DetectorStatus> status = session.getValue().status(SequenceModel.KIND);
        Optional<SequenceDetection> its = status.flatMap(DetectorStatus::detection)
                .filter(SequenceDetection.class::isInstance)
                .map(SequenceDetection.class::cast)
                .filter(each -> each.isOf(index.get().orElseThrow()));
        Optional<Investigation> investigation =
                found.getValue().filter(each -> Detection.isSame(each.index(), index.get().orElseThrow()));
        if (its.isEmpty()) {
            phase.set(
                    status.filter(DetectorStatus.Failed.class::isInstance).isPresent() ? Phase.FAILED : Phase.RUNNING);
        } else if (session.getValue().isRunning()) { // the queue is made once, when all have looked
            if (queue.get().isEmpty()) {
                phase.set(Phase.RUNNING);
            }
        } else if (!its.equals(detection) || !investigation.equals(joined)) {
            detection = its;
            joined = investigation;
            SequenceDetection of = its.get();
            Investigation all = investigation.orElseGet(() -> Investigation.of(of.index(), List.of()));
            IntPredicate judged = investigation.map(known -> known.judged(of.origin())).orElse(_ -> true);
            if (queue.get().isEmpty()) {
                phase.set(Phase.RUNNING);
            }
            queues.compute(monitor -> TriageQueue.of(of, judged, all, monitor));
        }
    }

    private void show(TriageQueue its) {
        boolean isOther = queue.get().filter(old -> Detection.isSame(old.index(), its.index())).isEmpty();
        if (isOther) {
            current.set(Optional.empty()); // begins with the first that is undecided
            forget();
        }
        queue.set(Optional.of(its));
        phase.set(its.items().isEmpty() ? Phase.NOTHING_UNKNOWN : Phase.KNOWN);
        showRows();
    }

    /// What was said about the last verdict is about another capture.
    private void forget() {
        offer.set(Optional.empty());
        undone.set(Optional.empty());
    }

    /// Those to be decided first, in the order of the queue; the decided ones below. The current row
    /// stays the current one, wherever it is now.
    private void showRows() {
        Optional<JudgedRow> looked = current.get();
        Verdicts verdicts = cases.openProperty().get().map(OpenCase::verdicts).orElse(new Verdicts(List.of()));
        judged = queue.get().map(its -> JudgedQueue.of(its, verdicts));
        List<JudgedRow> now = judged.map(JudgedQueue::toDecide).orElse(List.of());
        Optional<JudgedRow> wanted = now.stream()
                .filter(row -> looked.filter(row::isSame).isPresent())
                .findFirst()
                .or(() -> now.stream().findFirst());
        current.set(wanted);
        rows.setAll(now);
        checkBaseline();
    }

    /// The rows that can be added to the baseline: safe for all hosts that have them.
    List<TriageItem> safe() {
        return rows.stream().filter(JudgedRow::isSafe).map(JudgedRow::item).toList();
    }

    /// The dialogs that can be: those all of whose rows are safe.
    private BitSet safeDialogs() {
        return judged.map(JudgedQueue::safeDialogs).orElse(new BitSet());
    }

    /// What is computed of another model or of other verdicts than those of now is forgotten.
    private void checkBaseline() {
        boolean isFinished = session.getValue().index().isPresent() && !session.getValue().isRunning();
        BitSet safe = safeDialogs();
        obstacle.set(!isFinished ? text("triage.baseline.wait") : safe.isEmpty() ? text("triage.baseline.none") : "");
        Optional<BaselineEffect.Request> asked = switch (baseline.stateProperty().get()) {
            case BaselineRun.State.Running(var request) -> Optional.of(request);
            case BaselineRun.State.Known(var request, _, _) -> Optional.of(request);
            case BaselineRun.State.Idle _,BaselineRun.State.Failed _ -> Optional.empty();
        };
        boolean isOther = asked.filter(predecessor -> !predecessor.dialogs().equals(safe)
                || inUse().filter(predecessor.detection()::equals).isEmpty()).isPresent();
        if (isOther) {
            baseline.stop();
        }
    }

    /// What the model in use has found, if it has ended.
    private Optional<SequenceDetection> inUse() {
        return session.getValue()
                .status(SequenceModel.KIND)
                .filter(DetectorStatus.Finished.class::isInstance)
                .flatMap(DetectorStatus::detection)
                .filter(SequenceDetection.class::isInstance)
                .map(SequenceDetection.class::cast);
    }

    /// Computes what changes if the safe dialogs are added to the baseline, where nothing stands
    /// in the way.
    void addToBaseline() {
        checkBaseline();
        Optional<SequenceDetection> its = inUse();
        if (!obstacle.get().isEmpty() || its.isEmpty() || queue.get().isEmpty()) {
            return;
        }
        baseline.start(new BaselineEffect.Request(queue.get().get(), safe(), safeDialogs(), its.get(),
                session.getValue().detections(), methods, program, Instant.now()));
    }

    /// Attaches a model to the open case, if there is one that can be changed.
    ///
    /// @param then gets the name of the case once the model is on the disk
    void attach(SequenceModel model, String file, Consumer<String> then) {
        cases.openProperty()
                .get()
                .filter(each -> each.obstacle().isEmpty())
                .ifPresent(openCase -> cases.attach(Attachment.Kind.MODEL, file, () -> model.file().toBytes(),
                        () -> then.accept(openCase.name())));
    }

    /// What is computed about the baseline.
    BaselineRun baseline() {
        return baseline;
    }

    /// Why nothing can be added to the baseline now; empty if something can.
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// Gathers what is shown about the current sequence, unless that is known.
    private void look() {
        Optional<TriageItem> item = current.get().map(JudgedRow::item);
        if (item.isEmpty() || queue.get().isEmpty()) {
            looks.stop();
            details.set(Optional.empty());
        } else if (details.get().filter(details -> details.item().equals(item.get())).isEmpty()) {
            TriageQueue from = queue.get().get();
            Optional<Investigation> all = joined;
            looks.replace(monitor -> TriageDetails.of(from, item.get(), all, monitor));
        }
    }

    /// What is known about the current sequence; that of another one for a moment after a change.
    ReadOnlyObjectProperty<Optional<TriageDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// How far the page is.
    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The open capture.
    ReadOnlyObjectProperty<Optional<SipIndex>> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /// The queue of the capture.
    Optional<TriageQueue> queue() {
        return queue.get();
    }

    /// The incidents of the capture that have no row in the queue.
    List<Incident> incidentsWithoutRow() {
        return queue.get()
                .map(its -> its.withoutRow(joined.map(Investigation::incidents).orElse(List.of())))
                .orElse(List.of());
    }

    /// Its sequences.
    ObservableList<JudgedRow> rows() {
        return rows;
    }

    /// The one that is looked at.
    ObjectProperty<Optional<JudgedRow>> currentProperty() {
        return current;
    }

    /// The open case.
    ReadOnlyObjectProperty<Optional<OpenCase>> caseProperty() {
        return cases.openProperty();
    }

    /// Why nothing could be saved; empty if it could.
    ObservableValue<String> problemProperty() {
        return cases.problemProperty();
    }

    /// How the model fits the capture, if that is known and it does not.
    Optional<ModelFit> misfit() {
        return joined.stream()
                .flatMap(investigation -> investigation.fits().stream())
                .filter(fit -> fit.origin().detector().equals(SequenceModel.KIND) && !fit.fits())
                .findFirst();
    }

    /// How many sequences are not decided.
    int left() {
        return rows.size() - decided();
    }

    /// How many sequences are decided.
    int decided() {
        return (int) rows.stream().filter(JudgedRow::isDecided).count();
    }

    /// Whether what is known about the current row is shown, so that it can be judged.
    boolean isLookedAt() {
        return current.get()
                .filter(row -> details.get().filter(its -> its.item().equals(row.item())).isPresent())
                .isPresent();
    }

    /// For whose requests verdicts are given: which hosts these are depends on the row.
    ObjectProperty<Scope.Kind> scopeProperty() {
        return scope;
    }

    /// The scope of a verdict on a row.
    Scope scope(JudgedRow row) {
        return row.scope(scope.get(), cases.analyst());
    }

    /// The verdict that can be given on further rows.
    ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /// The verdict that was undone last, until another one is given.
    ReadOnlyObjectProperty<Optional<Verdict>> undoneProperty() {
        return undone.getReadOnlyProperty();
    }

    /// Decides about the current row, and goes on to the next that is undecided.
    void decide(Judgement judgement, String note) {
        if (!isLookedAt()) {
            return;
        }
        JudgedRow row = current.get().orElseThrow();
        Scope its = scope(row);
        decide(row, its, judgement, note);
        undone.set(Optional.empty());
        List<Subject> siblings = judged.stream()
                .flatMap(each -> each.siblings(row, its).stream())
                .map(JudgedRow::subject)
                .distinct()
                .toList();
        offer.set(siblings.isEmpty() ? Optional.empty() : Optional.of(new Offer(siblings, its, judgement, note)));
        next();
    }

    private void decide(JudgedRow row, Scope its, Judgement judgement, String note) {
        SipIndex index = queue.get().orElseThrow().index();
        int message = row.message(its);
        cases.decide(row.subject(), its, judgement, note, index, message);
    }

    /// Decides the same about the other rows of the cause.
    void decideSiblings() {
        offer.get().ifPresent(same -> {
            for (Subject step : same.rows()) {
                rows.stream()
                        .filter(row -> row.subject().equals(step))
                        .findFirst()
                        .ifPresent(row -> decide(row, same.scope(), same.judgement(), same.note()));
            }
            Optional<JudgedRow> now = current.get();
            offer.set(Optional.empty());
            if (now.filter(row -> same.rows().contains(row.subject())).isPresent()) {
                next(same.rows());
            }
        });
    }

    /// Undoes the analyst's last verdict, and goes to the row that it was about.
    void undo() {
        cases.undo(verdict -> {
            offer.set(Optional.empty());
            rows.stream()
                    .filter(row -> row.isAbout(verdict))
                    .max(Comparator.comparingInt(row -> nearness(row, verdict)))
                    .ifPresent(row -> current.set(Optional.of(row)));
            undone.set(Optional.of(verdict));
        });
    }

    /// How sure it is that a verdict was given on a row, where several networks have its step: it
    /// holds for the row, and names one of its dialogs.
    private int nearness(JudgedRow row, Verdict verdict) {
        boolean isHeld = row.coverage(verdict.scope().orElse(Scope.EVERYWHERE)).dialogs() > 0;
        boolean isPlaced = verdict.place()
                .filter(seen -> index.get()
                        .filter(open -> row.item().dialogs().contains(open.dialogs().find(seen.callId())))
                        .isPresent())
                .isPresent();
        return (isPlaced ? 2 : 0) + (isHeld ? 1 : 0);
    }

    /// Goes on to the next row that is undecided, from the first again after the last.
    void next() {
        next(List.of());
    }

    /// @param decided steps that count as decided
    private void next(List<Subject> decided) {
        int from = place();
        for (int step = 1; step <= rows.size(); step++) {
            JudgedRow row = rows.get(Math.floorMod(from + step, rows.size()));
            if (!row.isDecided() && !isCurrent(row) && !decided.contains(row.subject())) {
                current.set(Optional.of(row));
                return;
            }
        }
    }

    /// Goes to the row above.
    void previous() {
        int from = place();
        if (from > 0) {
            current.set(Optional.of(rows.get(from - 1)));
        }
    }

    private int place() {
        return IntStream.range(0, rows.size()).filter(at -> isCurrent(rows.get(at))).findFirst().orElse(-1);
    }

    private boolean isCurrent(JudgedRow row) {
        return current.get().filter(row::isSame).isPresent();
    }
}
