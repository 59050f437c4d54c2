package org.sipsleuth.view.dialogs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.SipIndex;

/// The places of dialogs in the order of a column: equal values have equal ranks. Sorting by
/// several columns, back and forth, then compares numbers only. Ranks are computed once for each
/// column of an index.
final class ColumnRanks {

    private final SipIndex index;
    private final Map<DialogColumn, int[]> ranks = new EnumMap<>(DialogColumn.class);

    ColumnRanks(SipIndex index) {
        this.index = index;
    }

    /// A rank for each dialog, from 0 for the least value.
    int[] of(DialogColumn column) {
        return ranks.computeIfAbsent(
                column,
                c ->
                        switch (c.kind()) {
                            case NUMBER, STATE -> byNumber(c);
                            case ENDPOINT -> byEndpoint(c);
                            case TEXT -> byText(c);
                        });
    }

    private int[] byNumber(DialogColumn column) {
        int size = index.dialogs().size();
        long[] values = new long[size];
        for (int dialog = 0; dialog < size; dialog++) {
            values[dialog] = column.number(index, dialog);
        }
        long[] sorted = values.clone();
        Arrays.parallelSort(sorted);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        int[] result = new int[size];
        for (int dialog = 0; dialog < size; dialog++) {
            result[dialog] = Arrays.binarySearch(sorted, 0, distinct, values[dialog]);
        }
        return result;
    }

    private int[] byEndpoint(DialogColumn column) {
        int size = index.dialogs().size();
        Set<Integer> numbers = new HashSet<>();
        for (int dialog = 0; dialog < size; dialog++) {
            numbers.add(column.endpoint(index, dialog));
        }
        Map<Endpoint, Integer> places = new HashMap<>();
        Endpoint[] sorted =
                numbers.stream()
                        .map(index.messages()::endpoint)
                        .distinct()
                        .sorted()
                        .toArray(Endpoint[]::new);
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i], i);
        }
        Map<Integer, Integer> rankOfNumber = new HashMap<>();
        for (int number : numbers) {
            rankOfNumber.put(number, places.getOrDefault(index.messages().endpoint(number), 0));
        }
        int[] result = new int[size];
        for (int dialog = 0; dialog < size; dialog++) {
            result[dialog] = rankOfNumber.getOrDefault(column.endpoint(index, dialog), 0);
        }
        return result;
    }

    private int[] byText(DialogColumn column) {
        int size = index.dialogs().size();
        String[] texts = new String[size];
        Set<String> distinct = HashSet.newHashSet(size);
        for (int dialog = 0; dialog < size; dialog++) {
            texts[dialog] = column.text(index, dialog);
            distinct.add(texts[dialog]);
        }
        String[] sorted = distinct.toArray(String[]::new);
        Arrays.parallelSort(sorted, ColumnRanks::compare);
        Map<String, Integer> places = HashMap.newHashMap(sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i], i);
        }
        int[] result = new int[size];
        for (int dialog = 0; dialog < size; dialog++) {
            result[dialog] = places.getOrDefault(texts[dialog], 0);
        }
        return result;
    }

    /// Without regard to case; texts that differ in nothing else by their characters.
    private static int compare(String a, String b) {
        int order = String.CASE_INSENSITIVE_ORDER.compare(a, b);
        return order != 0 ? order : a.compareTo(b);
    }
}
