package org.sipsleuth.dialog.sight;

import java.net.InetAddress;
import java.util.Arrays;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.Slots;

/// The hosts of a capture: the addresses of its endpoints, without ports, numbered in the order of
/// the messages. One thread adds; when all are there, any thread asks.
public final class Hosts {

    private static final int UNKNOWN = -1;

    private final MessageTable messages;
    private final int[] ofEndpoint;
    private final KeyedHash hash = KeyedHash.random();
    private final Slots slots = new Slots();

    /// An endpoint of each host.
    private final IntColumn endpoints = new IntColumn();

    public Hosts(MessageTable messages) {
        this.messages = messages;
        this.ofEndpoint = new int[messages.endpointCount()];
        Arrays.fill(ofEndpoint, UNKNOWN);
    }

    /// How many there are.
    public int size() {
        return endpoints.size();
    }

    /// The address of a host.
    public String address(int host) {
        return messages.endpoint(endpoints.get(host)).host();
    }

    /// The host that sent a message.
    public int source(int message) {
        return of(messages.source(message));
    }

    /// The host that a message was sent to.
    public int destination(int message) {
        return of(messages.destination(message));
    }

    /// The host with an address, or -1.
    public int find(String address) {
        try {
            return find(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return UNKNOWN;
        }
    }

    /// The host of an endpoint.
    int of(int endpoint) {
        if (ofEndpoint[endpoint] == UNKNOWN) {
            InetAddress address = messages.endpoint(endpoint).address();
            int known = find(address);
            ofEndpoint[endpoint] = known == UNKNOWN ? add(endpoint, address) : known;
        }
        return ofEndpoint[endpoint];
    }

    private int find(InetAddress address) {
        return slots.find(hash(address), host -> messages.endpoint(endpoints.get(host)).address().equals(address));
    }

    private int add(int endpoint, InetAddress address) {
        int host = endpoints.size();
        endpoints.add(endpoint);
        slots.add(host, hash(address));
        return host;
    }

    private long hash(InetAddress address) {
        byte[] bytes = address.getAddress();
        return hash.hash(bytes, 0, bytes.length);
    }
}
