package org.sipsleuth.setting;

import java.util.List;

/// One thing that can be set: `--set name=value`.
///
/// @param name in lower case, words joined by `-`
/// @param standard the value if none is given, as text
/// @param unit `s`, `per second`, …; empty if it has none
/// @param meaning what it does, in a sentence without a full stop
/// @param kind what values there are
public record Setting(String name, String standard, String unit, String meaning, Kind kind) {

    /// What values a setting takes.
    public sealed interface Kind {}

    /// Whole numbers.
    public record Whole(long least, long most) implements Kind {}

    /// Numbers.
    public record Real(double least, double most) implements Kind {}

    /// One of some words.
    public record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /// Any text, such as a list of names.
    public record Text() implements Kind {}

    /// A number setting.
    public static Setting whole(String name, long standard, String unit, long least, long most, String meaning) {
        return new Setting(name, Long.toString(standard), unit, meaning, new Whole(least, most));
    }

    /// A setting that takes fractions.
    public static Setting real(String name, double standard, String unit, double least, double most, String meaning) {
        return new Setting(name, Double.toString(standard), unit, meaning, new Real(least, most));
    }

    /// A setting that takes one of some words; the first is its default.
    public static Setting choice(String name, String meaning, String... words) {
        return new Setting(name, words[0], "", meaning, new Choice(List.of(words)));
    }

    /// A setting that takes text.
    public static Setting text(String name, String standard, String meaning) {
        return new Setting(name, standard, "", meaning, new Text());
    }
}
