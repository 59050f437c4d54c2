package org.sipsleuth.dialog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.stream.FoundMessage;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipLayout;

/// What is counted of the messages of one file, by the thread that feeds the index. Apart from what
/// the reading thread counts: two processors that write to the same line of their caches wait for
/// each other.
final class MessageCount {

    private final BitSet dialogs = new BitSet();
    private final long[] defects = new long[DefectKind.values().length];
    private long overlaps;
    private long messages;

    /// Counts a message that the index has taken.
    ///
    /// @param dialog the number of its dialog
    void add(int dialog, FoundMessage found) {
        messages++;
        dialogs.set(dialog);
        if (found.arrival.hasOverlap()) {
            overlaps++;
        }
        addDefects(found.layout);
    }

    /// A message counts once for each kind of defect it has.
    private void addDefects(SipLayout layout) {
        long counted = 0;
        for (int i = 0; i < layout.defectCount(); i++) {
            int kind = number(layout.defectKind(i));
            if ((counted & 1L << kind) == 0) {
                counted |= 1L << kind;
                defects[kind]++;
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // counted in memory only, and named by values()
    private static int number(DefectKind kind) {
        return kind.ordinal();
    }

    /// How many messages there are.
    long messages() {
        return messages;
    }

    /// How many dialogs they belong to.
    int dialogs() {
        return dialogs.cardinality();
    }

    /// How many messages have each defect; the most frequent first.
    Map<String, Long> defects() {
        List<Map.Entry<String, Long>> found = new ArrayList<>();
        for (DefectKind kind : DefectKind.values()) {
            found.add(Map.entry(kind.text(), defects[number(kind)]));
        }
        found.add(Map.entry(MessageTable.OVERLAP_TEXT, overlaps));
        Map<String, Long> counts = new LinkedHashMap<>();
        found.stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
