package org.sipsleuth.dialog.ladder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Finds the messages that change nothing, for the compressed ladder. Three kinds are counted in
/// the row of the message that they repeat:
///
/// - a retransmission, as identified by the index (`docs/TRANSACTIONS.md`);
/// - a provisional response with the same status, To tag and body as the one before it, in the same
///   transaction between the same endpoints;
/// - the exchanges of a keep-alive: a request OPTIONS, or INFO, NOTIFY or UPDATE without a body,
///   with its responses, if the last exchange with that method and Request-URI between the same
///   endpoints had the same responses in the same order. One that ends in another way has rows of
///   its own, and is the one that later ones are compared with.
///
/// All else has its own row, ACK, BYE and CANCEL included.
final class RowFolding {

    private static final Set<String> KEEP_ALIVES = Set.of("OPTIONS", "INFO", "NOTIFY", "UPDATE");
    private static final int FIRST_FINAL = 200;

    /// Messages of this type, in this transaction, from here to there.
    private record Kind(int transaction, int type, int source, int destination) {}

    /// Exchanges of this method, to this Request-URI, from here to there.
    private record Pulse(int method, int uri, int source, int destination) {}

    private final SipIndex index;
    private final MessageTable table;
    private final int[] messages;
    private final Map<Kind, Integer> lastRow = new HashMap<>();
    private final Map<Kind, Integer> lastMessage = new HashMap<>();
    private final Map<Integer, Pulse> pulses = new HashMap<>();
    private final Map<Integer, String> outcomes = new HashMap<>();
    private final Map<Pulse, Integer> lastExchange = new HashMap<>();
    private final Map<Integer, Integer> repeats = new HashMap<>();

    private RowFolding(SipIndex index, int[] messages) {
        this.index = index;
        this.table = index.messages();
        this.messages = messages;
    }

    /// The row of each message, from 0 in the order of the messages that have their own.
    static int[] rows(SipIndex index, int[] messages) {
        RowFolding folding = new RowFolding(index, messages);
        folding.findPulses();
        return folding.fold();
    }

    /// Each message in its own row.
    static int[] apart(int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    private void findPulses() {
        SipLayout layout = new SipLayout();
        for (int message : messages) {
            int transaction = table.transaction(message);
            if (table.isRetransmission(message)) {
                continue;
            }
            if (!table.isRequest(message)) {
                outcomes.merge(transaction, " " + table.type(message), RowFolding::joined);
            } else if (KEEP_ALIVES.contains(table.typeName(table.type(message)))) {
                byte[] buffer = index.layout(message, layout);
                int uri = layout.text(Part.REQUEST_URI, buffer).hashCode();
                boolean isEmpty = layout.to(Part.BODY) <= layout.from(Part.BODY);
                boolean isOptions = table.typeName(table.type(message)).equals("OPTIONS");
                if (isEmpty || isOptions) {
                    pulses.put(transaction,
                            new Pulse(table.type(message), uri, table.source(message), table.destination(message)));
                }
            }
        }
    }

    /// Responses of a transaction beyond some hundred are no keep-alive's.
    private static String joined(String before, String next) {
        return before.length() > 1_000 ? before : before + next;
    }

    private int[] fold() {
        int[] rows = new int[messages.length];
        int count = 0;
        for (int i = 0; i < messages.length; i++) {
            int message = messages[i];
            Kind kind = kind(message);
            Integer row = lastRow.get(kind);
            if (row == null || !repeats(message, kind)) {
                row = count++;
                lastRow.put(kind, row);
            }
            lastMessage.put(kind, message);
            rows[i] = row;
        }
        return rows;
    }

    private Kind kind(int message) {
        int transaction = table.transaction(message);
        Pulse pulse = pulses.get(transaction);
        int counted = transaction;
        if (pulse != null) {
            counted = repeats.computeIfAbsent(transaction, _ -> repeated(transaction, pulse));
        }
        return new Kind(counted, table.type(message), table.source(message), table.destination(message));
    }

    /// The exchange that this one repeats, or itself.
    private int repeated(int transaction, Pulse pulse) {
        Integer before = lastExchange.get(pulse);
        if (before != null && outcomes.getOrDefault(before, "").equals(outcomes.getOrDefault(transaction, ""))) {
            return before;
        }
        lastExchange.put(pulse, transaction);
        return transaction;
    }

    private boolean repeats(int message, Kind kind) {
        boolean isOfPulse = kind.transaction() != table.transaction(message);
        if (table.isRetransmission(message) || isOfPulse) {
            return true;
        }
        Integer before = lastMessage.get(kind);
        return before != null && !table.isRequest(message) && table.type(message) < FIRST_FINAL
                && hasSameContent(before, message);
    }

    private boolean hasSameContent(int one, int other) {
        SipLayout first = new SipLayout();
        SipLayout second = new SipLayout();
        byte[] a = index.layout(one, first);
        byte[] b = index.layout(other, second);
        return same(Part.TO_TAG, a, first, b, second) && same(Part.BODY, a, first, b, second);
    }

    private static boolean same(Part part, byte[] a, SipLayout first, byte[] b, SipLayout second) {
        int from = Math.max(0, first.from(part));
        int otherFrom = Math.max(0, second.from(part));
        return Arrays.equals(a, from, Math.max(from, first.to(part)), b, otherFrom,
                Math.max(otherFrom, second.to(part)));
    }
}
