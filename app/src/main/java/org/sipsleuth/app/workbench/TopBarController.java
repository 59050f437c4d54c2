package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.memory.RecentFiles;
import org.sipsleuth.app.workbench.page.Opener;
import org.sipsleuth.app.workbench.truth.TruthControls;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.Theme;

/// Binds the top bar: what is open, where to go, how it looks.
final class TopBarController {

    /// What the bar holds besides.
    ///
    /// @param filter the filter bar
    /// @param live the button of live capture
    /// @param once whether frames that several files hold count once
    /// @param truth what shows the truth of a capture
    /// @param inspected whether the page in front has the inspector beside it
    /// @param showExport exports what is chosen
    /// @param showHelp shows all keys
    /// @param showPalette shows all commands
    record Extras(
            Node filter,
            Node live,
            CountOnce once,
            TruthControls truth,
            ObservableValue<Boolean> inspected,
            Runnable showExport,
            Runnable showHelp,
            Runnable showPalette) {}

    private final Opener opener;
    private final WorkbenchViewModel model;
    private final RecentFiles recent;
    private final SelectionModel selection;
    private final Look look;
    private final Extras extras;

    @FXML private StackPane liveSlot;
    @FXML private MenuButton captures;
    @FXML private StackPane truthSlot;
    @FXML private StackPane filterSlot;
    @FXML private Node backHolder;
    @FXML private Button back;
    @FXML private Node forwardHolder;
    @FXML private Button forward;
    @FXML private Button theme;
    @FXML private FontIcon themeIcon;
    @FXML private Node inspectorHolder;
    @FXML private ToggleButton inspector;

    TopBarController(
            Opener opener,
            WorkbenchViewModel model,
            RecentFiles recent,
            SelectionModel selection,
            Look look,
            Extras extras) {
        this.opener = opener;
        this.model = model;
        this.recent = recent;
        this.selection = selection;
        this.look = look;
        this.extras = extras;
    }

    @FXML
    private void initialize() {
        liveSlot.getChildren().add(extras.live());
        filterSlot.getChildren().add(extras.filter());
        filterSlot
                .visibleProperty()
                .bind(model.stateProperty().map(state -> state.index().isPresent()));
        truthSlot.getChildren().add(extras.truth().button());
        model.stateProperty().subscribe(this::name);
        captures.setOnShowing(_ -> fillMenu());
        fillMenu();
        back.setOnAction(_ -> selection.back());
        forward.setOnAction(_ -> selection.forward());
        enable(back, backHolder, selection.canGoBackProperty(), "workbench.back");
        enable(forward, forwardHolder, selection.canGoForwardProperty(), "workbench.forward");
        look.themeProperty().subscribe(this::name);
        enable(
                inspector,
                inspectorHolder,
                Bindings.createBooleanBinding(
                        () -> model.state().index().isPresent() && extras.inspected().getValue(),
                        model.stateProperty(),
                        extras.inspected()),
                "workbench.inspector");
        inspector.selectedProperty().bindBidirectional(look.inspectorOpenProperty());
    }

    private void name(WorkbenchState state) {
        captures.setText(
                switch (state) {
                    case Loading loading -> CaptureNames.of(loading.files());
                    case Live live -> text("live.name", live.source());
                    case Whole whole ->
                            whole.investigation()
                                    .map(OpenCaptures::files)
                                    .map(CaptureNames::of)
                                    .orElse(text("workbench.no.capture"));
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
        open.setOnAction(_ -> opener.ask());
        CheckMenuItem once = new CheckMenuItem(text("workbench.once"));
        once.setId("once");
        once.setSelected(extras.once().isOn());
        once.setOnAction(_ -> opener.countOnce(once.isSelected()));
        MenuItem export = new MenuItem(text("workbench.export.menu"), new FontIcon("fth-share"));
        export.setId("export-capture");
        export.setDisable(model.state().index().isEmpty());
        export.setOnAction(_ -> extras.showExport().run());
        captures.getItems().setAll(open, export, once);
        captures.getItems().addAll(extras.truth().menuItems());
        if (!recent.entries().isEmpty()) {
            captures.getItems().add(new SeparatorMenuItem());
        }
        for (List<Path> files : recent.entries()) {
            MenuItem item =
                    new MenuItem(
                            text(
                                    "workbench.recent.item",
                                    CaptureNames.of(files),
                                    CaptureNames.directoryOf(files)));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> opener.open(files));
            captures.getItems().add(item);
        }
    }

    /// A disabled button gets no mouse events, so what holds it says why it is disabled.
    private static void enable(
            Node button, Node holder, ObservableBooleanValue possible, String key) {
        button.disableProperty().bind(Bindings.not(possible));
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.when(possible).then(text(key)).otherwise(text(key + ".none")));
        Tooltip.install(holder, tip);
    }

    @FXML
    private void open() {
        opener.ask();
    }

    @FXML
    private void switchTheme() {
        look.switchTheme();
    }

    @FXML
    private void palette() {
        extras.showPalette().run();
    }

    @FXML
    private void help() {
        extras.showHelp().run();
    }
}
