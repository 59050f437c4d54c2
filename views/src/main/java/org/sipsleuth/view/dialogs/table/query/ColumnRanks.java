package org.sipsleuth.view.dialogs.table.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;

/// The places of dialogs in the order of a column: equal values have equal ranks, dialogs without a
/// value [#LAST]. Sorting by several columns, back and forth, then compares numbers only. Ranks are
/// computed once for each column of an index, on all processors.
final class ColumnRanks {

    /// Of a dialog without value: behind all others, whichever way is sorted.
    static final int LAST = Integer.MAX_VALUE;

    private static final String STAGE = "Reading a column";
    private static final int PREFIX = 4;

    /// More columns than this are not kept: each takes four bytes a dialog.
    private static final int MOST_KEPT = 24;

    /// Without regard to case; texts that differ in nothing else by their characters.
    private static final Comparator<Keyed> BY_TEXT = Comparator.comparingLong(Keyed::prefix)
            .thenComparing(Keyed::text, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Keyed::text);

    private final Listed listed;
    private final Map<DialogColumn, int[]> ranks = new HashMap<>();

    /// A text with its first characters as a number, which decides most comparisons.
    private record Keyed(long prefix, String text) {
        static Keyed of(String text) {
            long prefix = 0;
            for (int i = 0; i < PREFIX; i++) {
                // as String.CASE_INSENSITIVE_ORDER compares
                char c = i < text.length() ? text.charAt(i) : 0;
                prefix = (prefix << Character.SIZE) | Character.toLowerCase(Character.toUpperCase(c));
            }
            return new Keyed(prefix ^ Long.MIN_VALUE, text);
        }
    }

    ColumnRanks(Listed listed) {
        this.listed = listed;
    }

    /// What is known of this holds for `now` as well, of columns with equal values.
    ColumnRanks following(Listed now) {
        ColumnRanks next = new ColumnRanks(now);
        if (now.index().equals(listed.index())) {
            ranks.forEach((column, rank) -> {
                if (!(column instanceof OwnColumn own) || own.isSame(listed, now)) {
                    next.ranks.put(column, rank);
                }
            });
        }
        return next;
    }

    Listed listed() {
        return listed;
    }

    /// A rank for each dialog, from 0 for the least value.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    int[] of(DialogColumn column, RunMonitor monitor) {
        int[] known = ranks.get(column);
        if (known != null) {
            return known;
        }
        int[] fresh = switch (column.kind()) {
            case NUMBER -> byNumber(column, monitor);
            case ENDPOINT -> byEndpoint(column, monitor);
            case TEXT -> byText(column, monitor);
        };
        if (ranks.size() >= MOST_KEPT) {
            ranks.clear();
        }
        ranks.put(column, fresh);
        return fresh;
    }

    private int size() {
        return listed.index().dialogs().size();
    }

    private int[] byNumber(DialogColumn column, RunMonitor monitor) {
        long[] values = new long[size()];
        Blocks.run(values.length, STAGE, () -> {
            ColumnReader reader = new ColumnReader(listed);
            return dialog -> values[dialog] = column.number(reader, dialog);
        }, monitor);
        return ranks(values);
    }

    private static int[] ranks(long[] values) {
        long[] sorted = values.clone();
        Arrays.parallelSort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        int last = distinct;
        int[] result = new int[values.length];
        Arrays.parallelSetAll(result, dialog -> values[dialog] == FieldReader.ABSENT ? LAST
                : Arrays.binarySearch(sorted, 0, last, values[dialog]));
        return result;
    }

    /// Texts that many dialogs share under a number are asked for once.
    private int[] byText(DialogColumn column, RunMonitor monitor) {
        String[] texts = new String[size()];
        if (column instanceof FieldColumn(var value) && isShared(value)) {
            DialogField field = (DialogField) value;
            ColumnReader reader = new ColumnReader(listed);
            Map<Long, String> known = new HashMap<>();
            for (int dialog = 0; dialog < texts.length; dialog++) {
                int its = dialog;
                monitor.throwIfCancelled();
                texts[dialog] =
                        known.computeIfAbsent(reader.fields().shared(field, dialog), _ -> column.text(reader, its));
            }
        } else {
            Blocks.run(texts.length, STAGE, () -> {
                ColumnReader reader = new ColumnReader(listed);
                return dialog -> texts[dialog] = column.text(reader, dialog);
            }, monitor);
        }
        return ranks(texts);
    }

    private static boolean isShared(Object value) {
        return value == DialogField.SEQUENCE || value == DialogField.CALLER || value == DialogField.CALLEE
                || value == DialogField.USER_AGENT;
    }

    private static int[] ranks(String[] texts) {
        Map<String, Integer> rankOf = new HashMap<>();
        for (String text : texts) {
            rankOf.put(text, LAST);
        }
        Keyed[] sorted = rankOf.keySet().stream().filter(text -> !text.isEmpty()).map(Keyed::of).toArray(Keyed[]::new);
        Arrays.parallelSort(sorted, BY_TEXT);
        for (int i = 0; i < sorted.length; i++) {
            rankOf.put(sorted[i].text(), i);
        }
        int[] result = new int[texts.length];
        Arrays.setAll(result, dialog -> rankOf.getOrDefault(texts[dialog], LAST));
        return result;
    }

    /// IPv4 first, by address, then by port where the column includes it.
    private int[] byEndpoint(DialogColumn column, RunMonitor monitor) {
        ColumnReader reader = new ColumnReader(listed);
        DialogField field = (DialogField) ((FieldColumn) column).value();
        boolean hasPort = field == DialogField.SOURCE || field == DialogField.DESTINATION;
        Map<Integer, String> orders = new HashMap<>();
        String[] texts = new String[size()];
        for (int dialog = 0; dialog < texts.length; dialog++) {
            monitor.throwIfCancelled();
            texts[dialog] = orders.computeIfAbsent(reader.fields().endpoint(field, dialog),
                    endpoint -> orderOf(endpoint, hasPort));
        }
        return ranks(texts);
    }

    private String orderOf(int endpoint, boolean hasPort) {
        Endpoint end = listed.index().messages().endpoint(endpoint);
        byte[] address = end.address().getAddress();
        StringBuilder order = new StringBuilder().append(address.length == 4 ? '4' : '6');
        for (byte part : address) {
            order.append(HexFormat.of().toHexDigits(part));
        }
        return hasPort ? order.append(HexFormat.of().toHexDigits((short) end.port())).toString() : order.toString();
    }
}
