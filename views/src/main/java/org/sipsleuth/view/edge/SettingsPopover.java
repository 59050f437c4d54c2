package org.sipsleuth.view.edge;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import atlantafx.base.controls.Popover;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.advice.Recommendations;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.StackSettings;
import org.sipsleuth.edge.traffic.ScanSettings;
import org.sipsleuth.view.edge.run.InputSettings;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.ui.ItemCell;

/// Shows and changes where the border is, what it scans for, what is assumed about the SIP stack,
/// and the accepted loss. Esc closes it.
final class SettingsPopover {

    private static final int MOST_SERVERS = 1_000;
    private static final int MOST_RATE = 100_000;
    private static final int MOST_ROOM = 1_000_000;
    private static final double WIDTH = 110;
    private static final double WIDE = 190;
    private static final double TEXT_WIDTH = 330;
    private static final double PERCENT = 100;
    private static final double LOSS_STEP = 0.5;

    /// What the popover changes.
    interface Changes {

        /// Another assumed stack.
        void use(StackSettings stack);

        /// Another border.
        void protect(List<String> addresses);

        /// Another grammar.
        void check(ScanSettings.Grammar grammar);

        /// Asks for a file with signatures.
        void chooseSignatures();

        /// Scans for no signatures any more.
        void forgetSignatures();

        /// Another accepted loss, a share.
        void accept(double mostLost);
    }

    private final Popover popover = new Popover();
    private final Spinner<Integer> rate = spinner("edge-rate", 1, MOST_RATE);
    private final Spinner<Integer> servers = spinner("edge-servers", 1, MOST_SERVERS);
    private final Spinner<Integer> room = spinner("edge-room", 0, MOST_ROOM);
    private final Spinner<Double> loss = new Spinner<>(0, PERCENT, 0, LOSS_STEP);
    private final TextField border = new TextField();
    private final Label fault = new Label();
    private final ComboBox<ScanSettings.Grammar> grammar = new ComboBox<>();
    private final Button bundle = new Button();
    private final Button noBundle = new Button(text("settings.signatures.none"));
    private final Changes changes;
    private StackSettings shown = StackSettings.USUAL;
    private boolean isShowing;

    SettingsPopover(Changes changes) {
        this.changes = changes;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("edge-stack-grid");
        add(grid, 0, "settings.border", border, border);
        grid.add(fault, 1, 1);
        add(grid, 2, "settings.grammar", grammar, grammar);
        add(grid, 3, "settings.signatures", bundle, new HBox(4, bundle, noBundle));
        add(grid, 4, "settings.loss", loss, loss);
        Label about = new Label(text("stack.about"));
        about.setWrapText(true);
        about.setMaxWidth(TEXT_WIDTH);
        about.getStyleClass().add("edge-note");
        Label stack = new Label(text("stack.title"));
        stack.getStyleClass().add("edge-strong");
        GridPane assumed = new GridPane();
        assumed.getStyleClass().add("edge-stack-grid");
        add(assumed, 0, "stack.rate", rate, rate);
        add(assumed, 1, "stack.servers", servers, servers);
        add(assumed, 2, "stack.room", room, room);
        Button reset = new Button(text("stack.reset"));
        reset.setId("edge-stack-reset");
        reset.getStyleClass().add("small");
        reset.setOnAction(_ -> reset());
        VBox content = new VBox(10, grid, stack, about, assumed, reset);
        content.getStyleClass().add("edge-stack");
        content.getStylesheets().add(EdgeColours.styleSheet());
        prepare();
        popover.setContentNode(content);
        popover.setTitle(text("settings.title"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    private static Spinner<Integer> spinner(String id, int least, int most) {
        Spinner<Integer> spinner = new Spinner<>(least, most, least);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(WIDTH);
        return spinner;
    }

    private static void add(GridPane grid, int row, String key, Control control, Node node) {
        Label label = new Label(text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.setAccessibleText(text(key));
        grid.addRow(row, label, node);
    }

    private void prepare() {
        for (Spinner<Integer> each : List.of(rate, servers, room)) {
            each.valueProperty().addListener((_, _, _) -> change());
        }
        loss.setId("edge-loss");
        loss.setEditable(true);
        loss.setPrefWidth(WIDTH);
        loss.valueProperty().addListener((_, _, now) -> {
            if (now != null && !isShowing) {
                changes.accept(now / PERCENT);
            }
        });
        border.setId("edge-border");
        border.setPromptText(text("settings.border.usual"));
        border.setPrefWidth(WIDE);
        border.setOnAction(_ -> readBorder());
        border.focusedProperty().addListener((_, _, is) -> {
            if (!is) {
                readBorder();
            }
        });
        fault.setId("edge-border-fault");
        fault.getStyleClass().add("edge-fault");
        setFault("");
        grammar.setId("edge-grammar");
        grammar.setPrefWidth(WIDE);
        grammar.getItems().setAll(ScanSettings.Grammar.values());
        ItemCell.show(grammar, item -> text("settings.grammar." + item));
        grammar.valueProperty().addListener((_, _, now) -> {
            if (now != null && !isShowing) {
                changes.check(now);
            }
        });
        bundle.setId("edge-bundle");
        bundle.setMaxWidth(WIDE);
        bundle.setOnAction(_ -> changes.chooseSignatures());
        noBundle.setId("edge-bundle-none");
        noBundle.setOnAction(_ -> changes.forgetSignatures());
    }

    private void readBorder() {
        List<String> addresses =
                Stream.of(border.getText().split("[,;\\s]+", -1)).filter(each -> !each.isEmpty()).toList();
        Optional<String> wrong = addresses.stream().filter(each -> !isAddress(each)).findFirst();
        setFault(wrong.map(address -> text("settings.border.wrong", address)).orElse(""));
        if (wrong.isEmpty() && !isShowing) {
            changes.protect(addresses);
        }
    }

    private static boolean isAddress(String words) {
        try {
            return InetAddress.ofLiteral(words) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void setFault(String words) {
        fault.setText(words);
        fault.setVisible(!words.isEmpty());
        fault.setManaged(!words.isEmpty());
    }

    private void change() {
        if (isShowing || rate.getValue() == null || servers.getValue() == null || room.getValue() == null) {
            return;
        }
        changes.use(new StackSettings(servers.getValue(), rate.getValue(), room.getValue(), shown.isExponential(),
                shown.scale(), shown.normalisedSaving(), shown.seed()));
    }

    private void reset() {
        border.clear(); // else it would be read when it loses the focus
        setFault("");
        changes.use(StackSettings.USUAL);
        changes.protect(List.of());
        changes.check(ScanSettings.USUAL.grammar());
        changes.forgetSignatures();
        changes.accept(Recommendations.MOST_LOST);
    }

    /// Shows settings.
    void show(EdgeSettings settings, InputSettings inputs, double mostLost) {
        shown = settings.stack();
        isShowing = true;
        rate.getValueFactory().setValue((int) Math.round(shown.invitesPerSecond()));
        servers.getValueFactory().setValue(shown.servers());
        room.getValueFactory().setValue(shown.waitingRoom());
        loss.getValueFactory().setValue(mostLost * PERCENT);
        grammar.setValue(inputs.scans().grammar());
        if (!border.isFocused()) {
            border.setText(String.join(", ", inputs.border()));
        }
        bundle.setText(inputs.bundle().isEmpty() ? text("settings.signatures.choose")
                : text("settings.signatures.of", inputs.bundle(), inputs.scans().signatures().size()));
        noBundle.setVisible(!inputs.bundle().isEmpty());
        noBundle.setManaged(!inputs.bundle().isEmpty());
        isShowing = false;
    }

    /// Opens it beside a node, or closes it.
    void toggle(Node beside) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(beside);
        }
    }
}
