package org.sipsleuth.dialog.leg.fact;

import java.util.Arrays;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;

/// Selects the messages of a dialog that make up its [CallEvents], from the table's columns alone.
final class EventReader {

    private static final int TRYING = 100;
    private static final int FIRST_FINAL = 200;
    private static final int FIRST_FAILURE = 300;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION = 407;

    /// More of one kind reveal nothing new: a path of that many hops, or somebody's mischief.
    private static final int MOST_REQUESTS = 16;

    private static final int MOST_OTHERS = 8;

    private final MessageTable table;
    private final Hosts hosts;
    private final int[] picked = new int[MOST_REQUESTS + 4 * MOST_OTHERS];
    private final int[] transactions = new int[MOST_REQUESTS];
    private final int[] counts = new int[CallEvents.Kind.values().length];
    private int size;
    private int requests;
    private int method;
    private boolean isAnswered;

    EventReader(MessageTable table, Hosts hosts) {
        this.table = table;
        this.hosts = hosts;
    }

    /// Picks out of a dialog's messages, in their order.
    CallEvents read(int[] messages) {
        size = 0;
        requests = 0;
        method = -1;
        isAnswered = false;
        Arrays.fill(counts, 0);
        for (int message : messages) {
            if (!table.isRetransmission(message)) {
                add(message, table.type(message));
            }
        }
        return new CallEvents(table, hosts, Arrays.copyOf(picked, size));
    }

    private void add(int message, int type) {
        if (type == MessageTypes.BYE) {
            pick(CallEvents.Kind.BYE, message, MOST_OTHERS);
        } else if (type == MessageTypes.CANCEL) {
            pick(CallEvents.Kind.CANCEL, message, MOST_OTHERS);
        } else if (MessageTypes.isMethod(type)) {
            addRequest(message, type);
        } else if (type > TRYING && isToRequest(message)) {
            addResponse(message, type);
        }
    }

    private void addRequest(int message, int type) {
        if (method < 0 && mayBegin(type)) {
            method = type;
        }
        if (type == method && !isAnswered && requests < MOST_REQUESTS) {
            transactions[requests++] = table.transaction(message);
            pick(CallEvents.Kind.REQUEST, message, MOST_REQUESTS);
        }
    }

    private static boolean mayBegin(int type) {
        return type == MessageTypes.INVITE || type == MessageTypes.MESSAGE || type == MessageTypes.REFER
                || type == MessageTypes.SUBSCRIBE;
    }

    private void addResponse(int message, int status) {
        if (status < FIRST_FINAL) {
            pick(CallEvents.Kind.RINGING, message, MOST_OTHERS);
        } else if (status != UNAUTHORIZED && status != PROXY_AUTHENTICATION) {
            isAnswered |= status < FIRST_FAILURE;
            pick(CallEvents.Kind.FINAL, message, MOST_OTHERS);
        }
    }

    private boolean isToRequest(int message) {
        int transaction = table.transaction(message);
        for (int i = 0; i < requests; i++) {
            if (transactions[i] == transaction) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("EnumOrdinal") // counts never leave this object
    private void pick(CallEvents.Kind kind, int message, int most) {
        if (counts[kind.ordinal()]++ < most && size < picked.length) {
            picked[size++] = message;
        }
    }
}
