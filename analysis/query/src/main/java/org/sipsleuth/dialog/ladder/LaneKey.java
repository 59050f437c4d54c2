package org.sipsleuth.dialog.ladder;

import java.util.HashSet;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.MessageTable;

/// What makes two endpoints share a lifeline.
public enum LaneKey {
    /// The same address; of messages that an address sends to itself only, also the same port.
    ADDRESS,
    /// The same address and port.
    ENDPOINT,
    /// The same name, as typed, in a hosts file or in the capture; else the same address.
    NAME,
    /// The same domain in the URIs of their messages, as [UriDomains] finds it; else the same
    /// address.
    DOMAIN;

    /// What makes the parties of messages where nobody asked for something else: their addresses,
    /// or addresses with ports where all of them go from one address to itself.
    public static LaneKey ofParties(MessageTable table, int[] messages) {
        Set<String> hosts = new HashSet<>();
        for (int message : messages) {
            hosts.add(table.endpoint(table.source(message)).host());
            hosts.add(table.endpoint(table.destination(message)).host());
            if (hosts.size() > 1) {
                return ADDRESS;
            }
        }
        return ENDPOINT;
    }

    /// The party at an endpoint, where [#ofParties] gave this key.
    public String party(Endpoint endpoint) {
        return this == ENDPOINT ? endpoint.toString() : endpoint.host();
    }
}
