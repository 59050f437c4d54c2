package org.sipsleuth.app.workbench;

import atlantafx.base.controls.ModalPane;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.DroppedNames;
import org.sipsleuth.app.workbench.page.Opener;

/// The frame of the window: what stands where, and files dropped on it.
final class WorkbenchController {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final String PRESENTING = "presenting";
    private static final double LEAST_INSPECTOR = 240;
    private static final double MOST_INSPECTOR = 640;

    private final Look look;
    private final Opener opener;
    private boolean view;
    private boolean inspected;
    private boolean timed;

    /// The view that is shown, or stands behind the page.
    private @Nullable Node prepared;

    @FXML private StackPane root;
    @FXML private StackPane railSlot;
    @FXML private StackPane topBarSlot;
    @FXML private StackPane bannerSlot;
    @FXML private StackPane labBannerSlot;
    @FXML private StackPane labSlot;
    @FXML private StackPane stripSlot;
    @FXML private Region inspectorHandle;
    @FXML private StackPane inspectorSlot;
    @FXML private StackPane inspectorBarSlot;
    @FXML private StackPane viewSlot;
    @FXML private StackPane statusSlot;
    @FXML private ModalPane overlay;
    @FXML private Region dropFrame;
    @FXML private Label dropWords;

    WorkbenchController(Look look, Opener opener) {
        this.look = look;
        this.opener = opener;
    }

    @FXML
    private void initialize() {
        inspectorSlot.prefWidthProperty().bind(look.inspectorWidthProperty());
        overlay.setInTransitionFactory(null);
        overlay.setOutTransitionFactory(null);
        look.inspectorOpenProperty().subscribe(_ -> arrange());
        look.presentingProperty().subscribe(this::present);
    }

    /// Sets what chooses among the pages, at the side.
    void setRail(Node rail) {
        railSlot.getChildren().setAll(rail);
    }

    void setTopBar(Node bar) {
        topBarSlot.getChildren().setAll(bar);
    }

    /// Sets what a lab has over and beside the pages.
    void setLab(Node banner, Node panel) {
        labBannerSlot.getChildren().setAll(banner);
        labSlot.getChildren().setAll(panel);
        showLab(false, false);
    }

    /// Shows the parts of a lab, or hides them.
    ///
    /// @param isOpen whether there is a lab at hand
    /// @param isInProgress whether something of it is hidden
    void showLab(boolean isOpen, boolean isInProgress) {
        place(labBannerSlot, isInProgress);
        place(labSlot, isOpen);
    }

    /// Sets the time strip, shown while a view is.
    void setStrip(Node strip) {
        stripSlot.getChildren().setAll(strip);
    }

    /// Sets the inspector, shown beside a view.
    ///
    /// @param bar stands in its place while it is closed
    void setInspector(Node inspector, Node bar) {
        inspectorSlot.getChildren().setAll(inspector);
        inspectorBarSlot.getChildren().setAll(bar);
    }

    void setStatusBar(Node bar) {
        statusSlot.getChildren().setAll(bar);
    }

    /// Sets what lies over all of it, and is empty but for what pops up.
    void setAbove(Node layer) {
        root.getChildren().add(1, layer);
    }

    /// Styles a view before it is shown, which takes long the first time. It is not laid out: its
    /// dividers would stay where they were then, whatever becomes of the window's size.
    void prepare(Node node) {
        if (!view) {
            prepared = node;
            showPage(viewSlot.getChildren().getLast());
            root.applyCss();
        }
    }

    /// Shows a view, with the time strip above.
    ///
    /// @param isInspected whether the inspector stands beside it
    /// @param isTimed whether the time strip stands over it
    void showView(Node node, boolean isInspected, boolean isTimed) {
        view = true;
        timed = isTimed;
        inspected = isInspected;
        prepared = node;
        place(node, true);
        put(viewSlot, List.of(node));
        arrange();
    }

    /// Shows a page alone. The view stays behind it, ready to be shown.
    void showPage(Node node) {
        view = false;
        if (prepared == null) {
            put(viewSlot, List.of(node));
        } else {
            place(prepared, false);
            put(viewSlot, List.of(prepared, node));
        }
        arrange();
    }

    /// Shows a line below the top bar.
    void showBanner(Node banner) {
        put(bannerSlot, List.of(banner));
    }

    /// Shows no such line.
    void hideBanner() {
        bannerSlot.getChildren().clear();
    }

    /// Shows a page over everything else.
    void showOverlay(Node page) {
        overlay.show(page);
        page.requestFocus();
    }

    /// Takes that page away.
    ///
    /// @return false if there was none
    boolean hideOverlay() {
        if (!overlay.isDisplay()) {
            return false;
        }
        overlay.hide(true);
        return true;
    }

    /// Whether a page lies over everything else.
    boolean isOverlaid() {
        return overlay.isDisplay();
    }

    /// Whether a view is shown and no page lies over it.
    boolean isViewInFront() {
        return view && !overlay.isDisplay();
    }

    /// Gives the focus to the first thing that the page in front offers.
    void focusAct() {
        Node act = viewSlot.getChildren().getLast().lookup(".notice-acts .button");
        if (act != null) {
            act.requestFocus();
        }
    }

    /// What is there already is left in its place: whatever is added is styled again.
    private static void put(StackPane slot, List<Node> nodes) {
        slot.getChildren().removeIf(node -> !nodes.contains(node));
        for (int i = 0; i < nodes.size(); i++) {
            if (!slot.getChildren().contains(nodes.get(i))) {
                slot.getChildren().add(i, nodes.get(i));
            }
        }
    }

    /// The style sheets have larger contrasts for what is presented.
    private void present(boolean isPresenting) {
        root.getStyleClass().remove(PRESENTING);
        if (isPresenting) {
            root.getStyleClass().add(PRESENTING);
        }
        place(statusSlot, !isPresenting);
        arrange();
    }

    private void arrange() {
        boolean inspects = view && inspected && look.inspectorOpenProperty().get();
        place(stripSlot, view && timed);
        place(inspectorHandle, inspects);
        place(inspectorSlot, inspects);
        place(inspectorBarSlot, view && inspected && !inspects && !look.presentingProperty().get());
    }

    private static void place(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    @FXML
    private void resizeInspector(MouseEvent event) {
        double right = inspectorSlot.localToScene(inspectorSlot.getWidth(), 0).getX();
        look.inspectorWidthProperty().set(Math.clamp(right - event.getSceneX(), LEAST_INSPECTOR, MOST_INSPECTOR));
    }

    @FXML
    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!dropFrame.isVisible()) {
                dropWords.setText(DroppedNames.action(paths(event)));
            }
            showDropping(true);
        }
        event.consume();
    }

    @FXML
    private void dragExited() {
        showDropping(false);
    }

    private void showDropping(boolean isDropping) {
        root.pseudoClassStateChanged(DROPPING, isDropping);
        dropFrame.setVisible(isDropping);
        dropWords.setVisible(isDropping);
    }

    private static List<Path> paths(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    @FXML
    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            opener.openLater(paths(event));
        }
        event.setDropCompleted(files);
        event.consume();
    }
}
