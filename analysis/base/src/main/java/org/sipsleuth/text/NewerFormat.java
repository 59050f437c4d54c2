package org.sipsleuth.text;

/// Words the refusal of a file that a newer version of the program wrote, of whatever kind.
public final class NewerFormat {

    private NewerFormat() {}

    /// The rest of a sentence that begins with the name of the file: `was written by a newer
    /// SipSleuth (case schema 7; this program reads up to 6). Install …`.
    ///
    /// @param what is numbered: `case schema`
    /// @param version of the file
    /// @param newest the greatest that this program reads
    public static String text(String what, long version, long newest) {
        return ("was written by a newer SipSleuth (%s %d; this program reads up to %d). Install that version or a"
                + " later one to open it; the file is unchanged").formatted(what, version, newest);
    }
}
