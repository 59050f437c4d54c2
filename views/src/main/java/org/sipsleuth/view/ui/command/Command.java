package org.sipsleuth.view.ui.command;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.view.ui.Texts;

/// Something a user can do, with the keys that do it. Keys, menus, the palette of commands and the
/// help all have it from here.
///
/// @param textKey identifies it: the key of its words
/// @param words what it does
/// @param keys any of them does it; there may be none
/// @param action what it does; returns whether there was something to do
/// @param isOffered whether the palette lists it now
public record Command(String textKey, String words, List<KeyCombination> keys, Action action,
        BooleanSupplier isOffered) {

    /// What a command does.
    @FunctionalInterface
    public interface Action {
        /// Does it.
        ///
        /// @return false if there was nothing to do, so that the keys may mean something else
        boolean run();
    }

    public Command {
        keys = List.copyOf(keys);
    }

    /// A command that always does something.
    ///
    /// @param keys combinations as [KeyCombination#valueOf] reads them, separated by a space
    public static Command of(String textKey, String keys, Runnable action) {
        return when(textKey, keys, () -> {
            action.run();
            return true;
        });
    }

    /// A command that does something now and then.
    ///
    /// @param keys combinations as [KeyCombination#valueOf] reads them, separated by a space
    public static Command when(String textKey, String keys, Action action) {
        return when(textKey, Texts.text(textKey), keys, action);
    }

    /// A command whose words are not in the window's bundle.
    ///
    /// @param keys combinations as [KeyCombination#valueOf] reads them, separated by a space
    public static Command of(String textKey, String words, String keys, Runnable action) {
        return when(textKey, words, keys, () -> {
            action.run();
            return true;
        });
    }

    private static Command when(String textKey, String words, String keys, Action action) {
        Stream<String> each = keys.isEmpty() ? Stream.empty() : Arrays.stream(keys.split(" "));
        return new Command(textKey, words, each.map(KeyCombination::valueOf).toList(), action, () -> true);
    }

    /// The same, offered only now and then.
    public Command offeredWhen(BooleanSupplier condition) {
        return new Command(textKey, words, keys, action, condition);
    }

    /// Does it if the event is one of its keys.
    public boolean handle(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event)) && action.run();
    }

    /// The keys as people write them: `Ctrl+Shift+A`, or empty.
    public String keyText() {
        return keys.stream().map(KeyCombination::getDisplayText).distinct().collect(Collectors.joining("  "));
    }
}
