package org.sipsleuth.report.output;

/// A word of a command line as a POSIX shell reads it.
public final class ShellWord {

    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private ShellWord() {}

    /// The word itself if a shell leaves it as it is, otherwise in quotes.
    public static String of(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
