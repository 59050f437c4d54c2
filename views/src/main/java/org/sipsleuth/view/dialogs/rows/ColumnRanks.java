package org.sipsleuth.view.dialogs.rows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.SipIndex;

/// The places of dialogs in the order of a column: equal values have equal ranks. Sorting by
/// several columns, back and forth, then compares numbers only. Ranks are computed once for each
/// column of an index.
final class ColumnRanks {

    private static final int PREFIX = 4;

    /// Without regard to case; texts that differ in nothing else by their characters.
    private static final Comparator<Keyed> BY_TEXT =
            Comparator.comparingLong(Keyed::prefix)
                    .thenComparing(Keyed::text, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Keyed::text);

    private final Listed listed;
    private final SipIndex index;
    private final Map<DialogColumn, int[]> ranks = new EnumMap<>(DialogColumn.class);

    /// A text with its first characters as a number, which decides most comparisons.
    private record Keyed(long prefix, String text) {
        static Keyed of(String text) {
            long prefix = 0;
            for (int i = 0; i < PREFIX; i++) {
                // as String.CASE_INSENSITIVE_ORDER compares
                char c = i < text.length() ? text.charAt(i) : 0;
                prefix =
                        (prefix << Character.SIZE)
                                | Character.toLowerCase(Character.toUpperCase(c));
            }
            return new Keyed(prefix ^ Long.MIN_VALUE, text);
        }
    }

    ColumnRanks(Listed listed) {
        this.listed = listed;
        this.index = listed.index();
    }

    /// A rank for each dialog, from 0 for the least value.
    int[] of(DialogColumn column) {
        return ranks.computeIfAbsent(
                column,
                c ->
                        switch (c.kind()) {
                            case NUMBER, STATE -> byNumber(c);
                            case ENDPOINT ->
                                    byShared(
                                            dialog -> c.endpoint(index, dialog),
                                            dialog -> orderOf(c.endpoint(index, dialog)));
                            case TEXT ->
                                    c == DialogColumn.SEQUENCE
                                            ? byShared(
                                                    index.dialogs()::sequence,
                                                    index.dialogs()::sequenceText)
                                            : byText(dialog -> c.text(listed, dialog));
                        });
    }

    private int[] byNumber(DialogColumn column) {
        int size = index.dialogs().size();
        long[] values = new long[size];
        for (int dialog = 0; dialog < size; dialog++) {
            values[dialog] = column.number(listed, dialog);
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

    private int[] byText(IntFunction<String> textOf) {
        int size = index.dialogs().size();
        Map<String, Integer> numbers = HashMap.newHashMap(size);
        int[] numberOf = new int[size];
        for (int dialog = 0; dialog < size; dialog++) {
            Integer fresh = numbers.size();
            Integer known = numbers.putIfAbsent(textOf.apply(dialog), fresh);
            numberOf[dialog] = known == null ? fresh : known;
        }
        String[] texts = new String[numbers.size()];
        numbers.forEach((text, number) -> texts[number] = text);
        return ranks(numberOf, texts);
    }

    /// By texts that many dialogs share under a number, so that each is asked for once.
    private int[] byShared(IntUnaryOperator numberOf, IntFunction<String> textOf) {
        int size = index.dialogs().size();
        Map<Integer, Integer> dense = new HashMap<>();
        String[] texts = new String[16];
        int[] numbers = new int[size];
        for (int dialog = 0; dialog < size; dialog++) {
            int fresh = dense.size();
            Integer known = dense.putIfAbsent(numberOf.applyAsInt(dialog), fresh);
            if (known == null) {
                texts = fresh < texts.length ? texts : Arrays.copyOf(texts, 2 * fresh);
                texts[fresh] = textOf.apply(dialog);
            }
            numbers[dialog] = known == null ? fresh : known;
        }
        return ranks(numbers, Arrays.copyOf(texts, dense.size()));
    }

    /// The ranks of dialogs that each have a numbered text; equal texts may have several numbers.
    private static int[] ranks(int[] numberOf, String[] texts) {
        Keyed[] sorted = new Keyed[texts.length];
        Arrays.setAll(sorted, i -> Keyed.of(texts[i]));
        Arrays.parallelSort(sorted, BY_TEXT);
        Map<String, Integer> rankOfText = HashMap.newHashMap(texts.length);
        for (int i = 0; i < sorted.length; i++) {
            rankOfText.putIfAbsent(sorted[i].text(), i);
        }
        int[] rankOfNumber = new int[texts.length];
        Arrays.setAll(rankOfNumber, i -> rankOfText.getOrDefault(texts[i], 0));
        int[] result = new int[numberOf.length];
        Arrays.setAll(result, dialog -> rankOfNumber[numberOf[dialog]]);
        return result;
    }

    /// An endpoint as a text that sorts as endpoints do: IPv4 first, by address, then by port.
    private String orderOf(int endpoint) {
        Endpoint end = index.messages().endpoint(endpoint);
        byte[] address = end.address().getAddress();
        StringBuilder order = new StringBuilder().append(address.length == 4 ? '4' : '6');
        for (byte part : address) {
            order.append(HexFormat.of().toHexDigits(part));
        }
        return order.append(HexFormat.of().toHexDigits((short) end.port())).toString();
    }
}
