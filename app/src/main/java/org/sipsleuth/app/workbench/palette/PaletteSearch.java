package org.sipsleuth.app.workbench.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds entries by the beginnings of words, in any order, without regard to case.
final class PaletteSearch {

    private PaletteSearch() {}

    /// The entries that have every word of the query, those first whose own words (not their part's
    /// name) have them, among these the ones that begin with the first word.
    static List<PaletteEntry> find(List<PaletteEntry> entries, String query) {
        List<String> wanted = wordsOf(query);
        if (wanted.isEmpty()) {
            return entries;
        }
        return entries.stream()
                .filter(entry -> hasAll(entry.words() + " " + entry.part(), wanted))
                .sorted(Comparator.comparingInt(entry -> rank(entry, wanted)))
                .toList();
    }

    private static int rank(PaletteEntry entry, List<String> wanted) {
        if (!hasAll(entry.words(), wanted)) {
            return 2;
        }
        return lower(entry.words()).startsWith(wanted.getFirst()) ? 0 : 1;
    }

    private static boolean hasAll(String text, List<String> wanted) {
        List<String> words = wordsOf(text);
        return wanted.stream().allMatch(each -> words.stream().anyMatch(w -> w.startsWith(each)));
    }

    private static List<String> wordsOf(String text) {
        return Arrays.stream(lower(text).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
