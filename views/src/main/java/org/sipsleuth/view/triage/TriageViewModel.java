package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
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
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.triage.TriageItem;
import org.sipsleuth.sequence.triage.TriageQueue;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
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

    private final CaseModel cases;
    private final ObservableValue<Optional<Investigation>> found;
    private final ObservableValue<SessionState> session;
    private final Latest<TriageQueue> queues;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<Optional<TriageQueue>> queue = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<TriageRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<TriageRow>> current = new SimpleObjectProperty<>(Optional.empty());
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
        cases.openProperty().subscribe(_ -> showRows());
        current.subscribe(_ -> look());
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
        } else if (!its.equals(detection) || !investigation.equals(joined)) {
            detection = its;
            joined = investigation;
            SequenceDetection of = its.get();
            var incidents = investigation.map(Investigation::incidents).orElse(List.of());
            IntPredicate judged = investigation.map(known -> known.judged(of.origin())).orElse(_ -> true);
            if (queue.get().isEmpty()) {
                phase.set(Phase.RUNNING);
            }
            queues.compute(monitor -> TriageQueue.of(of, judged, incidents, monitor));
        }
    }

    private void show(TriageQueue its) {
        boolean isOther = queue.get().filter(old -> Detection.isSame(old.index(), its.index())).isEmpty();
        if (isOther) {
            current.set(Optional.empty()); // begins with the first that is undecided
        }
        queue.set(Optional.of(its));
        phase.set(its.items().isEmpty() ? Phase.NOTHING_UNKNOWN : Phase.KNOWN);
        showRows();
    }

    /// Those to be decided first, in the order of the queue; the decided ones below.
    private void showRows() {
        Optional<String> looked = current.get().map(row -> row.item().sequence());
        Map<Subject, List<Verdict>> verdicts = cases.openProperty()
                .get()
                .map(openCase -> openCase.verdicts().standing())
                .orElse(List.of())
                .stream()
                .collect(Collectors.groupingBy(Verdict::subject));
        List<TriageRow> now = queue.get()
                .map(TriageQueue::items)
                .orElse(List.of())
                .stream()
                .map(item -> new TriageRow(item, verdicts.getOrDefault(Subject.sequence(item.sequence()), List.of())))
                .sorted(Comparator.comparing(TriageRow::isDecided))
                .toList();
        rows.setAll(now);
        current.set(now.stream()
                .filter(row -> looked.filter(row.item().sequence()::equals).isPresent())
                .findFirst()
                .or(() -> now.stream().findFirst()));
        checkBaseline();
    }

    /// The sequences of the queue that can be added to the baseline: all analysts who judged them
    /// did so as safe.
    List<TriageItem> safe() {
        return rows.stream()
                .filter(TriageRow::isDecided)
                .filter(row -> row.verdicts().stream().allMatch(TriageViewModel::isSafe))
                .map(TriageRow::item)
                .toList();
    }

    private static boolean isSafe(Verdict verdict) {
        return verdict.judgement().filter(judgement -> judgement == Judgement.SAFE).isPresent();
    }

    /// What is computed of another model or of other verdicts than those of now is forgotten.
    private void checkBaseline() {
        boolean isFinished = session.getValue().index().isPresent() && !session.getValue().isRunning();
        List<TriageItem> safe = safe();
        obstacle.set(!isFinished ? text("triage.baseline.wait") : safe.isEmpty() ? text("triage.baseline.none") : "");
        Optional<BaselineEffect.Request> asked = switch (baseline.stateProperty().get()) {
            case BaselineRun.State.Running(var request) -> Optional.of(request);
            case BaselineRun.State.Known(var request, _, _) -> Optional.of(request);
            case BaselineRun.State.Idle _,BaselineRun.State.Failed _ -> Optional.empty();
        };
        boolean isOther = asked.filter(predecessor -> !sequences(predecessor.safe()).equals(sequences(safe))
                || inUse().filter(predecessor.detection()::equals).isEmpty()).isPresent();
        if (isOther) {
            baseline.stop();
        }
    }

    private static Set<String> sequences(List<TriageItem> items) {
        return items.stream().map(TriageItem::sequence).collect(Collectors.toUnmodifiableSet());
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

    /// Computes what changes if the safe sequences are added to the baseline, where nothing stands
    /// in the way.
    void addToBaseline() {
        checkBaseline();
        Optional<SequenceDetection> its = inUse();
        if (!obstacle.get().isEmpty() || its.isEmpty() || queue.get().isEmpty()) {
            return;
        }
        baseline.start(new BaselineEffect.Request(queue.get().get(), safe(), its.get(), session.getValue().detections(),
                methods, program, Instant.now()));
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

    /// Why no sequence can be added to the baseline now; empty if some can.
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// Gathers what is shown about the current sequence, unless that is known.
    private void look() {
        Optional<TriageItem> item = current.get().map(TriageRow::item);
        if (item.isEmpty() || queue.get().isEmpty()) {
            looks.stop();
            details.set(Optional.empty());
        } else if (details.get().filter(details -> details.item().equals(item.get())).isEmpty()) {
            TriageQueue from = queue.get().get();
            List<Finding> all = joined.map(Investigation::findings).orElse(List.of());
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

    /// Its sequences.
    ObservableList<TriageRow> rows() {
        return rows;
    }

    /// The one that is looked at.
    ObjectProperty<Optional<TriageRow>> currentProperty() {
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
        return (int) rows.stream().filter(TriageRow::isDecided).count();
    }

    /// Decides about the current sequence, and goes on to the next that is undecided.
    void decide(Judgement judgement, String note) {
        current.get().ifPresent(row -> {
            SipIndex its = queue.get().orElseThrow().index();
            int message = its.dialogs().firstMessage(row.item().dialogs().getFirst());
            cases.decide(Subject.sequence(row.item().sequence()), judgement, note, its, message);
            next();
        });
    }

    /// Undoes the analyst's last verdict.
    void undo() {
        cases.undo();
    }

    /// Goes on to the next sequence that is undecided, from the first again after the last.
    void next() {
        int from = place();
        for (int step = 1; step <= rows.size(); step++) {
            TriageRow row = rows.get(Math.floorMod(from + step, rows.size()));
            if (!row.isDecided() && !isCurrent(row)) {
                current.set(Optional.of(row));
                return;
            }
        }
    }

    /// Goes to the sequence above.
    void previous() {
        int from = place();
        if (from > 0) {
            current.set(Optional.of(rows.get(from - 1)));
        }
    }

    private int place() {
        return current.get()
                .map(row -> rows.stream().map(each -> each.item().sequence()).toList().indexOf(row.item().sequence()))
                .orElse(-1);
    }

    private boolean isCurrent(TriageRow row) {
        return current.get().filter(item -> item.item().sequence().equals(row.item().sequence())).isPresent();
    }
}
