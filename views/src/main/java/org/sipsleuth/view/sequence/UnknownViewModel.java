package org.sipsleuth.view.sequence;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.AnalysisState;
import org.sipsleuth.view.sequence.session.AnalysisState.Cancelled;
import org.sipsleuth.view.sequence.session.AnalysisState.Failed;
import org.sipsleuth.view.sequence.session.AnalysisState.Known;
import org.sipsleuth.view.sequence.session.AnalysisState.NoCapture;
import org.sipsleuth.view.sequence.session.AnalysisState.NoModel;
import org.sipsleuth.view.sequence.session.AnalysisState.Running;
import org.sipsleuth.view.sequence.session.Fit;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.NoveltyRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the view of unknown dialogs shows and says.
final class UnknownViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownViewModel.class);

    /// With fewer dialogs shares and curves say little.
    private static final int FEW_DIALOGS = 20;

    private static final int SHORT_HASH = 8;

    /// What stands where charts and lists would be; nothing where they are.
    enum Page {
        CHARTS, NO_CAPTURE, NO_MODEL, RUNNING, CHECKING, MISFIT, CANCELLED, FAILED
    }

    private final SelectionModel selection;
    private final AnalysisRun analysis;
    private final ObservableValue<Fit> fit;
    private final Executor background;
    private final Lines lines = new Lines();
    private final Chosen chosen;
    private final ReadOnlyObjectWrapper<Optional<SequenceRows>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.NO_CAPTURE);
    private final ReadOnlyBooleanWrapper byHop = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper misfit = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper("");
    private Optional<IndexTruth> truth = Optional.empty();
    private Optional<TimeRange> time = Optional.empty();
    private @Nullable SequenceDetection known;

    /// Whether the user wants to see the dialogs though the model does not suit the capture.
    private boolean isRevealed;
    private @Nullable RunTask<SequenceRows> collecting;

    /// By what the dialogs are collected that are shown.
    private Optional<ModelFit> fitOfRows = Optional.empty();

    /// @param background where dialogs are collected
    UnknownViewModel(SelectionModel selection, AnalysisRun analysis, ObservableValue<Fit> fit, Executor background) {
        this.fit = fit;
        this.selection = selection;
        this.analysis = analysis;
        this.background = background;
        chosen = new Chosen(selection);
        selection.selectionProperty().subscribe(_ -> followTime());
        analysis.stateProperty().subscribe(this::follow);
        fit.subscribe(now -> {
            misfit.set(misfit(now));
            if (!now.found().equals(fitOfRows)) {
                collect();
            }
            choosePage();
            summarise();
        });
        lines.axesProperty().subscribe(_ -> summarise());
        lines.skewnessProperty().subscribe(_ -> summarise());
        lines.kurtosisProperty().subscribe(_ -> summarise());
    }

    /// The threshold lines.
    Lines lines() {
        return lines;
    }

    /// What is chosen.
    Chosen chosen() {
        return chosen;
    }

    /// The run that looks at the capture.
    AnalysisRun analysis() {
        return analysis;
    }

    /// The sequences with their dialogs.
    ReadOnlyObjectProperty<Optional<SequenceRows>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What is shown.
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Whether the model knows transactions per hop.
    ReadOnlyBooleanProperty byHopProperty() {
        return byHop.getReadOnlyProperty();
    }

    /// What was found, in a sentence.
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// What the numbers mean: whether the model fits, what unknown is; or what the laboratory is.
    ReadOnlyStringProperty meaningProperty() {
        return meaning.getReadOnlyProperty();
    }

    /// What makes it less certain; empty if nothing does.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// The model in a few words.
    ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    /// What is wrong, where something failed.
    String failure() {
        return analysis.stateProperty().get() instanceof Failed(String reason) ? reason : "";
    }

    /// Shows or hides the ground truth of dialogs.
    void showTruth(Optional<IndexTruth> visible) {
        truth = visible;
        collect();
    }

    private void followTime() {
        if (!selection.get().time().equals(time)) {
            time = selection.get().time();
            collect();
        }
    }

    private void follow(AnalysisState state) {
        chosen.showIndex(analysis.index());
        choosePage();
        Optional<SequenceDetection> now = state.analysis();
        if (now.isEmpty()) {
            known = null;
            show(Optional.empty());
        } else if (!now.get().equals(known)) {
            known = now.get();
            boolean knowsHops = known.novelty().isPresent();
            if (knowsHops != byHop.get()) {
                byHop.set(true); // what is shown is always offered
                if (!lines.axesProperty().get().isLaboratory()) {
                    lines.axesProperty().set(usual(knowsHops));
                }
                byHop.set(knowsHops);
            }
            lines.use(now.get().model().thresholds(), now.get().model().known().size());
            model.set(words(now.get().model().identity()));
            collect();
        }
    }

    private static Axes usual(boolean knowsHops) {
        return knowsHops ? Axes.SURPRISE : Axes.DISTANCE;
    }

    /// Shows the unknown dialogs, or the laboratory with what the network says.
    void showLaboratory(boolean isLaboratory) {
        if (isLaboratory != lines.axesProperty().get().isLaboratory()) {
            lines.axesProperty().set(isLaboratory ? Axes.MOMENTS : usual(byHop.get()));
        }
    }

    private void choosePage() {
        AnalysisState state = analysis.stateProperty().get();
        boolean isPart = state instanceof Running && state.analysis().isPresent();
        page.set(switch (state) {
            case NoCapture _ -> {
                isRevealed = false;
                yield Page.NO_CAPTURE;
            }
            case NoModel _ -> Page.NO_MODEL;
            case Running _ when !isPart -> Page.RUNNING;
            case Running _,Known _ -> isRevealed ? Page.CHARTS
                    : fit.getValue().isPending() ? Page.CHECKING
                    : fit.getValue().misfit().isPresent() ? Page.MISFIT
                    : Page.CHARTS;
            case Cancelled _ -> Page.CANCELLED;
            case Failed _ -> Page.FAILED;
        });
        showNote();
    }

    /// Nothing above a page that replaces the charts: it makes the same statement.
    private void showNote() {
        boolean isShown = page.get() == Page.CHARTS;
        note.set(isShown ? rows.get().map(this::note).orElse("") : "");
    }

    /// Why the model does not suit the capture, with the numbers of the overview; empty if it does.
    ReadOnlyStringProperty misfitProperty() {
        return misfit.getReadOnlyProperty();
    }

    private static String misfit(Fit fit) {
        return fit.misfit()
                .map(result -> text("sequence.misfit", result.unknown(), result.dialogs(),
                        Math.round(result.expected() * result.dialogs())))
                .orElse("");
    }

    /// Shows the dialogs all the same.
    ///
    /// @param axes what the scatter shows at first
    void reveal(Axes axes) {
        lines.axesProperty().set(axes);
        isRevealed = true;
        choosePage();
    }

    private static String words(ModelIdentity identity) {
        return text("sequence.model", identity.name(), identity.sha256().substring(0, SHORT_HASH));
    }

    private void collect() {
        if (collecting != null) {
            collecting.cancel();
        }
        SequenceDetection now = known;
        if (now == null) {
            return;
        }
        Optional<IndexTruth> visible = truth;
        Optional<TimeRange> within = time;
        fitOfRows = fit.getValue().found();
        IntPredicate judged = fitOfRows.filter(ModelFit::fitsAny) // else all are shown once that is asked for
                .map(found -> found.judged(now.index()))
                .<IntPredicate>map(dialogs -> dialogs::get)
                .orElse(_ -> true);
        RunTask<SequenceRows> task = new RunTask<>(monitor -> SequenceRows.of(now, visible, within, judged, monitor));
        task.setOnSucceeded(_ -> {
            if (task.equals(collecting)) {
                show(Optional.of(task.getValue()));
            }
        });
        task.setOnFailed(_ -> LOG.error("The dialogs cannot be collected", task.getException()));
        collecting = task;
        background.execute(task);
    }

    private void show(Optional<SequenceRows> shown) {
        if (shown.isEmpty() && collecting != null) {
            collecting.cancel();
            collecting = null;
        }
        chosen.show(shown);
        rows.set(shown);
        summarise();
        showNote();
    }

    private void summarise() {
        boolean isLaboratory = lines.axesProperty().get().isLaboratory();
        summary.set(rows.get().map(shown -> isLaboratory ? ofNetwork(shown) : ofVerdicts(shown)).orElse(""));
        meaning.set(rows.get().map(shown -> isLaboratory ? laboratory(shown) : meaning()).orElse(""));
    }

    /// Whether a group is in a network that the model fits, so that its dialogs are unknown.
    private boolean isJudged(NoveltyRow row) {
        return fitOfRows.filter(ModelFit::fitsAny)
                .filter(found -> !found.isJudged(row.its().index(), row.dialogs().getFirst()))
                .isEmpty();
    }

    /// Counts the verdicts.
    private String ofVerdicts(SequenceRows shown) {
        int unknown = shown.count(Mark.UNKNOWN);
        int dialogs = shown.dialogs();
        return switch (dialogs) {
            case 0 -> text("sequence.summary.zero");
            case 1 -> text("sequence.summary.one", unknown);
            default -> text(byHop.get() ? "sequence.summary.hops" : "sequence.summary", unknown, dialogs,
                    (int) shown.novelties().stream().filter(this::isJudged).count());
        };
    }

    /// Counts what the network says, as the scatter is drawn.
    private String ofNetwork(SequenceRows shown) {
        Map<NetworkMark, Integer> marks = new EnumMap<>(NetworkMark.class);
        shown.all().forEach(row -> marks.merge(lines.network(row), row.count(), Integer::sum));
        return text("sequence.summary.network", marks.getOrDefault(NetworkMark.OUTSIDE, 0), shown.dialogs(),
                marks.getOrDefault(NetworkMark.BETWEEN, 0));
    }

    private static String laboratory(SequenceRows shown) {
        return text("sequence.laboratory", shown.count(Mark.UNKNOWN)) + " " + VerdictText.ofNetwork().text();
    }

    private String meaning() {
        String fits = fit.getValue()
                .found()
                .filter(fit -> fit.fits() && fit.dialogs() > 0)
                .map(fit -> text("sequence.fits", fit.unknown(), fit.dialogs(),
                        Math.round(fit.expected() * fit.dialogs())) + " ")
                .orElse("");
        return fits + VerdictText.ofMark().text();
    }

    private String note(SequenceRows shown) {
        if (fit.getValue().misfit().isPresent()) {
            return text("sequence.page.MISFIT") + ": " + misfit.get();
        }
        Optional<ModelFit> some = fit.getValue().found().filter(found -> !found.fits());
        if (some.isPresent()) {
            return text("sequence.misfit.some", some.get().misfits().size(), some.get().networks().size(),
                    some.get().allDialogs() - some.get().judgedDialogs());
        }
        if (shown.dialogs() < FEW_DIALOGS) {
            return text("sequence.few", shown.dialogs());
        }
        boolean isGrounded = shown.analysis()
                .findings()
                .stream()
                .findFirst()
                .map(finding -> finding.grounds().isGrounded())
                .orElse(true);
        if (!isGrounded) {
            return text("sequence.ungrounded", shown.analysis().model().trainedDialogs(),
                    Math.round(shown.analysis().familiarity().orElseThrow().expectedUnknown() * 100));
        }
        return time.isPresent() ? text("sequence.in.time") : "";
    }
}
