package org.sipsleuth.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what a mistyped word may have meant: words with few letters wrong (Levenshtein), or words
/// that hold it.
public final class Suggestions {

    private static final int LONGEST = 256;
    private static final int MAX_WRONG = 8;

    private record Near(String word, int wrong) {}

    private Suggestions() {}

    /// The words nearest to what was typed, the nearest first.
    ///
    /// @param words all there are
    /// @param limit how many at most
    public static List<String> to(String typed, Iterable<String> words, int limit) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int allowed = Math.min(MAX_WRONG, Math.max(1, wanted.length() / 3));
        List<Near> near = new ArrayList<>();
        for (String word : words) {
            String other = word.toLowerCase(Locale.ROOT);
            int wrong = wrong(wanted, other, allowed);
            if (wrong <= allowed) {
                near.add(new Near(word, wrong));
            } else if (wanted.length() > 2 && other.contains(wanted)) {
                near.add(new Near(word, allowed + 1));
            }
        }
        return near.stream().sorted(Comparator.comparingInt(Near::wrong)).limit(limit).map(Near::word).toList();
    }

    // Levenshtein in a band of 2 * allowed + 1 cells a row, so that long lists cost little.
    private static int wrong(String left, String right, int allowed) {
        int far = allowed + 1;
        if (Math.abs(left.length() - right.length()) > allowed || Math.max(left.length(), right.length()) > LONGEST) {
            return left.equals(right) ? 0 : far;
        }
        int[] above = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            Arrays.fill(row, far);
            row[0] = i;
            int best = row[0];
            for (int j = Math.max(1, i - allowed); j <= Math.min(right.length(), i + allowed); j++) {
                int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
                best = Math.min(best, row[j]);
            }
            if (best > allowed) {
                return far;
            }
            int[] old = above;
            above = row;
            row = old;
        }
        return above[right.length()];
    }
}
