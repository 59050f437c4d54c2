package org.sipsleuth.app.workbench;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/// Hears the keys that do something everywhere in the window.
final class Shortcuts {

    private Shortcuts() {}

    /// Listens on the scene of a root: it hears keys also when nothing has the focus.
    ///
    /// @param showHelp is what a question mark does
    static void listen(Parent root, List<Shortcut> shortcuts, Runnable showHelp) {
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                listen(scene, shortcuts, showHelp);
                            }
                        });
    }

    private static void listen(Scene scene, List<Shortcut> shortcuts, Runnable showHelp) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (shortcuts.stream().anyMatch(key -> key.handle(event))) {
                        event.consume();
                    }
                });
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    if ("?".equals(event.getCharacter())) { // typed in a field it does not get here
                        showHelp.run();
                    }
                });
    }
}
