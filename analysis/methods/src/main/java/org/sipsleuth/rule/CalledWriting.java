package org.sipsleuth.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostNetwork;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// How trunks and other hosts that take calls write, by their network (/24, /64): a host beside
/// them that writes otherwise is not theirs. Immutable.
final class CalledWriting {

    /// Responses are read until one of the host names a product, at most so many.
    private static final int MOST_RESPONSES = 4;

    /// At most so many in all, whatever the number of hosts.
    private static final int MOST_READ = 1_000;

    private final TransactionTable table;
    private final WritingStyles styles;

    /// The styles of their INVITEs.
    private final Map<String, Set<Integer>> invites = new HashMap<>();

    /// What they call themselves, in requests and responses.
    private final Map<String, Set<String>> products = new HashMap<>();

    /// Cost: all transactions, and the text of a few responses.
    CalledWriting(HostRoles roles, WritingStyles styles) {
        this.table = roles.table();
        this.styles = styles;
        BitSet called = new BitSet();
        for (int host = 0; host < table.hostCount(); host++) {
            boolean isCalled = roles.isStranger(host) && roles.received(host) > 0;
            called.set(host, isCalled || roles.isTrunk(host));
        }
        int[] responses = new int[table.hostCount()];
        int read = 0;
        for (HopTransaction each : table.all()) {
            if (called.get(each.source())) {
                addRequest(each);
            }
            int host = each.destination();
            if (called.get(host) && each.response() >= 0 && responses[host] < MOST_RESPONSES && read < MOST_READ) {
                read++;
                responses[host] = addResponse(each) ? MOST_RESPONSES : responses[host] + 1;
            }
        }
    }

    private void addRequest(HopTransaction request) {
        String network = HostNetwork.of(table.host(request.source()));
        if (isCall(request)) {
            invites.computeIfAbsent(network, _ -> new HashSet<>()).add(styles.number(request));
        }
        addProduct(network, WritingStyle.of(request, table).userAgent());
    }

    private boolean addResponse(HopTransaction answered) {
        Optional<String> product = CallParties.product(table.index().message(answered.response()));
        product.ifPresent(name -> addProduct(HostNetwork.of(table.host(answered.destination())), name));
        return product.isPresent();
    }

    private void addProduct(String network, String name) {
        if (!name.isEmpty()) {
            products.computeIfAbsent(network, _ -> new HashSet<>()).add(name);
        }
    }

    private static boolean isCall(HopTransaction request) {
        return request.method() == MessageTypes.INVITE && !request.isWithinDialog();
    }

    /// Whether the hosts that take calls in the network of a call's source write otherwise: their
    /// own INVITEs do, or, if they sent none, they name other products. False if neither is known.
    boolean isOther(HopTransaction call) {
        String network = HostNetwork.of(table.host(call.source()));
        Set<Integer> known = invites.get(network);
        if (known != null) {
            return !known.contains(styles.number(call));
        }
        Set<String> named = products.getOrDefault(network, Set.of());
        return !named.isEmpty() && !named.contains(WritingStyle.of(call, table).userAgent());
    }
}
