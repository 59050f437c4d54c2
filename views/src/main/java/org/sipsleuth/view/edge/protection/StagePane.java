package org.sipsleuth.view.edge.protection;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.explained.ReplayExplanation;
import org.sipsleuth.edge.incident.StageEffect;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;
import org.sipsleuth.view.ui.explain.Explain;

/// Which stages of the incidents the protections stop, in messages, and from which frame on.
public final class StagePane extends VBox {

    private static final int GAP = 8;

    private final GridPane grid = new GridPane();
    private final Label note = new Label(text("stages.note"));
    private final BiConsumer<SipIndex, Integer> open;
    private List<StageEffect> stages = List.of();
    private Optional<SipIndex> index = Optional.empty();

    /// @param open opens a message
    public StagePane(BiConsumer<SipIndex, Integer> open) {
        this.open = open;
        Label title = new Label(text("stages.title"));
        title.getStyleClass().add("edge-strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        MenuButton copy = new MenuButton();
        copy.setId("edge-copy-stages");
        copy.getStyleClass().addAll("small", "flat", "button-icon");
        ChartCopies.installData(copy, this::data);
        HBox head = new HBox(title, space, copy);
        head.getStyleClass().addAll("edge-side-head", "edge-divided");
        grid.setId("edge-stages");
        grid.setHgap(GAP);
        note.setId("edge-stages-note");
        note.getStyleClass().add("edge-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        getChildren().setAll(head, grid, note);
    }

    /// Shows the stages of a comparison; nothing without an incident.
    public void show(Optional<Comparison> comparison) {
        stages = comparison.map(Comparison::stages).orElse(List.of());
        index = comparison.map(result -> result.input().traffic().index());
        setVisible(!stages.isEmpty());
        setManaged(!stages.isEmpty());
        note.setVisible(stages.size() > 1);
        grid.getChildren().clear();
        for (int row = 0; row < stages.size(); row++) {
            add(row, stages.get(row));
        }
    }

    private void add(int row, StageEffect its) {
        Label name = label(text("incident.number", its.incident()) + " " + its.kind().heading().text());
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        GridPane.setHgrow(name, Priority.ALWAYS);
        Label stopped = label(text("stages." + its.verdict().word(), its.stopped(), its.messages()));
        stopped.setMinWidth(USE_PREF_SIZE);
        if (its.messages() > 0) {
            Explain.on(stopped, () -> List.of(ReplayExplanation.stopped(its)));
        }
        Tooltip tip = new Tooltip(
                text("stages.tip", its.stopped(), its.unsent(), its.passed(), its.overloaded(), its.unknown()));
        name.setTooltip(tip);
        stopped.setTooltip(tip);
        grid.addRow(row, name, stopped);
        index.filter(_ -> its.first() != StageEffect.NONE).ifPresent(known -> grid.add(link(known, its), 2, row));
    }

    private Hyperlink link(SipIndex known, StageEffect its) {
        Hyperlink link = new Hyperlink(text("stages.first", known.frameText(its.first())));
        link.getStyleClass().add("edge-small");
        link.setMinWidth(USE_PREF_SIZE);
        link.setTooltip(new Tooltip(text("stages.first.tip")));
        link.setOnAction(_ -> open.accept(known, its.first()));
        return link;
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("edge-small");
        return label;
    }

    /// The rows, with the columns of `replay --incidents` but the file.
    public DataTable data() {
        return new DataTable(
                List.of("incident", "stage", "stopped", "messages", "stopped_messages", "void_messages",
                        "passed_messages", "overloaded_messages", "unknown_messages", "first_frame"),
                stages.stream().map(this::row).toList());
    }

    private List<Object> row(StageEffect its) {
        Object first = index.filter(_ -> its.first() != StageEffect.NONE)
                .<Object>map(known -> known.messages().frame(its.first()))
                .orElse("");
        return List.of(its.incident(), its.kind().word(), its.verdict().word(), its.messages(), its.stopped(),
                its.unsent(), its.passed(), its.overloaded(), its.unknown(), first);
    }
}
