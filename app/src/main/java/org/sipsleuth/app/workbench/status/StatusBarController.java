package org.sipsleuth.app.workbench.status;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.loading.CaptureLoader;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.view.ui.Texts;

/// Binds the status bar to what it speaks of.
final class StatusBarController {

    private static final PseudoClass HARMLESS = PseudoClass.getPseudoClass("harmless");

    private final StatusBarViewModel model;
    private final FileHashes hashes;
    private final CaptureLoader loader;
    private final Runnable openAccount;
    private final Node live;
    private final Runnable dropKeyLogs;

    @FXML private Button hash;
    @FXML private Tooltip hashTip;
    @FXML private Label counts;
    @FXML private Button notRead;
    @FXML private FontIcon notReadIcon;
    @FXML private Tooltip notReadTip;
    @FXML private Button files;
    @FXML private Button damage;
    @FXML private Tooltip damageTip;
    @FXML private StackPane liveSlot;
    @FXML private Button keyLog;
    @FXML private Tooltip keyLogTip;
    @FXML private HBox chips;
    @FXML private HBox running;
    @FXML private Label stage;
    @FXML private ProgressBar progress;
    @FXML private Label percent;

    StatusBarController(StatusBarViewModel model, FileHashes hashes, CaptureLoader loader, Runnable openAccount,
            Runnable dropKeyLogs, Node live) {
        this.model = model;
        this.hashes = hashes;
        this.loader = loader;
        this.openAccount = openAccount;
        this.live = live;
        this.dropKeyLogs = dropKeyLogs;
    }

    @FXML
    private void initialize() {
        liveSlot.getChildren().add(live);
        hashes.shownProperty().subscribe(this::showHash);
        counts.textProperty().bind(model.countsProperty());
        notRead.textProperty().bind(model.notReadProperty());
        notReadTip.textProperty().bind(model.notReadDetailsProperty());
        model.losingProperty().subscribe(this::markLoss);
        showOnlyWith(notRead, model.notReadProperty());
        files.textProperty().bind(model.filesProperty());
        showOnlyWith(files, model.filesProperty());
        damage.textProperty().bind(model.damageProperty());
        damageTip.textProperty().bind(model.damageDetailsProperty());
        showOnlyWith(damage, model.damageProperty());
        keyLog.textProperty().bind(model.keyLogProperty());
        keyLogTip.textProperty()
                .bind(model.keyLogDetailsProperty().map(files -> Texts.text("workbench.key.log.tip", files)));
        showOnlyWith(keyLog, model.keyLogProperty());
        model.chips().addListener((ListChangeListener<Chip>) _ -> showChips());
        stage.textProperty().bind(loader.stageProperty());
        progress.progressProperty().bind(loader.progressProperty());
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> loader.progressProperty().get() < 0 ? ""
                                : Texts.text("workbench.status.percent", loader.progressProperty().get()),
                        loader.progressProperty()));
        running.visibleProperty().bind(loader.runningProperty());
        running.managedProperty().bind(running.visibleProperty());
    }

    private void markLoss(boolean losing) {
        notRead.pseudoClassStateChanged(HARMLESS, !losing);
        notReadIcon.setIconLiteral(losing ? "fth-alert-triangle" : "fth-info");
    }

    private void showHash(FileHashes.HashText text) {
        boolean known = !text.details().isEmpty();
        hash.setText(text.words());
        hash.setVisible(!text.words().isEmpty());
        hash.setManaged(hash.isVisible());
        hash.setDisable(!known);
        hashTip.setText(known ? Texts.text("workbench.hash.tip", CaptureNames.few(text.details().lines().toList()))
                : text.words());
    }

    private static void showOnlyWith(Node node, ObservableStringValue words) {
        node.visibleProperty().bind(Bindings.isNotEmpty(words));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showChips() {
        chips.getChildren().setAll(model.chips().stream().map(this::chip).toList());
    }

    private Button chip(Chip chip) {
        Button button = new Button(chip.words(), new FontIcon("fth-x"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().addAll("chip", "small");
        button.setAccessibleText(Texts.text("workbench.chip.drop", chip.words()));
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        button.setOnAction(_ -> model.drop(chip.part()));
        button.setId("chip-" + chip.part().name().toLowerCase(Locale.ROOT));
        return button;
    }

    @FXML
    private void copyHash() {
        ClipboardContent content = new ClipboardContent();
        content.putString(hashes.shownProperty().get().details());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void openAccount() {
        openAccount.run();
    }

    @FXML
    private void dropKeyLog() {
        dropKeyLogs.run();
    }

    @FXML
    private void cancel() {
        loader.cancel();
    }
}
