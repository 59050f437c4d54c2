package org.sipsleuth.call.record;

/// Text of a table as messages quote it.
final class ShortText {

    private static final int LONGEST = 40;

    private ShortText() {}

    /// Its beginning, with `…` where something is left out.
    static String of(CharSequence text) {
        return text.length() <= LONGEST ? text.toString() : text.subSequence(0, LONGEST).toString() + "\u2026";
    }
}
