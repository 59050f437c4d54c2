package org.sipsleuth.view.message;

/// Searches in a text without regard to case.
final class TextSearch {

    private TextSearch() {}

    /// Where `wanted` begins next at or after `from` (backwards: at or before it), going on at the
    /// other end of the text; or -1 if the text does not have it.
    static int find(String text, String wanted, int from, boolean forward) {
        int last = text.length() - wanted.length();
        if (last < 0) {
            return -1;
        }
        int step = forward ? 1 : -1;
        int places = last + 1;
        int at = Math.floorMod(from > last ? (forward ? 0 : last) : from, places);
        for (int tried = 0; tried < places; tried++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
            at = Math.floorMod(at + step, places);
        }
        return -1;
    }
}
