package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.TrainingCurve.Point;
import org.sipsleuth.view.sequence.model.TrainingState.Done;
import org.sipsleuth.view.sequence.model.TrainingState.Failed;
import org.sipsleuth.view.sequence.model.TrainingState.Idle;
import org.sipsleuth.view.sequence.model.TrainingState.Running;
import org.sipsleuth.view.sequence.model.TrainingState.Stopped;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.sequence.session.ModelState.Source;
import org.sipsleuth.view.session.model.BaselineFacts;

/// Binds the form by which a model is trained on the open captures, and how the training goes.
final class TrainingController {

    private static final int MOST_EPOCHS = 100_000;

    private final ModelInUse models;
    private final AnalysisRun analysis;
    private final TrainingRun run;
    private final CurvePane curves = new CurvePane("training-curves");
    private int mostEpochs = TrainingChoice.STANDARD.epochs();

    @FXML private Label data;
    @FXML private Node form;
    @FXML private TextField name;
    @FXML private TextField licence;
    @FXML private ComboBox<String> network;
    @FXML private ComboBox<String> split;
    @FXML private ComboBox<String> repeats;
    @FXML private Spinner<Integer> epochs;
    @FXML private Spinner<Integer> patience;
    @FXML private Spinner<Integer> seed;
    @FXML private Button train;
    @FXML private Button stop;
    @FXML private ProgressBar progress;
    @FXML private Label status;
    @FXML private Label remarks;
    @FXML private StackPane curveHolder;

    TrainingController(ModelInUse models, AnalysisRun analysis, TrainingRun run) {
        this.models = models;
        this.analysis = analysis;
        this.run = run;
    }

    @FXML
    private void initialize() {
        TrainingChoice first = TrainingChoice.STANDARD;
        fill(network, "sequence.model.train.cnn", "sequence.model.train.lstm");
        fill(split, "sequence.model.train.all", "sequence.model.train.paper");
        fill(repeats, "sequence.model.train.folded", "sequence.model.train.every");
        epochs.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_EPOCHS, first.epochs(), 50));
        patience.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_EPOCHS, first.patience(), 10));
        seed.setValueFactory(new IntegerSpinnerValueFactory(0, Integer.MAX_VALUE, (int) first.seed()));
        licence.setText(first.licence());
        curveHolder.getChildren().setAll(curves.root());
        analysis.stateProperty().subscribe(_ -> showData());
        run.epochs().addListener((ListChangeListener<Point>) _ -> showEpochs());
        run.remarks().addListener((ListChangeListener<String>) _ -> showRemarks());
        run.stageProperty().subscribe(_ -> update());
        run.stateProperty().subscribe(this::show);
    }

    private static void fill(ComboBox<String> box, String... keys) {
        for (String key : keys) {
            box.getItems().add(text(key));
        }
        box.getSelectionModel().selectFirst();
    }

    private void showData() {
        Optional<SipIndex> index = analysis.index();
        data.setText(index
                .map(capture -> text("sequence.model.train.data", BaselineFacts.names(capture),
                        capture.messages().size(), capture.dialogs().size()))
                .orElse(text("sequence.model.train.nothing")));
        if (name.getText().isBlank()) {
            index.ifPresent(capture -> name.setText(BaselineFacts.names(capture)));
        }
        train.setDisable(index.isEmpty() || run.stateProperty().get() instanceof Running);
    }

    private void show(TrainingState state) {
        boolean isRunning = state instanceof Running;
        form.setDisable(isRunning);
        stop.setVisible(isRunning);
        stop.setDisable(state instanceof Running(boolean isStopping) && isStopping);
        progress.setVisible(isRunning);
        curves.root().setVisible(!(state instanceof Idle));
        if (state instanceof Done(var model, _)) {
            models.use(model, new Source.Trained());
        }
        showData();
        update();
    }

    private void showRemarks() {
        remarks.setText(String.join("\n", run.remarks()));
        remarks.setVisible(!run.remarks().isEmpty());
    }

    private void showEpochs() {
        curves.show(run.epochs());
        progress.setProgress(run.epochs().isEmpty() ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) run.epochs().size() / mostEpochs);
        update();
    }

    private void update() {
        status.setText(switch (run.stateProperty().get()) {
            case Idle() -> text("sequence.model.train.idle");
            case Running(boolean isStopping) when isStopping -> text("sequence.model.train.stopping");
            case Running _ when run.epochs().isEmpty() -> run.stageProperty().get();
            case Running _ -> lastEpoch("sequence.model.train.epoch");
            case Done(_, boolean wasStopped) ->
                    lastEpoch(wasStopped ? "sequence.model.train.kept" : "sequence.model.train.done");
            case Stopped() -> text("sequence.model.train.stopped");
            case Failed(String reason) -> text("sequence.model.train.failed", reason);
        });
    }

    private String lastEpoch(String key) {
        int last = run.epochs().size();
        if (last == 0) {
            return text(key, 0, "–", "–");
        }
        Point point = run.epochs().getLast();
        return text(key, last, CurvePane.number(point.loss()),
                String.format(Locale.ROOT, "%.2f %%", point.accuracy() * 100));
    }

    @FXML
    private void train() {
        analysis.index().ifPresent(index -> {
            TrainingChoice choice = choice(BaselineFacts.names(index));
            mostEpochs = choice.epochs();
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            run.start(index, choice);
            stop.requestFocus();
        });
    }

    private TrainingChoice choice(String standardName) {
        return new TrainingChoice(name.getText().isBlank() ? standardName : name.getText().strip(),
                licence.getText().strip(), network.getSelectionModel().getSelectedIndex() == 1, epochs.getValue(),
                patience.getValue(), seed.getValue(), split.getSelectionModel().getSelectedIndex() == 1,
                repeats.getSelectionModel().getSelectedIndex() == 1);
    }

    @FXML
    private void stop() {
        run.stop();
    }
}
