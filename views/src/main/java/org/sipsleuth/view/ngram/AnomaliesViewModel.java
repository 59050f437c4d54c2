package org.sipsleuth.view.ngram;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.ngram.detection.NgramDetection;
import org.sipsleuth.ngram.detection.NgramModel;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.ngram.message.MessagePair;
import org.sipsleuth.view.ngram.signature.MessageSets;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.chart.ScoreCounts;

/// What the page shows: the scored messages of the capture, those in the heat map, and the one that
/// is looked at. Used on the JavaFX thread.
final class AnomaliesViewModel {

    /// How far the detector is.
    enum Phase {
        NO_CAPTURE, RUNNING, NO_MESSAGES, KNOWN, STOPPED, FAILED
    }

    /// Which messages are in the heat map.
    enum Scope {
        ALL, SELECTION, CLUSTER
    }

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<Optional<ScoredMessages>> messages =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RankedRows>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> offset = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoreCounts>> counts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
    private final DoubleProperty threshold = new SimpleDoubleProperty(1);
    private final Latest<NgramScored> prepared;
    private final Latest<RankedRows> ranked;
    private final Latest<Details> explained;
    private final Latest<ScoreCounts> counted;
    private Optional<IndexTruth> truth = Optional.empty();
    private Optional<NgramDetection> detection = Optional.empty();
    private boolean isChoosing;
    private int wanted = -1;

    AnomaliesViewModel(SelectionModel selection, Executor background) {
        this.selection = selection;
        prepared = new Latest<>(background, scores -> show(Phase.KNOWN, Optional.of(scores)),
                () -> phase.set(Phase.FAILED));
        ranked = new Latest<>(background, this::showRows, () -> phase.set(Phase.FAILED));
        explained = new Latest<>(background, message -> details.set(Optional.of(message)),
                () -> details.set(Optional.empty()));
        counted =
                new Latest<>(background, scores -> counts.set(Optional.of(scores)), () -> counts.set(Optional.empty()));
        selection.selectionProperty().addListener((_, old, now) -> follow(old, now));
        scope.subscribe(_ -> rank());
    }

    /// Follows the n-gram detector.
    void follow(SessionState state) {
        Optional<DetectorStatus> status = state.status(NgramModel.KIND);
        Optional<NgramDetection> found = status.flatMap(DetectorStatus::detection)
                .filter(NgramDetection.class::isInstance)
                .map(NgramDetection.class::cast);
        if (found.isPresent()) {
            if (!found.equals(detection)) {
                detection = found;
                phase.set(messages.get().isEmpty() ? Phase.RUNNING : phase.get());
                prepared.compute(monitor -> NgramScored.of(found.get(), monitor));
            }
            return;
        }
        detection = Optional.empty();
        prepared.stop();
        show(state.index().isEmpty() ? Phase.NO_CAPTURE : switch (status.orElse(null)) {
            case DetectorStatus.Failed _ -> Phase.FAILED;
            case DetectorStatus.Cancelled _ -> Phase.STOPPED;
            case null, default -> Phase.RUNNING;
        }, Optional.empty());
    }

    /// Shows scored messages, or why they are missing.
    void show(Phase now, Optional<ScoredMessages> found) {
        if (!found.equals(messages.get())) {
            boolean isOther = found.isEmpty() || messages.get().isEmpty()
                    || !messages.get().get().model().equals(found.get().model())
                    || messages.get().get().threshold() != found.get().threshold();
            messages.set(found);
            if (isOther) {
                resetThreshold();
            }
            count();
            rank();
        }
        phase.set(now == Phase.KNOWN && found.map(ScoredMessages::size).orElse(0) == 0 ? Phase.NO_MESSAGES : now);
    }

    /// Shows the ground truth, or hides it.
    void showTruth(Optional<IndexTruth> known) {
        truth = known;
        count();
    }

    private void count() {
        if (messages.get().isEmpty()) {
            counted.stop();
            counts.set(Optional.empty());
            return;
        }
        ScoredMessages its = messages.get().get();
        Optional<IndexTruth> known = truth.filter(each -> each.index().equals(its.index()));
        counted.replace(_ -> count(its, known));
    }

    private static ScoreCounts count(ScoredMessages its, Optional<IndexTruth> truth) {
        double[] scores = new double[its.size()];
        BitSet malicious = new BitSet();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = its.score(i);
            int message = its.message(i);
            malicious.set(i, truth.filter(known -> isMalicious(known, message)).isPresent());
        }
        return ScoreCounts.of(scores, truth.map(_ -> malicious));
    }

    private static boolean isMalicious(IndexTruth truth, int message) {
        return !truth.mutations(message).isEmpty()
                || truth.ofMessage(message).filter(label -> label.trafficClass() != TrafficClass.NORMAL).isPresent();
    }

    private void rank() {
        if (messages.get().isEmpty()) {
            ranked.stop();
            explained.stop();
            rows.set(Optional.empty());
            details.set(Optional.empty());
            return;
        }
        ScoredMessages its = messages.get().get();
        boolean isOfOther = details.get().filter(now -> now.message() >= its.index().messages().size()).isPresent();
        if (isOfOther) { // other files or secrets were opened
            explained.stop();
            details.set(Optional.empty());
        }
        IntPredicate isShown = isShown(its);
        ranked.replace(_ -> RankedRows.of(its, isShown));
    }

    private IntPredicate isShown(ScoredMessages its) {
        Selection chosen = selection.get();
        MessageTable table = its.index().messages();
        IntPredicate inTime =
                i -> chosen.time().map(range -> range.contains(table.capturedAtNanos(its.message(i)))).orElse(true);
        IntPredicate inScope = switch (scope.get()) {
            case ALL -> _ -> true;
            case SELECTION -> selected(chosen, its);
            case CLUSTER -> {
                int cluster = details.get().map(now -> its.cluster(now.place())).orElse(0);
                yield i -> its.cluster(i) == cluster;
            }
        };
        return inTime.and(inScope);
    }

    private static IntPredicate selected(Selection chosen, ScoredMessages its) {
        BitSet wanted = new BitSet();
        boolean byMessages = chosen.messages().size() > 1 || chosen.dialogs().isEmpty();
        (byMessages ? chosen.messages() : chosen.dialogs()).forEach(wanted::set);
        return byMessages ? i -> wanted.get(its.message(i))
                : i -> wanted.get(its.index().messages().dialog(its.message(i)));
    }

    private void showRows(RankedRows its) {
        rows.set(Optional.of(its));
        int message = details.get().map(Details::message).orElse(current());
        int row = message < 0 ? -1 : its.rowOf(message);
        if (row >= 0) {
            look(its.place(row));
        } else if (its.count() > 0) {
            look(its.place(0));
        } else {
            explained.stop();
            details.set(Optional.empty());
        }
    }

    private int current() {
        List<Integer> chosen = selection.get().messages();
        return chosen.isEmpty() ? -1 : chosen.getLast();
    }

    private void look(int place) {
        wanted = place;
        ScoredMessages its = messages.get().orElseThrow();
        explained.compute(_ -> details(its, place));
    }

    private static Details details(ScoredMessages its, int place) {
        byte[] bytes = its.index().bytes(its.message(place));
        Explained explained = its.explain(place);
        OptionalInt broken = explained.departures().stream().mapToInt(Departure::offset).findFirst();
        return new Details(place, its.message(place), explained,
                new MessagePair(bytes, explained.normal(), explained.heat(), broken));
    }

    /// Looks at the message of a row, and selects it everywhere.
    ///
    /// @param at a byte of it, or -1
    void choose(int row, int at) {
        RankedRows its = rows.get().orElseThrow();
        offset.set(at < 0 ? OptionalInt.empty() : OptionalInt.of(at));
        if (wanted != its.place(row) || details.get().isEmpty()) {
            look(its.place(row));
        }
        select(its.message(row));
    }

    private void select(int message) {
        int dialog = messages.get().orElseThrow().index().messages().dialog(message);
        Selection now = selection.get();
        isChoosing = true;
        selection.set(
                scope.get() == Scope.SELECTION && now.dialogs().contains(dialog) ? now.withMessages(List.of(message))
                        : now.withDialogs(List.of(dialog)).withMessages(List.of(message)));
        isChoosing = false;
    }

    /// Looks at a byte of the message.
    void chooseByte(int at) {
        offset.set(OptionalInt.of(at));
    }

    /// Looks at the next row, or the one before.
    ///
    /// @return whether there is one
    boolean step(int by) {
        if (rows.get().isEmpty() || wanted < 0) {
            return false;
        }
        int row = rows.get().get().rowOf(messages.get().orElseThrow().message(wanted));
        int next = row + by;
        boolean isThere = row >= 0 && next >= 0 && next < rows.get().get().count();
        if (isThere) {
            choose(next, -1);
        }
        return isThere;
    }

    private void follow(Selection old, Selection now) {
        if (isChoosing || messages.get().isEmpty()) {
            return;
        }
        boolean isOther = !old.time().equals(now.time()) || (scope.get() == Scope.SELECTION && !old.equals(now));
        if (isOther) {
            rank();
        } else if (!old.messages().equals(now.messages()) && current() >= 0) {
            int row = rows.get().map(rows -> rows.rowOf(current())).orElse(-1);
            if (row >= 0) {
                offset.set(OptionalInt.empty());
                look(rows.get().orElseThrow().place(row));
            }
        }
    }

    /// Moves the threshold back to that of the model.
    void resetThreshold() {
        messages.get().ifPresent(messages -> threshold.set(messages.threshold()));
    }

    /// The messages of the cluster that is looked at, or all anomalous ones if it has none; and
    /// those that are not anomalous. Empty until messages are scored. Asking the supplier takes as
    /// long as going through all messages; any thread.
    Optional<Supplier<MessageSets>> sets() {
        double at = threshold.get();
        return messages.get().map(messages -> {
            int cluster = details.get().map(now -> messages.cluster(now.place())).orElse(-1);
            return () -> sets(messages, cluster, at);
        });
    }

    private static MessageSets sets(ScoredMessages its, int cluster, double at) {
        IntPredicate isAnomalous = i -> its.score(i) > at || its.isMarked(i);
        return new MessageSets(its.index(), numbers(its, cluster < 0 ? isAnomalous : i -> its.cluster(i) == cluster),
                numbers(its, isAnomalous.negate()));
    }

    private static List<Integer> numbers(ScoredMessages its, IntPredicate isWanted) {
        return IntStream.range(0, its.size()).filter(isWanted).map(its::message).boxed().toList();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ScoredMessages>> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /// The rows of the heat map.
    ReadOnlyObjectProperty<Optional<RankedRows>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The message that is looked at, once it is explained.
    ReadOnlyObjectProperty<Optional<Details>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// The byte of it that is looked at.
    ReadOnlyObjectProperty<OptionalInt> offsetProperty() {
        return offset.getReadOnlyProperty();
    }

    /// The scores of all messages, sorted.
    ReadOnlyObjectProperty<Optional<ScoreCounts>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// From which score on a message is anomalous.
    DoubleProperty thresholdProperty() {
        return threshold;
    }
}
