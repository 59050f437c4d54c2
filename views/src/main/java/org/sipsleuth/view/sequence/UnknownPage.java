package org.sipsleuth.view.sequence;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.sequence.model.ModelPage;
import org.sipsleuth.view.sequence.prediction.JudgedDialogs;
import org.sipsleuth.view.sequence.prediction.PredictionView;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.AnalysisState;
import org.sipsleuth.view.sequence.session.Fit;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.sequence.session.ModelState.Source;
import org.sipsleuth.view.session.page.Badge;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.session.page.ModelOrigin;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The page of unknown dialogs, with the model in use, its own page, and the prediction beside the
/// ladder. Used on the JavaFX thread.
public final class UnknownPage implements Page {

    private static final FileChoice.Kind MODELS =
            new FileChoice.Kind("models.directory", "sequence.model.chooser.", List.of("*.model"));
    private final Workplace place;
    private final ModelInUse models;
    private final AnalysisRun analysis;
    private final UnknownView unknown;
    private final ModelPage modelPage;
    private final PredictionView prediction;
    /// What the model found, once it is known which networks of the capture it fits.
    private final ObjectProperty<Optional<JudgedDialogs>> judged = new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(Fit.UNKNOWN);
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    public UnknownPage(Workplace place) {
        this.place = place;
        Workplace.Background background = place.background();
        models = new ModelInUse(background.opening());
        analysis = new AnalysisRun(models, place.session());
        unknown = new UnknownView(place.selection(), analysis, fit, background.quick(), this::showModel);
        modelPage = new ModelPage(models, analysis, place.session().methods(), place.selection(),
                place.files().apply(MODELS), background.training(), background.quick(), place.program(),
                place.window()::hideOverlay);
        prediction = new PredictionView(place.selection(), models.modelProperty(),
                analysis.stateProperty().map(AnalysisState::analysis), judged, fit.map(UnknownPage::misfit));
        analysis.stateProperty().subscribe(_ -> refreshFit());
        place.session().foundProperty().subscribe(_ -> refreshFit());
        place.session().joiningProperty().subscribe(_ -> refreshFit());
        models.openShipped();
    }

    private void refreshFit() {
        Optional<SequenceDetection> now = analysis.stateProperty().get().analysis();
        Optional<ModelFit> found = now.flatMap(this::fit);
        boolean isRunning = place.session().joiningProperty().get();
        fit.set(new Fit(now.isPresent() && found.isEmpty() && isRunning, found));
        judged.set(now.flatMap(detection -> found.filter(ModelFit::fitsAny)
                .map(its -> new JudgedDialogs(detection, dialog -> its.isJudged(detection.index(), dialog)))));
        refreshBadge();
    }

    /// Why predictions mean little here; empty if the model fits.
    private static String misfit(Fit fit) {
        return fit.misfit()
                .map(result -> text("sequence.prediction.misfit", result.unknown(), result.dialogs(),
                        Math.round(result.expected() * result.dialogs())))
                .orElse("");
    }

    /// How many dialogs are unknown; nothing where the model does not fit, or where that is not
    /// known yet.
    private void refreshBadge() {
        badge.set(Badge.of(fit.get().found().map(ModelFit::judgedUnknown).orElse(0)));
    }

    /// The fit that the overview shows, once it is known of this detection.
    private Optional<ModelFit> fit(SequenceDetection detection) {
        return place.session()
                .foundProperty()
                .get()
                .stream()
                .filter(found -> Detection.isSame(found.index(), detection.index()))
                .flatMap(found -> found.fits().stream())
                .filter(fit -> fit.origin().equals(detection.origin()))
                .findFirst();
    }

    private void showModel() {
        place.window().showOverlay(modelPage.root());
    }

    /// What the model in use finds in the open capture.
    public AnalysisRun analysis() {
        return analysis;
    }

    @Override
    public String id() {
        return "unknown";
    }

    @Override
    public String icon() {
        return "fth-help-circle";
    }

    @Override
    public Node root() {
        return unknown.root();
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    /// It has gestures, which the help lists, and no commands of its own.
    @Override
    public Optional<CommandGroup> commands() {
        return Optional.of(new CommandGroup("sequence.help", List.of()));
    }

    @Override
    public List<Command> everywhere() {
        return List.of(Command.of("sequence.key.model", "Ctrl+M", this::showModel));
    }

    @Override
    public Optional<LadderCompanion> companion() {
        return Optional.of(prediction);
    }

    @Override
    public Optional<String> controlledMethod() {
        return Optional.of(SequenceModel.KIND);
    }

    @Override
    public void useModel(ModelFile model, ModelOrigin origin) {
        models.use(model, switch (origin) {
            case TRAINED -> new Source.Trained();
            case CASE -> new Source.Case();
        });
    }

    @Override
    public void showTruth(Optional<IndexTruth> truth) {
        unknown.showTruth(truth);
    }
}
