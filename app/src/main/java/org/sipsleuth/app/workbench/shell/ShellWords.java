package org.sipsleuth.app.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.text.ShellWord;

/// A command line that a shell takes apart into exactly the words that were put in: what messages or
/// files are called is data, whatever characters it has.
final class ShellWords {

    private final List<String> words = new ArrayList<>();

    /// Adds a word.
    ///
    /// @throws CommandRefusedException if it has characters that a terminal would not take as text
    ShellWords add(String word) throws CommandRefusedException {
        if (word.codePoints().anyMatch(ShellWords::isUnsafe)) {
            throw CommandRefusedException.of("workbench.command.copy.characters");
        }
        words.add(ShellWord.of(word));
        return this;
    }

    /// Adds an option with its value as one word, so that no value is taken for an option.
    ShellWords add(String option, String value) throws CommandRefusedException {
        return add(option + "=" + value);
    }

    /// Control characters, marks of direction, and bytes of names that are no UTF-8.
    private static boolean isUnsafe(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /// As it is typed.
    String text() {
        return String.join(" ", words);
    }
}
