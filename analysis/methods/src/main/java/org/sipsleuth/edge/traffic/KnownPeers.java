package org.sipsleuth.edge.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.transaction.HopTransaction;

/// The hosts that an administrator of the protected hosts would know, estimated from the whole
/// capture: an access list made of them is as good as it can be. Not to be changed.
///
/// @param known trunks, and the first host that registered each account
/// @param trunks of these the trunks
/// @param place the IP addresses of the known hosts and of all others that have a role at the place,
///     by role: those that no configuration may ban
/// @param callers the IP addresses of hosts without a role that calls were answered by or for, such as
///     a carrier that only brings calls, or a thief: somebody has to say whose they are
public record KnownPeers(BitSet known, BitSet trunks, SortedMap<Role, List<String>> place, List<String> callers) {

    /// Text logs also state masked addresses, and none.
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9a-f.:]+");

    /// Those of a capture.
    public static KnownPeers of(HostRoles roles) {
        BitSet known = new BitSet();
        BitSet trunks = new BitSet();
        SortedMap<Role, List<String>> place = new TreeMap<>(Comparator.reverseOrder()); // phones are many
        BitSet answered = new BitSet();
        for (HopTransaction each : roles.table().all()) {
            if (each.method() == MessageTypes.INVITE && each.isAccepted()) {
                answered.set(each.source());
                answered.set(each.destination());
            }
        }
        List<String> callers = new ArrayList<>();
        for (int host = 0; host < roles.table().hostCount(); host++) {
            known.set(host, roles.isKnown(host) || roles.isAllowed(host));
            trunks.set(host, roles.isTrunk(host) || roles.isServer(host));
            String address = roles.table().host(host);
            if (!IP_ADDRESS.matcher(address).matches()) {
                continue;
            }
            if (isOfPlace(roles, host)) {
                place.computeIfAbsent(roles.role(host), _ -> new ArrayList<>()).add(address);
            } else if (answered.get(host) && !roles.isIntruder(host)) {
                callers.add(address);
            }
        }
        return new KnownPeers(known, trunks, place, List.copyOf(callers));
    }

    private static boolean isOfPlace(HostRoles roles, int host) {
        return switch (roles.role(host)) {
            case PHONE, REGISTRAR, PROXY, TRUNK, MONITORING -> true;
            case SCANNER, UNKNOWN -> roles.isAllowed(host);
        };
    }
}
