package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.TrainingCurve;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.sequence.session.ModelState;
import org.sipsleuth.view.sequence.session.ModelState.InUse;
import org.sipsleuth.view.sequence.session.ModelState.Opening;
import org.sipsleuth.view.sequence.session.ModelState.Refused;
import org.sipsleuth.view.sequence.session.ModelState.Source;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.Views;

/// Binds the page of the model: what is in use, and how another one is opened and this one saved.
final class ModelPageController {

    private static final String SUFFIX = ".model";

    private final ModelInUse models;
    private final AnalysisRun analysis;
    private final FileChoice files;
    private final Executor quick;
    private final Runnable close;
    private final TrainingController training;
    private final ComparisonController comparison;
    private final CurvePane curves = new CurvePane("loaded-curves");

    @FXML private Region page;
    @FXML private Label notice;
    @FXML private Button save;
    @FXML private Button shipped;
    @FXML private GridPane facts;
    @FXML private Label none;
    @FXML private StackPane curveHolder;
    @FXML private Tab trainTab;
    @FXML private Tab compareTab;

    ModelPageController(ModelInUse models, AnalysisRun analysis, FileChoice files, Executor quick, Runnable close,
            TrainingController training, ComparisonController comparison) {
        this.models = models;
        this.analysis = analysis;
        this.files = files;
        this.quick = quick;
        this.close = close;
        this.training = training;
        this.comparison = comparison;
    }

    @FXML
    private void initialize() {
        curveHolder.getChildren().setAll(curves.root());
        trainTab.setContent(Views.load("Training.fxml", training));
        compareTab.setContent(Views.load("Comparison.fxml", comparison));
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        models.stateProperty().subscribe(this::show);
        page.sceneProperty().subscribe(scene -> { // also where another way than the button closes the page
            if (scene == null) {
                models.dismissRefusal();
            }
        });
    }

    private void show(ModelState state) {
        notice.setText(switch (state) {
            case Opening _ -> text("sequence.model.opening");
            case Refused(var source, var reason, _) -> text("sequence.model.refused", name(source), reason);
            case InUse(_, var source) when source instanceof Source.Trained -> text("sequence.model.unsaved");
            case InUse _,ModelState.None _ -> "";
        });
        Optional<InUse> use = state.inUse();
        save.setDisable(use.isEmpty());
        shipped.setDisable(use.filter(inUse -> inUse.source() instanceof Source.Shipped).isPresent());
        none.setVisible(use.isEmpty());
        facts.getChildren().clear();
        use.ifPresent(inUse -> fill(LoadedFacts.of(inUse)));
        curves.root().setVisible(use.isPresent());
        curves.show(use.map(InUse::model).map(ModelPageController::points).orElse(List.of()));
    }

    private static List<TrainingCurve.Point> points(SequenceModel model) {
        try {
            return model.curve().points();
        } catch (ModelFormatException _) {
            return List.of(); // it works without its curve
        }
    }

    private static String name(Source source) {
        return switch (source) {
            case Source.File(var path) -> String.valueOf(path.getFileName());
            case Source.Shipped() -> text("sequence.model.source.shipped");
            case Source.Trained() -> text("sequence.model.source.of.window");
            case Source.Case() -> text("sequence.model.source.of.case");
        };
    }

    private void fill(List<LoadedFacts.Line> lines) {
        for (int row = 0; row < lines.size(); row++) {
            Label name = new Label(lines.get(row).name());
            name.getStyleClass().add("fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            TextField value = new TextField(lines.get(row).value());
            value.setEditable(false);
            value.getStyleClass().add("fact-value");
            value.setAccessibleText(lines.get(row).name());
            name.setLabelFor(value);
            if (lines.get(row).value().length() > 60) {
                TextArea area = new TextArea(lines.get(row).value());
                area.setEditable(false);
                area.setWrapText(true);
                area.setPrefRowCount(lines.get(row).value().length() > 130 ? 3 : 2);
                area.getStyleClass().add("fact-value");
                facts.addRow(row, name, area);
            } else {
                facts.addRow(row, name, value);
            }
        }
    }

    @FXML
    private void open() {
        files.toOpen(page.getScene().getWindow()).ifPresent(models::open);
    }

    @FXML
    private void useShipped() {
        models.openShipped();
    }

    @FXML
    private void save() {
        models.stateProperty()
                .get()
                .inUse()
                .ifPresent(use -> files.toSave(page.getScene().getWindow(), fileName(use.model().identity().name()))
                        .ifPresent(file -> write(use, file)));
    }

    private static String fileName(String name) {
        String harmless = name.replaceAll("[^\\p{Alnum}._-]+", "-");
        return harmless.endsWith(SUFFIX) ? harmless : harmless + SUFFIX;
    }

    private void write(InUse use, java.nio.file.Path file) {
        OutputRules rules = analysis.index().map(ExportOutput::confirmed).orElse(OutputRules.CONFIRMED);
        RunTask<Boolean> task = new RunTask<>(_ -> {
            use.model().file().writeTo(OutputFile.at(file, rules));
            return true;
        });
        task.setOnSucceeded(_ -> {
            if (models.stateProperty().get().equals(use)) {
                models.use(use.model(), new Source.File(file));
            }
            notice.setText(text("sequence.model.saved", file.toString()));
        });
        task.setOnFailed(_ -> notice.setText(
                text("sequence.model.not.saved", file.toString(), String.valueOf(task.getException().getMessage()))));
        quick.execute(task);
    }

    @FXML
    private void close() {
        close.run();
    }
}
