package org.sipsleuth.view.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.complete.Conditions;
import org.sipsleuth.view.inspector.Subject.Nothing;
import org.sipsleuth.view.inspector.Subject.Side;
import org.sipsleuth.view.inspector.fact.FactNodes;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Facts.Fact;
import org.sipsleuth.view.inspector.fact.Facts.Section;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Binds the inspector to its view model, and has the facts read in the background.
final class InspectorController {

    private static final Logger LOG = LoggerFactory.getLogger(InspectorController.class);

    private final InspectorViewModel model;
    private final Executor background;
    private final DetailsPane details;
    private final FactNodes factNodes;
    private @Nullable RunTask<Facts> reading;
    private Optional<ConditionMenu> filter = Optional.empty();

    /// Whether the sides are being marked by the program and not by the user.
    private boolean marking;

    @FXML private ToggleGroup sides;
    @FXML private Node messageHolder;
    @FXML private ToggleButton messageSide;
    @FXML private ToggleButton dialogSide;
    @FXML private Button copyAll;
    @FXML private Label hint;
    @FXML private Label title;
    @FXML private ScrollPane scroll;
    @FXML private VBox body;
    @FXML private VBox sections;

    /// @param memory whether details were open in an earlier window
    InspectorController(InspectorViewModel model, Executor background, Memory memory) {
        this.model = model;
        this.background = background;
        details = new DetailsPane(memory);
        factNodes = new FactNodes(model::go, this::filters);
    }

    @FXML
    private void initialize() {
        body.getChildren().add(details.root());
        model.subjectProperty().subscribe(this::read);
        model.factsProperty().subscribe(this::show);
        messageSide.disableProperty().bind(model.messageShownProperty().not());
        Tooltip tip = new Tooltip(Texts.text("inspector.side.message.none"));
        model.messageShownProperty().subscribe(chosen -> {
            if (chosen) {
                Tooltip.uninstall(messageHolder, tip);
            } else {
                Tooltip.install(messageHolder, tip);
            }
        });
        sides.selectedToggleProperty().subscribe(this::choose);
        model.messageShownProperty().subscribe(_ -> mark());
        model.subjectProperty().subscribe(_ -> mark());
    }

    private void read(Subject subject) {
        if (reading != null) {
            reading.cancel();
        }
        SipIndex index = model.index();
        if (index == null || subject instanceof Nothing) {
            return;
        }
        InspectorData data = model.data();
        RunTask<Facts> task =
                new RunTask<>(monitor -> index.opened().verified(() -> subject.facts(index, data, monitor)));
        task.setOnSucceeded(_ -> model.say(subject, task.getValue()));
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "The facts of a selection cannot be read", task.getException());
            model.sayUnreadable(subject);
        });
        reading = task;
        Platform.runLater( // waking another thread takes longer than showing what is chosen
                () -> {
                    if (task.equals(reading)) {
                        background.execute(task);
                    }
                });
    }

    private void show(Facts facts) {
        boolean silent = facts.sections().isEmpty();
        hint.setVisible(silent);
        scroll.setVisible(!silent);
        title.setText(facts.title());
        copyAll.setDisable(silent);
        sections.getChildren().setAll(nodes(facts, false));
        details.show(() -> nodes(facts, true));
        details.setThere(facts.sections().stream().anyMatch(Section::isDetail));
        scroll.setVvalue(0);
    }

    private List<Node> nodes(Facts facts, boolean areDetails) {
        return facts.sections()
                .stream()
                .filter(section -> section.isDetail() == areDetails)
                .map(factNodes::section)
                .toList();
    }

    /// Offers to filter by what facts stand for.
    void filterBy(ConditionMenu menu) {
        filter = Optional.of(menu);
    }

    private List<MenuItem> filters(Fact fact) {
        SipIndex index = model.index();
        if (index == null || filter.isEmpty()) {
            return List.of();
        }
        Conditions conditions = filter.get().conditions();
        OptionalInt message = model.subjectProperty().get().message(index);
        Function<String, Optional<String>> condition;
        if (fact.isFilteredAsShown()) {
            condition = field -> conditions.ofText(field, fact.value());
        } else if (message.isPresent()) {
            condition = field -> conditions.ofField(index, message.getAsInt(), field, fact.place());
        } else {
            return List.of();
        }
        return filter.get().items(fact.fields().stream().flatMap(field -> condition.apply(field).stream()).toList());
    }

    private void choose(@Nullable Toggle toggle) {
        if (toggle == null) {
            mark(); // one side is always chosen
        } else if (!marking) {
            model.sideProperty().set(dialogSide.equals(toggle) ? Side.DIALOG : Side.MESSAGE);
        }
    }

    private void mark() {
        marking = true;
        sides.selectToggle(model.isMessageSide() ? messageSide : dialogSide);
        boolean isStream = model.subjectProperty().get() instanceof Subject.OneStream;
        messageSide.setText(Texts.text(isStream ? "inspector.side.stream" : "inspector.side.message"));
        marking = false;
    }

    @FXML
    private void copyAll() {
        FactNodes.copy(model.factsProperty().get().text());
    }
}
