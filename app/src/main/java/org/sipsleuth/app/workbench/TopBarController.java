package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.truth.TruthControls;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.Theme;

/// Binds the top bar: what is open, where to go, how it looks.
final class TopBarController {

    private final Workbench workbench;
    private final CaptureOpening captureOpening;
    private final Look look;
    private final Rail rail;
    private final TruthControls truth;
    private final Node filter;
    private final Node live;

    @FXML private Node openButton;
    @FXML private StackPane liveSlot;
    @FXML private MenuButton captures;
    @FXML private StackPane truthSlot;
    @FXML private StackPane filterSlot;
    @FXML private Node backHolder;
    @FXML private Button back;
    @FXML private Node forwardHolder;
    @FXML private Button forward;
    @FXML private ToggleButton present;
    @FXML private Button theme;
    @FXML private FontIcon themeIcon;
    @FXML private Node inspectorHolder;
    @FXML private ToggleButton inspector;

    /// @param filter the filter bar
    /// @param live the button of live capture
    TopBarController(Workbench workbench, Rail rail, TruthControls truth, Node filter, Node live) {
        this.workbench = workbench;
        this.rail = rail;
        this.truth = truth;
        this.filter = filter;
        this.live = live;
        captureOpening = workbench.captures();
        look = workbench.look();
    }

    @FXML
    private void initialize() {
        SelectionModel selection = workbench.selection();
        liveSlot.getChildren().add(live);
        filterSlot.getChildren().add(filter);
        filter.managedProperty().bind(filterSlot.visibleProperty()); // the slot remains as a gap
        filterSlot.visibleProperty().bind(workbench.stateProperty().map(state -> state.index().isPresent()));
        truthSlot.getChildren().add(truth.button());
        workbench.stateProperty().subscribe(this::name);
        captures.setOnShowing(_ -> fillMenu());
        fillMenu();
        back.setOnAction(_ -> selection.back());
        forward.setOnAction(_ -> selection.forward());
        enable(back, backHolder, selection.canGoBackProperty(), "workbench.back");
        enable(forward, forwardHolder, selection.canGoForwardProperty(), "workbench.forward");
        look.themeProperty().subscribe(this::name);
        enable(inspector, inspectorHolder,
                Bindings.createBooleanBinding(() -> isOpen() && rail.chosenProperty().get().page().isInspected(),
                        workbench.stateProperty(), rail.chosenProperty()),
                "workbench.inspector");
        for (Node unneeded : List.of(openButton, liveSlot, inspectorHolder)) { // to make room
            unneeded.visibleProperty().bind(look.presentingProperty().not());
            unneeded.managedProperty().bind(unneeded.visibleProperty());
        }
        present.selectedProperty().bindBidirectional(look.presentingProperty());
        inspector.selectedProperty().bindBidirectional(look.inspectorOpenProperty());
    }

    private boolean isOpen() {
        return workbench.stateProperty().get().index().isPresent();
    }

    private void name(WorkbenchState state) {
        captures.setText(switch (state) {
            case Loading loading -> CaptureNames.of(loading.request());
            case Live live -> text("workbench.live.name", live.source());
            case Whole whole -> whole.investigation().map(CaptureNames::of).orElse(text("workbench.no.capture"));
        });
    }

    private void name(Theme now) {
        String words = text(now == Theme.LIGHT ? "workbench.theme.dark" : "workbench.theme.light");
        theme.setAccessibleText(words);
        theme.setTooltip(new Tooltip(words));
        themeIcon.setIconLiteral(now == Theme.LIGHT ? "fth-moon" : "fth-sun");
    }

    private void fillMenu() {
        MenuItem open = new MenuItem(text("workbench.open.menu"), new FontIcon("fth-folder"));
        open.setOnAction(_ -> captureOpening.ask());
        MenuItem paste = new MenuItem(text("workbench.paste.menu"), new FontIcon("fth-clipboard"));
        paste.setId("open-pasted");
        paste.setOnAction(_ -> captureOpening.paste());
        CheckMenuItem once = new CheckMenuItem(text("workbench.once"));
        once.setId("once");
        once.setSelected(captureOpening.once().isOn());
        once.setOnAction(_ -> captureOpening.countOnce(once.isSelected()));
        MenuItem export = new MenuItem(text("workbench.export.menu"), new FontIcon("fth-share"));
        export.setId("export-capture");
        export.setDisable(!isOpen());
        export.setOnAction(_ -> workbench.showExport());
        Clipboard clipboard = Clipboard.getSystemClipboard();
        paste.setDisable(!clipboard.hasString() && !clipboard.hasFiles());
        MenuItem find = new MenuItem(text("workbench.find.menu"), new FontIcon("fth-search"));
        find.setId("find-in-folder");
        find.setOnAction(_ -> workbench.showFind());
        captures.getItems().setAll(open, find, paste, export, once);
        captures.getItems().addAll(truth.menuItems());
        if (!captureOpening.recent().entries().isEmpty()) {
            captures.getItems().add(new SeparatorMenuItem());
        }
        for (List<Path> files : captureOpening.recent().files()) {
            MenuItem item = new MenuItem(
                    text("workbench.recent.item", CaptureNames.of(files), CaptureNames.directoryOf(files)));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> captureOpening.openLater(files));
            captures.getItems().add(item);
        }
    }

    /// A disabled button gets no mouse events, so what holds it says why it is disabled.
    private static void enable(Node button, Node holder, ObservableBooleanValue possible, String key) {
        button.disableProperty().bind(Bindings.not(possible));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Bindings.when(possible).then(text(key)).otherwise(text(key + ".none")));
        Tooltip.install(holder, tip);
    }

    @FXML
    private void open() {
        captureOpening.ask();
    }

    @FXML
    private void switchTheme() {
        look.switchTheme();
    }

    @FXML
    private void palette() {
        workbench.showPalette();
    }

    @FXML
    private void help() {
        workbench.showHelp();
    }
}
