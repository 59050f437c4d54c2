package org.sipsleuth.edge.traffic;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.sipsleuth.role.HostRoles;

/// The hosts that an administrator of the protected hosts would know, estimated from the whole
/// capture: an access list made of them is as good as it can be. Not to be changed.
///
/// @param known trunks, and the first host that registered each account
/// @param trunks of these the trunks
public record KnownPeers(BitSet known, BitSet trunks) {

    /// Those of a capture.
    public static KnownPeers of(HostRoles roles) {
        BitSet known = new BitSet();
        BitSet trunks = new BitSet();
        IntStream.range(0, roles.table().hostCount()).forEach(host -> {
            known.set(host, roles.isKnown(host) || roles.isAllowed(host));
            trunks.set(host, roles.isTrunk(host) || roles.isServer(host));
        });
        return new KnownPeers(known, trunks);
    }
}
