package org.sipsleuth.app.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.view.fx.Texts;

/// Keys that do something everywhere in the window.
///
/// @param textKey the key of the words that say what it does
/// @param keys any of them does it
/// @param action what it does; tells whether there was something to do
record Shortcut(String textKey, List<KeyCombination> keys, Action action) {

    /// What keys do.
    @FunctionalInterface
    interface Action {
        /// Does it.
        ///
        /// @return false if there was nothing to do, so that the keys may mean something else
        boolean run();
    }

    Shortcut {
        keys = List.copyOf(keys);
    }

    /// Keys that always do something.
    static Shortcut of(String textKey, String keys, Runnable action) {
        return when(
                textKey,
                keys,
                () -> {
                    action.run();
                    return true;
                });
    }

    /// Keys that do something now and then.
    ///
    /// @param keys combinations as [KeyCombination#valueOf] reads them, separated by a space
    static Shortcut when(String textKey, String keys, Action action) {
        return new Shortcut(
                textKey,
                Arrays.stream(keys.split(" ")).map(KeyCombination::valueOf).toList(),
                action);
    }

    /// Does it if the event is one of its keys.
    boolean handle(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event)) && action.run();
    }

    /// What it does, in words.
    String words() {
        return Texts.text(textKey);
    }

    /// The keys as people write them: `Ctrl+Shift+A`.
    String keyText() {
        return keys.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining("  "));
    }
}
