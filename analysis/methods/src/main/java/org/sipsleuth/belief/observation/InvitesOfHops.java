package org.sipsleuth.belief.observation;

import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.NamePool;

/// Attributes ACKs and CANCELs that a proxy sends to the source of the INVITE that they follow.
/// They belong to one hop (RFC 3261 §9.1, §17.1.1.3), so a proxy makes them itself, with no Via but
/// its own; the INVITE of the same dialog, CSeq number and hop identifies that source.
final class InvitesOfHops {

    private final MessageTable messages;
    private final EventColumns columns;
    private final NamePool sources;
    private final KeyedHash hash;

    /// INVITEs that came with several Vias, by their hop.
    private final Map<Long, Integer> invites = new HashMap<>();

    private InvitesOfHops(SipIndex index, EventColumns columns, NamePool sources, KeyedHash hash) {
        this.messages = index.messages();
        this.columns = columns;
        this.sources = sources;
        this.hash = hash;
    }

    static void apply(SipIndex index, EventColumns columns, NamePool sources, KeyedHash hash) {
        InvitesOfHops hops = new InvitesOfHops(index, columns, sources, hash);
        hops.collect();
        if (!hops.invites.isEmpty()) {
            hops.apply();
        }
    }

    private void collect() {
        for (int message = 0; message < columns.vias.length; message++) {
            if (vias(message) > 1 && messages.type(message) == MessageTypes.INVITE) {
                invites.merge(key(message, false), message, this::fewer);
            }
        }
    }

    /// The one with fewer Vias; of equal ones that of the source whose name comes first, since
    /// numbers depend on the order of the file.
    private int fewer(int first, int second) {
        int order = Integer.compare(vias(first), vias(second));
        if (order == 0 && columns.source[first] != columns.source[second]) {
            String name = sources.name(columns.source[first]);
            order = name.compareTo(sources.name(columns.source[second]));
        }
        return order <= 0 ? first : second;
    }

    private void apply() {
        for (int message = 0; message < columns.vias.length; message++) {
            if (vias(message) == 1 && isOfHop(message)) {
                boolean isBack = !MessageTypes.isMethod(messages.type(message));
                Integer invite = invites.get(key(message, isBack));
                if (invite != null) {
                    columns.source[message] = columns.source[invite];
                    columns.vias[message] = columns.vias[invite];
                }
            }
        }
    }

    private boolean isOfHop(int message) {
        int type = messages.type(message);
        return type == MessageTypes.ACK || messages.isOfCancel(message);
    }

    private int vias(int message) {
        return columns.vias[message] & 0xff;
    }

    /// @param isBack whether it goes back on its hop
    private long key(int message, boolean isBack) {
        long from = isBack ? messages.destination(message) : messages.source(message);
        long to = isBack ? messages.source(message) : messages.destination(message);
        long dialog = ((long) messages.dialog(message) << Integer.SIZE) | (messages.cseq(message) & 0xffffffffL);
        return hash.hash(dialog, (from << Integer.SIZE) | to);
    }
}
