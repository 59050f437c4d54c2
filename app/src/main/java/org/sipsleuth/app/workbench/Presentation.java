package org.sipsleuth.app.workbench;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.command.Command;

/// Makes the window readable from the back of a room: everything in it larger, full screen, and, to
/// present, both at once. The usual scale is remembered; full screen, and the scale of a presentation,
/// are not.
final class Presentation {

    /// Those of web browsers.
    static final List<Double> SCALES = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    /// Those of a presentation.
    private static final List<Double> PRESENTED = List.of(1.5, 1.75, 2.0, 2.5, 3.0, 3.5);

    /// What a page needs to be usable, in pixels before they are scaled. It leaves 1.75 at 1920 by 1080:
    /// small text is then a fiftieth of the picture's height.
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 600;

    private static final String SCALE = "window.scale";
    private static final double USUAL = 1;

    private final ScaledPane root;
    private final BooleanProperty presenting;
    private final DoubleProperty usual = new SimpleDoubleProperty(USUAL);
    private final DoubleProperty scale = new SimpleDoubleProperty(USUAL);
    private final ListChangeListener<Window> popups = this::windowsChanged;
    private Subscription inWindow = Subscription.EMPTY;
    private Subscription room = Subscription.EMPTY;
    private boolean wasFullScreen;

    /// @param root that of the window's scene
    /// @param presenting whether the window is presented
    Presentation(ScaledPane root, Memory memory, BooleanProperty presenting) {
        this.root = root;
        this.presenting = presenting;
        memory.get(SCALE).ifPresent(this::recall);
        memory.whenReplaced(() -> memory.get(SCALE).ifPresent(this::recall));
        root.scaleProperty().bind(scale);
        usual.addListener((_, _, now) -> memory.keep(SCALE, Double.toString(now.doubleValue())));
        usual.subscribe(_ -> showUsual());
        presenting.addListener((_, _, now) -> present(now));
        root.sceneProperty().flatMap(Scene::windowProperty).subscribe(this::shownIn);
    }

    /// Listens to the window that shows the root, and no longer to the one before.
    private void shownIn(@Nullable Window window) {
        inWindow.unsubscribe();
        inWindow = Subscription.EMPTY;
        if (window instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            // Canvases are drawn in pixels of the window, and would be blurred when magnified.
            inWindow = Subscription.combine(scale.subscribe(_ -> drawSharply(stage)),
                    stage.outputScaleXProperty().subscribe(_ -> drawSharply(stage)),
                    stage.showingProperty().subscribe(this::scalePopups), () -> scalePopups(false));
        }
    }

    /// The list of windows lasts as long as the program: a closed window must not be held by it.
    private void scalePopups(boolean isShowing) {
        Window.getWindows().removeListener(popups);
        if (isShowing) {
            Window.getWindows().addListener(popups);
        }
    }

    private Optional<Stage> stage() {
        return root.getScene() != null && root.getScene().getWindow() instanceof Stage stage ? Optional.of(stage)
                : Optional.empty();
    }

    /// The commands, with their keys.
    List<Command> commands() {
        return List.of(Command.of("workbench.key.fullscreen", "F11", this::switchFullScreen),
                Command.of("workbench.key.larger", "Shortcut+Plus Shortcut+Equals Shortcut+Add", () -> step(1)),
                Command.of("workbench.key.smaller", "Shortcut+Minus Shortcut+Subtract", () -> step(-1)),
                Command.of("workbench.key.usual", "Shortcut+0", () -> set(USUAL)),
                Command.of("workbench.key.present", "F5", () -> presenting.set(!presenting.get())));
    }

    /// Ends full screen.
    ///
    /// @return false if the window was not full screen
    boolean leaveFullScreen() {
        boolean was = stage().filter(Stage::isFullScreen).isPresent();
        stage().ifPresent(stage -> stage.setFullScreen(false));
        return was;
    }

    private void switchFullScreen() {
        stage().ifPresent(stage -> stage.setFullScreen(!stage.isFullScreen()));
    }

    /// Ends the presentation.
    ///
    /// @return false if there was none
    boolean leave() {
        boolean was = presenting.get();
        presenting.set(false);
        return was;
    }

    private void present(boolean isPresenting) {
        room.unsubscribe();
        room = Subscription.EMPTY;
        stage().ifPresent(stage -> {
            wasFullScreen = isPresenting ? stage.isFullScreen() : wasFullScreen;
            stage.setFullScreen(isPresenting || wasFullScreen);
        });
        Scene scene = root.getScene();
        if (isPresenting && scene != null) {
            room = Subscription.combine(scene.widthProperty().subscribe(_ -> fit(scene)),
                    scene.heightProperty().subscribe(_ -> fit(scene)));
        } else {
            showUsual();
        }
    }

    private void showUsual() {
        if (!presenting.get()) {
            scale.set(usual.get());
        }
    }

    /// The largest scale that leaves room enough for a page, but never less than the smallest.
    private void fit(Scene scene) {
        double most = Math.min(scene.getWidth() / LEAST_WIDTH, scene.getHeight() / LEAST_HEIGHT);
        scale.set(PRESENTED.stream().filter(each -> each <= most).reduce(PRESENTED.getFirst(), Math::max));
    }

    /// A scale that is chosen while something is presented holds until the end of it.
    private void set(double chosen) {
        (presenting.get() ? scale : usual).set(chosen);
    }

    private void step(int by) {
        List<Double> scales = presenting.get() ? PRESENTED : SCALES;
        int now = scales.indexOf(scale.get());
        set(scales.get(Math.clamp((long) now + by, 0, scales.size() - 1)));
    }

    private void recall(String text) {
        SCALES.stream().filter(each -> text.equals(each.toString())).forEach(usual::set);
    }

    private void drawSharply(Stage stage) {
        double larger = Math.max(1, scale.get());
        stage.setRenderScaleX(stage.getOutputScaleX() * larger);
        stage.setRenderScaleY(stage.getOutputScaleY() * larger);
    }

    /// Menus and tooltips are windows of their own: their text is scaled by a style class.
    private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window added : change.getAddedSubList()) {
                if (added instanceof PopupControl popup) {
                    popup.getStyleClass().removeIf(name -> name.startsWith("scale-"));
                    popup.getStyleClass().add("scale-" + Math.round(scale.get() * 100));
                }
            }
        }
    }
}
