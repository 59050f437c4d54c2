package org.sipsleuth.view.sequence;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.sequence.UnknownViewModel.Page;
import org.sipsleuth.view.sequence.confusion.ConfusionPane;
import org.sipsleuth.view.sequence.density.DensityPane;
import org.sipsleuth.view.sequence.group.GroupList;
import org.sipsleuth.view.sequence.group.GroupTable;
import org.sipsleuth.view.sequence.scatter.ScatterPane;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Listing;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRows;

/// Puts the parts of the view together and binds what is said above them.
final class UnknownController {

    private static final double UPPER = 0.55;

    private final UnknownViewModel model;
    private final Runnable openModel;

    @FXML private Label summary;
    @FXML private Label meaning;
    @FXML private Label note;
    @FXML private HBox parts;
    @FXML private ToggleGroup partChoice;
    @FXML private ToggleButton dialogsPart;
    @FXML private ToggleButton networkPart;
    @FXML private Label running;
    @FXML private Button modelButton;
    @FXML private ToggleGroup scales;
    @FXML private ToggleButton linear;
    @FXML private ToggleButton log;
    @FXML private HBox skewnessHolder;
    @FXML private HBox kurtosisHolder;
    @FXML private Button reset;
    @FXML private Node content;
    @FXML private StackPane scatterHolder;
    @FXML private StackPane densityHolder;
    @FXML private StackPane confusionHolder;
    @FXML private VBox groupHolder;
    @FXML private HBox groupHead;
    @FXML private Label listed;
    @FXML private ChoiceBox<Listing> listing;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;
    @FXML private ProgressBar progress;
    @FXML private Button pageAct;
    @FXML private HBox pageMore;
    @FXML private ChoiceBox<Axes> axes;
    @FXML private HBox scaleTools;
    @FXML private HBox lineTools;
    @FXML private SplitPane upper;
    @FXML private SplitPane lower;

    UnknownController(UnknownViewModel model, Runnable openModel) {
        this.model = model;
        this.openModel = openModel;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        meaning.textProperty().bind(model.meaningProperty());
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        modelButton.textProperty().bind(model.modelProperty());
        initializeLines();
        initializeParts();
        initializeAxes();
        progress.progressProperty().bind(model.analysis().progressProperty());
        running.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.pageProperty().get() == Page.CHARTS
                                && !model.analysis().stageProperty().get().isEmpty(),
                        model.pageProperty(), model.analysis().stageProperty()));
        running.managedProperty().bind(running.visibleProperty());
        model.pageProperty().subscribe(this::show);
        model.misfitProperty().subscribe(_ -> show(model.pageProperty().get()));
        model.analysis().stageProperty().subscribe(_ -> show(model.pageProperty().get()));
    }

    private void initializeLines() {
        skewnessHolder.getChildren().add(new LineField("skewness", model.lines().skewnessProperty()).root());
        kurtosisHolder.getChildren().add(new LineField("kurtosis", model.lines().kurtosisProperty()).root());
        reset.disableProperty().bind(model.lines().movedBinding().not());
        model.lines().scaleProperty().subscribe(now -> scales.selectToggle(now == Scale.LOG ? log : linear));
        scales.selectedToggleProperty().subscribe(this::scale);
    }

    private void initializeAxes() {
        axes.setConverter(words("sequence.axes."));
        offerAxes();
        model.byHopProperty().subscribe(_ -> offerAxes());
        axes.valueProperty().bindBidirectional(model.lines().axesProperty());
        model.lines().axesProperty().subscribe(this::showPart);
        partChoice.selectedToggleProperty().subscribe(this::choosePart);
        SplitPane.setResizableWithParent(confusionHolder, false);
        model.rowsProperty().subscribe(rows -> showConfusion(rows.flatMap(SequenceRows::truth).isPresent()));
    }

    /// The axes of the part that is shown; only a model that knows hops has a surprise per hop.
    private void offerAxes() {
        Axes now = model.lines().axesProperty().get();
        List<Axes> offered = Stream.of(Axes.values())
                .filter(each -> each.isLaboratory() == now.isLaboratory())
                .filter(each -> each != Axes.SURPRISE || model.byHopProperty().get())
                .toList();
        offered.stream().filter(each -> !axes.getItems().contains(each)).forEach(axes.getItems()::add);
        axes.setValue(now); // before what it replaces is taken away
        axes.getItems().retainAll(offered);
        FXCollections.sort(axes.getItems());
    }

    /// Lines, distribution and the choice of sequences belong to the laboratory.
    private void showPart(Axes now) {
        offerAxes();
        partChoice.selectToggle(now.isLaboratory() ? networkPart : dialogsPart);
        for (Node each : List.of(scaleTools, listing)) {
            each.setVisible(now.isLaboratory());
            each.setManaged(now.isLaboratory());
        }
        lineTools.setVisible(now.isByLines());
        lineTools.setManaged(now.isByLines());
        if (!now.isLaboratory()) {
            upper.getItems().remove(densityHolder);
        } else if (!upper.getItems().contains(densityHolder)) {
            upper.getItems().add(densityHolder);
            upper.setDividerPositions(UPPER);
        }
    }

    /// One of both is always chosen.
    private void choosePart(@Nullable Toggle toggle) {
        if (toggle == null) {
            boolean isLaboratory = model.lines().axesProperty().get().isLaboratory();
            partChoice.selectToggle(isLaboratory ? networkPart : dialogsPart);
        } else {
            model.showLaboratory(networkPart.equals(toggle));
        }
    }

    /// The confusion matrix is there only where there is a ground truth.
    private void showConfusion(boolean hasTruth) {
        if (!hasTruth) {
            lower.getItems().remove(confusionHolder);
        } else if (!lower.getItems().contains(confusionHolder)) {
            lower.getItems().add(confusionHolder);
            lower.setDividerPositions(0.6);
        }
    }

    /// Names the values of a choice.
    private static <T extends Enum<T>> StringConverter<T> words(String key) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T its) {
                return its == null ? "" : text(key + its.name());
            }

            @Override
            public T fromString(String words) {
                throw new UnsupportedOperationException("never typed");
            }
        };
    }

    private void scale(@Nullable Toggle toggle) {
        if (toggle == null) {
            scales.selectToggle(model.lines().scaleProperty().get() == Scale.LOG ? log : linear);
        } else {
            model.lines().scaleProperty().set(log.equals(toggle) ? Scale.LOG : Scale.LINEAR);
        }
    }

    private void initializeParts() {
        var rows = model.rowsProperty();
        scatterHolder.getChildren().setAll(new ScatterPane(rows, model.lines(), model.chosen()).root());
        densityHolder.getChildren().setAll(new DensityPane(rows, model.lines(), model.chosen()).root());
        confusionHolder.getChildren().setAll(new ConfusionPane(rows, model.lines(), model.chosen()).root());
        GroupList list = new GroupList(rows, model.lines());
        GroupTable table = new GroupTable(list, model.chosen());
        VBox.setVgrow(table.root(), Priority.ALWAYS);
        groupHolder.getChildren().add(table.root());
        groupHead.getChildren().add(table.copyMenu());
        listed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(list.isByHop() ? "sequence.listed.hops" : "sequence.listed", list.listed().size()),
                        list.listed(), model.byHopProperty(), model.lines().axesProperty()));
        listing.getItems().setAll(Listing.values());
        listing.setConverter(words("sequence.listing."));
        listing.valueProperty().bindBidirectional(list.listingProperty());
    }

    private void show(Page now) {
        boolean isPage = now != Page.CHARTS;
        content.setVisible(!isPage);
        page.setVisible(isPage);
        modelButton.setVisible(!isPage);
        summary.setVisible(!isPage);
        for (Node each : List.of(meaning, parts)) {
            each.setVisible(!isPage);
            each.setManaged(!isPage);
        }
        if (isPage) {
            String key = "sequence.page." + now.name();
            pageTitle.setText(text(key));
            pageAdvice.setText(switch (now) {
                case RUNNING -> model.analysis().stageProperty().get();
                case FAILED -> model.failure();
                case MISFIT -> model.misfitProperty().get();
                case CHARTS, NO_CAPTURE, NO_MODEL, CHECKING, CANCELLED -> text(key + ".advice");
            });
            progress.setVisible(now == Page.RUNNING);
            progress.setManaged(now == Page.RUNNING);
            boolean acts = now != Page.NO_CAPTURE && now != Page.CHECKING;
            pageMore.setVisible(now == Page.MISFIT);
            pageMore.setManaged(now == Page.MISFIT);
            pageAct.setVisible(acts);
            pageAct.setManaged(acts);
            pageAct.setText(acts ? text(key + ".act") : "");
        }
    }

    @FXML
    private void act() {
        switch (model.pageProperty().get()) {
            case RUNNING -> model.analysis().cancel();
            case CANCELLED, FAILED -> model.analysis().again();
            case NO_MODEL, MISFIT -> openModel.run();
            case NO_CAPTURE, CHECKING, CHARTS -> {
            }
        }
    }

    @FXML
    private void list() {
        model.reveal(Axes.RARITY);
    }

    @FXML
    private void laboratory() {
        model.reveal(Axes.MOMENTS);
    }

    @FXML
    private void reset() {
        model.lines().reset();
    }

    @FXML
    private void openModel() {
        openModel.run();
    }
}
