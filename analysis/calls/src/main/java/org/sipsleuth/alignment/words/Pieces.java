package org.sipsleuth.alignment.words;

import java.util.List;

/// Pieces of a list of names: how often they repeat themselves, and how they are listed.
public final class Pieces {

    /// Longer lists are cut.
    private static final int MOST_LISTED = 8;

    private static final int LISTED_OF_MORE = 6;

    private Pieces() {}

    /// The shortest piece at the beginning of the list that the whole list repeats; the list itself
    /// if there is none.
    public static List<String> period(List<String> names) {
        int[] borders = new int[names.size() + 1];
        borders[0] = -1;
        int border = -1;
        for (int i = 0; i < names.size(); i++) {
            while (border >= 0 && !names.get(border).equals(names.get(i))) {
                border = borders[border];
            }
            borders[i + 1] = ++border;
        }
        int period = names.size() - borders[names.size()];
        return names.size() % period == 0 ? names.subList(0, period) : names;
    }

    /// How many copies of a piece end right before the index.
    public static int copiesBefore(List<String> names, List<String> piece, int index) {
        int copies = 0;
        int from = index - piece.size();
        while (from >= 0 && names.subList(from, from + piece.size()).equals(piece)) {
            copies++;
            from -= piece.size();
        }
        return copies;
    }

    /// How many copies of a piece follow each other from the index on.
    public static int copiesAfter(List<String> names, List<String> piece, int index) {
        int copies = 0;
        int to = index + piece.size();
        while (to <= names.size() && names.subList(to - piece.size(), to).equals(piece)) {
            copies++;
            to += piece.size();
        }
        return copies;
    }

    /// How often a piece occurs in the list; occurrences do not overlap.
    public static int occurrences(List<String> names, List<String> piece) {
        int found = 0;
        int from = 0;
        while (from + piece.size() <= names.size()) {
            boolean isHere = names.subList(from, from + piece.size()).equals(piece);
            found += isHere ? 1 : 0;
            from += isHere ? piece.size() : 1;
        }
        return found;
    }

    /// `INVITE 200 ACK`; `OPTIONS 200 (23 times)`; `INFO 200 INFO 481 BYE 200 … (40 messages)`
    public static String list(List<String> names, Counted words) {
        if (names.size() <= MOST_LISTED) {
            return String.join(" ", names);
        }
        List<String> period = period(names);
        return period.size() <= MOST_LISTED
                ? words.text("repeated", String.join(" ", period), words.digits(names.size() / period.size()))
                : words.text("cut", String.join(" ", names.subList(0, LISTED_OF_MORE)), words.digits(names.size()));
    }
}
