package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The messages of each unit of one dialog, retransmissions included: the inverse of how
/// [HopUnitReader] makes units of them.
final class UnitMessages {

    private static final int NONE = -1;

    private final HopUnits units;
    private final TransactionTable table;
    private final MessageTable messages;
    private final int[] ofDialog;
    private final Map<Integer, List<Integer>> byUnit = new HashMap<>();
    private final Map<Integer, Integer> ofMessages = new HashMap<>();
    private final List<Integer> inOrder = new ArrayList<>();

    /// Transactions, what CANCEL shares with the INVITE it cancels, and strays.
    private final Map<Key, Integer> known = new HashMap<>();

    private sealed interface Key {
        record Row(int row) implements Key {}

        record Acknowledged(int ack) implements Key {}

        record Invite(long cseq, int source, int destination) implements Key {}

        record Stray(int transaction, long cseq, int asking, int asked) implements Key {}
    }

    UnitMessages(HopUnits units, int dialog) {
        this.units = units;
        this.table = units.table();
        this.messages = units.index().messages();
        this.ofDialog = units.index().messagesOf(dialog);
        for (int message : ofDialog) {
            int unit = units.unitOf(message);
            if (unit != NONE) {
                begin(unit, message);
            }
        }
        for (int message : ofDialog) {
            int unit = find(message);
            if (unit != NONE) {
                byUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(message);
                ofMessages.put(message, unit);
            }
        }
    }

    private void begin(int unit, int message) {
        inOrder.add(unit);
        int row = table.transactionOf(message);
        if (row == NONE) {
            known.put(stray(message), unit);
            return;
        }
        known.put(new Key.Row(row), unit);
        HopTransaction hop = table.all().get(row);
        boolean hasAck = units.words().get(units.word(unit)).types().contains("ACK");
        if (hop.ack() != HopTransaction.NONE && hasAck) {
            known.put(new Key.Acknowledged(hop.ack()), unit);
        }
        if (hop.method() == MessageTypes.INVITE) {
            known.put(invite(message), unit);
        }
    }

    private Key invite(int message) {
        return new Key.Invite(messages.cseq(message), table.source(message), table.destination(message));
    }

    private Key stray(int message) {
        boolean isAck = messages.type(message) == MessageTypes.ACK;
        int source = table.source(message);
        int destination = table.destination(message);
        return new Key.Stray(messages.transaction(message), messages.cseq(message), isAck ? source : destination,
                isAck ? destination : source);
    }

    private int find(int message) {
        int type = messages.type(message);
        int row = table.transactionOf(message);
        if (row != NONE && known.containsKey(new Key.Row(row))) {
            return known.getOrDefault(new Key.Row(row), NONE);
        }
        if (type == MessageTypes.CANCEL || row != NONE) { // its responses are no part of the INVITE
            return type == MessageTypes.CANCEL ? known.getOrDefault(invite(message), NONE) : NONE;
        }
        if (type == MessageTypes.ACK) {
            int acknowledged = known.getOrDefault(new Key.Acknowledged(message), NONE);
            return acknowledged != NONE ? acknowledged
                    : known.getOrDefault(stray(message), known.getOrDefault(invite(message), NONE));
        }
        return known.getOrDefault(stray(message), NONE);
    }

    /// The units, in the order of their first messages.
    List<Integer> units() {
        return inOrder;
    }

    /// The messages of the dialog.
    int[] ofDialog() {
        return ofDialog;
    }

    /// The unit that a message belongs to, -1 if to none.
    int unit(int message) {
        return ofMessages.getOrDefault(message, NONE);
    }

    /// Whether two units are between the same hosts, whichever of them asks.
    boolean isSameHop(int one, int other) {
        return hosts(units.message(one)).equals(hosts(units.message(other)));
    }

    private Set<Integer> hosts(int message) {
        return new HashSet<>(List.of(table.source(message), table.destination(message)));
    }

    /// The last message of a unit.
    int last(int unit) {
        return byUnit.getOrDefault(unit, List.of(units.message(unit))).getLast();
    }

    /// The messages of a unit that its word has, at their places in the word; one that cannot be
    /// found is that before it.
    List<Integer> ofWord(int unit) {
        List<Integer> found = new ArrayList<>(List.of(units.message(unit)));
        List<Integer> own = byUnit.getOrDefault(unit, List.of());
        for (String type : units.words().get(units.word(unit)).types()) {
            found.add(own.stream()
                    .filter(each -> messages.typeName(messages.type(each)).equals(type))
                    .findFirst()
                    .orElse(found.getLast()));
        }
        return found;
    }
}
