package org.sipsleuth.dialog.leg.fact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sipsleuth.dialog.MessageTable;

/// Numbers hosts: endpoints of one address are one host. Which number a host has may differ from
/// run to run; no result depends on it. Used by any thread.
public final class Hosts {

    /// Any host, or none.
    public static final int ANY = -1;

    private final MessageTable table;
    private final ConcurrentHashMap<Integer, Integer> ofEndpoint = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> ofAddress = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    public Hosts(MessageTable table) {
        this.table = table;
    }

    /// Who sent a message.
    public int source(int message) {
        return host(table.source(message));
    }

    /// Who got it.
    public int destination(int message) {
        return host(table.destination(message));
    }

    private int host(int endpoint) {
        Integer known = ofEndpoint.get(endpoint);
        if (known != null) {
            return known;
        }
        String address = table.endpoint(endpoint).host();
        int host = ofAddress.computeIfAbsent(address, _ -> next.getAndIncrement());
        ofEndpoint.put(endpoint, host);
        return host;
    }
}
