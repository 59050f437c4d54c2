package org.sipsleuth.text;

import java.util.regex.Pattern;

/// A word of a command line as a POSIX shell reads it.
public final class ShellWord {

    /// What no shell takes for anything else.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./~-]*");

    private ShellWord() {}

    /// The word itself if a shell leaves it as it is, otherwise in quotes.
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// The name of a file, which no program takes for an option.
    public static String ofFile(String name) {
        return of(name.startsWith("-") ? "./" + name : name);
    }
}
