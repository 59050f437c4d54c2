package org.sipsleuth.dialog.ladder.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// The rows of a ladder in groups that are coloured alike, numbered from 0 as they come. Colours
/// come again after [#COLOURS] groups, letters never, so that colour alone never indicates.
/// Immutable.
public final class RowGroups {

    /// How many colours there are: the Okabe–Ito palette without black.
    public static final int COLOURS = 7;

    private static final int LETTERS = 26;

    private final Ladder ladder;
    private final ColourBy by;
    private final int[] groups;
    private final List<Integer> firstRows = new ArrayList<>();

    private RowGroups(Ladder ladder, ColourBy by) {
        this.ladder = ladder;
        this.by = by;
        groups = new int[ladder.size()];
        Map<Object, Integer> known = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            int here = row;
            groups[row] = known.computeIfAbsent(key(row), _ -> {
                firstRows.add(here);
                return firstRows.size() - 1;
            });
        }
    }

    /// Which row this one shares the CSeq with: the request of its transaction has it too.
    private record CSeqKey(int dialog, long number, String method) {}

    /// The groups of a ladder; all rows are in one if classes of messages are coloured.
    public static RowGroups of(Ladder ladder, ColourBy by) {
        return new RowGroups(ladder, by);
    }

    private Object key(int row) {
        MessageTable table = ladder.index().messages();
        int message = ladder.message(row);
        return switch (by) {
            case MESSAGE_CLASS -> 0;
            case CALL_ID -> table.dialog(message);
            case TRANSACTION -> table.transaction(message);
            case CSEQ -> new CSeqKey(table.dialog(message), table.cseq(message), method(message));
        };
    }

    /// The method of CSeq; ACK and CANCEL count with their INVITE, whose number they have.
    private String method(int message) {
        SipLayout layout = new SipLayout();
        byte[] buffer = ladder.index().layout(message, layout);
        String method = layout.text(Part.CSEQ_METHOD, buffer);
        return method.equals("ACK") || method.equals("CANCEL") ? "INVITE" : method;
    }

    /// How many there are.
    public int size() {
        return firstRows.size();
    }

    /// The group of a row.
    public int of(int row) {
        return groups[row];
    }

    /// The place of a group's colour in the palette.
    public static int colour(int group) {
        return group % COLOURS;
    }

    /// `A` … `Z`, `AA` …
    public static String letter(int group) {
        StringBuilder letters = new StringBuilder();
        for (int rest = group; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }

    /// What a group's rows have in common, in words of the messages: a Call-ID; `1 INVITE`; the
    /// method and branch of a transaction.
    public String name(int group) {
        int message = ladder.message(firstRows.get(group));
        SipIndex index = ladder.index();
        if (by == ColourBy.CALL_ID) {
            return index.dialogs().callId(index.messages().dialog(message));
        }
        SipLayout layout = new SipLayout();
        byte[] buffer = index.layout(message, layout);
        String cseq = layout.cseqNumber() + " " + layout.text(Part.CSEQ_METHOD, buffer);
        String branch = layout.text(Part.BRANCH, buffer);
        return by == ColourBy.TRANSACTION && !branch.isEmpty() ? cseq + " " + branch : cseq;
    }
}
