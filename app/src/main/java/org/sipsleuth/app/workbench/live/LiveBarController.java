package org.sipsleuth.app.workbench.live;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.view.ui.Texts;

/// Binds the controls of a live capture in the status bar.
final class LiveBarController {

    private static final PseudoClass LOSING = PseudoClass.getPseudoClass("losing");

    private final LiveViewModel model;
    private final LiveSession session;
    private final Desktop desktop;

    @FXML private HBox bar;
    @FXML private Label counts;
    @FXML private Tooltip countsTip;
    @FXML private Label message;
    @FXML private ToggleButton pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button stop;

    LiveBarController(LiveViewModel model, LiveSession session, Desktop desktop) {
        this.model = model;
        this.session = session;
        this.desktop = desktop;
    }

    @FXML
    private void initialize() {
        bar.visibleProperty().bind(model.savableProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        counts.setMinWidth(Region.USE_PREF_SIZE); // the message gives way
        counts.textProperty().bind(model.countsProperty());
        countsTip.textProperty().bind(model.detailsProperty());
        model.losingProperty().subscribe(losing -> counts.pseudoClassStateChanged(LOSING, losing));
        message.textProperty().bind(model.messageProperty());
        Tooltip messageTip = new Tooltip();
        messageTip.textProperty().bind(model.messageProperty());
        message.setTooltip(messageTip);
        message.managedProperty().bind(model.messageProperty().isNotEmpty());
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        pause.visibleProperty().bind(model.runningProperty());
        pause.managedProperty().bind(model.runningProperty());
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(model.runningProperty());
        model.pausedProperty().subscribe(this::name);
    }

    private void name(boolean paused) {
        String words = Texts.text(paused ? "workbench.live.resume" : "workbench.live.pause");
        pause.setAccessibleText(words);
        pause.setTooltip(new Tooltip(words));
        pauseIcon.setIconLiteral(paused ? "fth-play" : "fth-pause");
    }

    @FXML
    private void save() {
        desktop.captureToSave(bar.getScene().getWindow()).ifPresent(session::save);
    }

    @FXML
    private void stop() {
        session.stop();
    }
}
