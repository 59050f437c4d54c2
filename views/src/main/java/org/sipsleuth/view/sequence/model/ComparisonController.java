package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.AnalysisState;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.FileChoice;

/// Binds the comparison of the model in use with another one.
final class ComparisonController {

    private static final int SHORT_HASH = 8;

    private final ModelInUse models;
    private final AnalysisRun analysis;
    private final SelectionModel selection;
    private final FileChoice files;
    private final Runnable close;
    private final ComparisonRun run;

    @FXML private Button choose;
    @FXML private Label compared;
    @FXML private GridPane grid;

    ComparisonController(ModelInUse models, AnalysisRun analysis, SelectionModel selection, FileChoice files,
            ComparisonRun run, Runnable close) {
        this.models = models;
        this.analysis = analysis;
        this.selection = selection;
        this.files = files;
        this.close = close;
        this.run = run;
    }

    @FXML
    private void initialize() {
        analysis.stateProperty().subscribe(this::follow);
        run.wordsProperty().subscribe(_ -> update());
        run.resultProperty().subscribe(_ -> update());
    }

    private void follow(AnalysisState state) {
        boolean isOther = run.resultProperty()
                .get()
                .filter(comparison -> state.analysis()
                        .filter(now -> now.index().equals(comparison.index()))
                        .filter(now -> now.model().equals(comparison.one()))
                        .isPresent())
                .isEmpty();
        if (isOther) {
            run.forget();
        }
        choose.setDisable(isImpossible());
        update();
    }

    private boolean isImpossible() {
        return analysis.index().isEmpty() || models.modelProperty().get().isEmpty();
    }

    private void update() {
        Optional<Comparison> result = run.resultProperty().get();
        compared.setText(result.map(ComparisonController::words)
                .orElseGet(() -> isImpossible() ? text("sequence.model.compare.impossible")
                        : run.wordsProperty().get().isEmpty() ? text("sequence.model.compare.advice")
                        : run.wordsProperty().get()));
        grid.getChildren().setAll(result.map(this::cells).orElse(List.of()));
    }

    private static String words(Comparison comparison) {
        return text("sequence.model.compare.models", words(comparison.one().identity()),
                words(comparison.other().identity()));
    }

    private static String words(ModelIdentity identity) {
        return text("sequence.model.compare.model", identity.name(), identity.sha256().substring(0, SHORT_HASH),
                identity.trainedDialogs());
    }

    private List<Node> cells(Comparison comparison) {
        List<Node> cells = new ArrayList<>();
        String[] heads = {"both", "one", "other", "neither"};
        for (int i = 0; i < heads.length; i++) {
            Label head = new Label(text("sequence.model.compare." + heads[i]));
            head.setMinWidth(Region.USE_PREF_SIZE);
            head.getStyleClass().add("fact-name");
            place(cells, head, i + 1, 0);
        }
        int row = 1;
        for (Comparison.Line line : comparison.lines()) {
            Label way = new Label(text("sequence.model.compare.by." + line.way().name()));
            way.setMinWidth(Region.USE_PREF_SIZE);
            place(cells, way, 0, row);
            List<List<Integer>> lists = List.of(line.both(), line.oneOnly(), line.otherOnly(), line.neither());
            for (int i = 0; i < lists.size(); i++) {
                Button cell = cell(comparison, lists.get(i));
                cell.setId("compare-" + line.way().name() + "-" + heads[i]);
                place(cells, cell, i + 1, row);
            }
            row++;
        }
        return cells;
    }

    private Button cell(Comparison comparison, List<Integer> dialogs) {
        Button cell = new Button(String.format(Locale.ENGLISH, "%,d", dialogs.size()));
        cell.getStyleClass().addAll("flat", "number");
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setTooltip(new Tooltip(text("sequence.model.compare.select", dialogs.size())));
        cell.setDisable(dialogs.isEmpty());
        cell.setOnAction(_ -> select(comparison, dialogs));
        return cell;
    }

    /// Chooses the dialogs, and takes the page away so that they are seen.
    private void select(Comparison comparison, List<Integer> dialogs) {
        if (analysis.index().filter(comparison.index()::equals).isPresent()) {
            selection.set(selection.get().withDialogs(dialogs));
            close.run();
        }
    }

    private static void place(List<Node> cells, Node cell, int column, int row) {
        GridPane.setConstraints(cell, column, row);
        cells.add(cell);
    }

    @FXML
    private void choose() {
        Optional<SequenceModel> one = models.modelProperty().get();
        if (one.isPresent() && analysis.index().isPresent()) {
            Optional<Path> file = files.toOpen(choose.getScene().getWindow());
            file.ifPresent(other -> run.start(analysis.index().orElseThrow(), one.get(), other));
        }
    }
}
