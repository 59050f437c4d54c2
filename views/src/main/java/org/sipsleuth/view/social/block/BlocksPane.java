package org.sipsleuth.view.social.block;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.social.graph.DenseBlock;
import org.sipsleuth.view.social.list.ValueColumn;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Groups of callers who nearly all call the same callees. Used on the JavaFX thread.
public final class BlocksPane extends VBox {

    private static final int MOST_SHOWN = 6;

    private final Label summary = new Label();
    private final Button open = new Button(text("social.blocks.open"));
    private final TableView<DenseBlock> rows = new TableView<>();
    private final IntFunction<String> names;

    /// @param names of the users
    /// @param opened hears the group whose calls are wanted
    public BlocksPane(IntFunction<String> names, Consumer<DenseBlock> opened) {
        this.names = names;
        getStyleClass().add("social-tab");
        summary.setId("social-blocks-summary");
        summary.setMinWidth(0);
        open.setId("social-blocks-open");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setDisable(true);
        open.setOnAction(_ -> Optional.ofNullable(rows.getSelectionModel().getSelectedItem()).ifPresent(opened));
        MenuButton copy = new MenuButton();
        copy.getStyleClass().addAll("small", "flat", "button-icon");
        copy.setMinWidth(USE_PREF_SIZE);
        ChartCopies.installData(copy, this::data);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(summary, gap, open, copy);
        tools.getStyleClass().add("social-tab-tools");
        Label none = new Label(text("social.blocks.none"));
        none.setWrapText(true);
        rows.setId("social-blocks");
        rows.getStyleClass().add("dense");
        rows.setPlaceholder(none);
        rows.getColumns()
                .setAll(List.of(ValueColumn.number(text("social.blocks.callers"), 80, block -> block.callers().size()),
                        ValueColumn.number(text("social.blocks.callees"), 80, block -> block.callees().size()),
                        ValueColumn.words(text("social.blocks.fill"), 130,
                                block -> text("social.blocks.share", Math.round(100 * block.fill()))),
                        ValueColumn.number(text("social.blocks.lift"), 130, DenseBlock::lift),
                        ValueColumn.words(text("social.blocks.who"), 300, block -> listed(block.callers())),
                        ValueColumn.words(text("social.blocks.whom"), 300, block -> listed(block.callees()))));
        rows.getSelectionModel().selectedItemProperty().subscribe(block -> open.setDisable(block == null));
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().setAll(tools, rows);
    }

    private String listed(List<Integer> users) {
        String first = users.stream().limit(MOST_SHOWN).map(names::apply).collect(Collectors.joining(", "));
        int more = users.size() - MOST_SHOWN;
        return more > 0 ? text("social.identity.more", first, more) : first;
    }

    /// Shows groups.
    public void show(List<DenseBlock> blocks) {
        rows.getItems().setAll(blocks);
        summary.setText(blocks.isEmpty() ? "" : text("social.blocks.summary", blocks.size()));
    }

    /// Whether calls can be opened: those of a table are in no capture.
    public void setOpenable(boolean isOpenable) {
        open.setVisible(isOpenable);
        open.setManaged(isOpenable);
    }

    private DataTable data() {
        List<List<Object>> all = new ArrayList<>();
        for (DenseBlock block : rows.getItems()) {
            all.add(List.of(block.fill(), block.lift(), joined(block.callers()), joined(block.callees())));
        }
        return new DataTable(List.of("fill", "lift", "callers", "callees"), all);
    }

    private String joined(List<Integer> users) {
        return users.stream().map(names::apply).collect(Collectors.joining(" "));
    }
}
