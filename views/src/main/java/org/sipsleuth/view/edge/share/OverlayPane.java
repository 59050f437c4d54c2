package org.sipsleuth.view.edge.share;

import static org.sipsleuth.view.edge.text.EdgeText.percent;
import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.edge.overlay.Borders;
import org.sipsleuth.edge.overlay.OverlayBorder;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.view.edge.run.EdgeWork;
import org.sipsleuth.view.edge.run.OverlayTrial;
import org.sipsleuth.view.edge.run.OverlayTrial.Play;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.OverlayHead;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Several borders that share signatures (paper 3, section 6, Fig. 8), with delays of 0, 10 and
/// 60 s: which part of the attack came before the first signature, was stopped, got through. Used
/// on the JavaFX thread.
public final class OverlayPane extends VBox {

    /// More borders than these are only in their sum and in what is copied.
    private static final int MOST_BORDERS = 8;

    private static final int LONGEST_NAME = 32;
    private static final double BAR_WIDTH = 80;

    /// The column of the first part of a bar, as a number.
    private static final int FIRST_PART = 3;

    private final ReplayInput input;
    private final ClassWords words;
    private final EdgeWork work;
    private final Runnable close;
    private final GridPane table = new GridPane();
    private final Label answer = new Label();
    private final HBox progress;
    private final ToggleButton files = new ToggleButton(text("share.files"));
    private final ToggleButton networks = new ToggleButton(text("share.networks"));
    private final MenuButton copy = new MenuButton();
    private Optional<OverlayTrial> trial = Optional.empty();
    private EdgeWork.@Nullable Running running;

    /// @param input what is replayed
    /// @param words how the classes of messages are called
    /// @param work where it is computed
    /// @param share how far the work is, from 0 to 1
    /// @param hide takes the panel away
    public OverlayPane(ReplayInput input, ClassWords words, EdgeWork work, ObservableValue<Number> share,
            Runnable hide) {
        this.input = input;
        this.words = words;
        this.work = work;
        close = () -> {
            stop();
            hide.run();
        };
        setId("edge-share");
        getStyleClass().add("edge-snippets");
        getStylesheets().add(EdgeColours.styleSheet());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        Label about = new Label(text("share.about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        answer.setId("edge-share-answer");
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.getStyleClass().add("edge-strong");
        Button cancel = new Button(text("cancel"));
        cancel.setId("edge-share-cancel");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setOnAction(_ -> close.run());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(share);
        progress = new HBox(bar, new Label(text("share.running")), cancel);
        progress.getStyleClass().add("edge-run");
        table.getStyleClass().add("edge-share-table");
        table.setId("edge-share-table");
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-share-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(new OverlayHead(text("share.title"), close), about, choices(), progress, answer, scroll);
        boolean isOneFile = input.traffic().index().files().size() < 2;
        (isOneFile ? networks : files).setSelected(true);
        play(isOneFile ? Borders.NETWORK : Borders.FILE);
    }

    private HBox choices() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(files, networks);
        files.setId("edge-share-files");
        networks.setId("edge-share-networks");
        files.getStyleClass().addAll("small", "left-pill");
        networks.getStyleClass().addAll("small", "right-pill");
        files.setOnAction(_ -> choose(files, Borders.FILE));
        networks.setOnAction(_ -> choose(networks, Borders.NETWORK));
        ChartCopies.installData(copy, this::data);
        copy.setId("edge-share-copy");
        copy.getStyleClass().addAll("small", "flat", "button-icon");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox box = new HBox(new Label(text("share.borders")), files, networks, gap, copy);
        box.getStyleClass().add("edge-share-choices");
        return box;
    }

    private void choose(ToggleButton chosen, Borders borders) {
        chosen.setSelected(true);
        play(borders);
    }

    private void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    private void play(Borders borders) {
        stop();
        show(Optional.empty(), "");
        setShown(progress, true);
        running = work.run(EdgeWork.Kind.ADVICE, monitor -> OverlayTrial.of(input, borders, words, monitor),
                trial -> show(Optional.of(trial), answer(trial)), _ -> show(Optional.empty(), text("share.failed")));
    }

    private void show(Optional<OverlayTrial> its, String sentence) {
        trial = its;
        setShown(progress, false);
        answer.setText(sentence);
        setShown(answer, !sentence.isEmpty());
        copy.setDisable(its.isEmpty());
        table.getChildren().clear();
        its.ifPresent(this::fill);
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private String answer(OverlayTrial its) {
        Play first = its.plays().getFirst();
        OverlayBorder sum = first.sum("");
        if (first.result().signatures().isEmpty()) {
            return text("share.no-signature", sum.anomalies());
        }
        return words.words("share.answer", first.result().signatures().size(), percent(sum.stopped(), sum.attack()),
                percent(sum.before(), sum.attack()), sum.lost());
    }

    private void fill(OverlayTrial its) {
        row(0, "edge-note", text("share.border"), text("share.delay"), "", text("share.before"), text("share.stopped"),
                text("share.through"), words.words("share.lost"), text("share.signatures"));
        List<String> parts = List.of("before", "stopped", "through");
        for (int part = 0; part < parts.size(); part++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("edge-share-swatch", "edge-share-" + parts.get(part));
            ((Label) table.getChildren().get(FIRST_PART + part)).setGraphic(swatch);
        }
        int row = 1;
        for (String name : names(its)) {
            for (Play play : its.plays()) {
                OverlayBorder border = border(play, name);
                boolean isFirst = play.equals(its.plays().getFirst());
                row(row, name.isEmpty() ? "edge-strong" : "edge-small", isFirst ? shown(name) : "",
                        text("share.seconds", play.seconds()), "", percent(border.before(), border.attack()),
                        percent(border.stopped(), border.attack()), percent(border.through(), border.attack()),
                        text("outcome.count", border.lost()), text("outcome.count", signatures(play, name)));
                table.add(bar(border), 2, row);
                row++;
            }
        }
    }

    private static String shown(String name) {
        return name.isEmpty() ? text("share.all") : VisibleText.ofValue(name, LONGEST_NAME);
    }

    /// The sum, whose name is empty, and the borders with the most of the attack.
    private static List<String> names(OverlayTrial its) {
        List<String> names = new ArrayList<>(List.of(""));
        its.plays()
                .getFirst()
                .result()
                .borders()
                .stream()
                .filter(each -> each.attack() > 0)
                .sorted(Comparator.comparingInt(OverlayBorder::attack).reversed())
                .limit(MOST_BORDERS)
                .forEach(each -> names.add(each.name()));
        return names;
    }

    private static OverlayBorder border(Play play, String name) {
        return play.result()
                .borders()
                .stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> play.sum(name));
    }

    private static long signatures(Play play, String name) {
        return play.result().signatures().stream().filter(each -> name.isEmpty() || each.border().equals(name)).count();
    }

    private void row(int row, String style, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            Label label = new Label(cells[column]);
            label.getStyleClass().add(style);
            label.setMinWidth(Region.USE_PREF_SIZE);
            if (column >= FIRST_PART) {
                GridPane.setHalignment(label, HPos.RIGHT);
            }
            table.add(label, column, row);
        }
    }

    /// Before the first signature, stopped, through: as parts of a bar.
    private static HBox bar(OverlayBorder border) {
        HBox bar = new HBox(part("edge-share-before", border.before(), border.attack()),
                part("edge-share-stopped", border.stopped(), border.attack()),
                part("edge-share-through", border.through(), border.attack()));
        bar.getStyleClass().add("edge-share-bar");
        bar.setMinWidth(BAR_WIDTH);
        bar.setAccessibleText(text("share.bar", percent(border.before(), border.attack()),
                percent(border.stopped(), border.attack()), percent(border.through(), border.attack())));
        return bar;
    }

    private static Region part(String style, int count, int all) {
        Region part = new Region();
        part.getStyleClass().add(style);
        double width = BAR_WIDTH * count / Math.max(1, all);
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
        return part;
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        trial.ifPresent(trial -> trial.plays()
                .forEach(play -> play.result().borders().forEach(each -> rows.add(row(play, each)))));
        return new DataTable(List.of("border", "delay_seconds", "anomalies", "attack", "before", "stopped", "through",
                "lost", "signatures"), rows);
    }

    private static List<Object> row(Play play, OverlayBorder border) {
        return List.of(border.name(), play.seconds(), border.anomalies(), border.attack(), border.before(),
                border.stopped(), border.through(), border.lost(), signatures(play, border.name()));
    }
}
