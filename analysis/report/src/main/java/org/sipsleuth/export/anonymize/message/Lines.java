package org.sipsleuth.export.anonymize.message;

/// Cuts a text into lines as the parser of messages does: CR LF ends one, and each of them alone.
final class Lines {

    /// Takes a line and what ends it, which is empty at the end of the text.
    interface Taker {
        void take(String line, String end);
    }

    private Lines() {}

    /// Gives all lines.
    static void each(String text, Taker taker) {
        int p = 0;
        while (p < text.length()) {
            int to = end(text, p);
            int next = after(text, to);
            taker.take(text.substring(p, to), text.substring(to, next));
            p = next;
        }
    }

    /// Where the line that begins at a place ends, without what ends it.
    static int end(String text, int from) {
        int p = from;
        while (p < text.length() && text.charAt(p) != '\r' && text.charAt(p) != '\n') {
            p++;
        }
        return p;
    }

    /// Where the next line begins after one that ends at a place.
    static int after(String text, int end) {
        if (end >= text.length()) {
            return text.length();
        }
        boolean both = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
        return end + (both ? 2 : 1);
    }
}
