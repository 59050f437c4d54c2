package org.sipsleuth.dialog.ladder;

import java.util.List;
import java.util.stream.Collectors;

/// One vertical line of a ladder.
///
/// @param id what it is known by: an address, an address with port, a name, a domain, or several
///     of them joined by ` + `
/// @param name what it is called; the id if nobody named it
/// @param hosts the addresses on it, in the order in which they came
/// @param ports the ports they used, in rising order
/// @param parts the lifelines that were merged into it; one if none was
public record Lifeline(String id, String name, List<String> hosts, List<Integer> ports, List<String> parts) {

    /// What joins the ids of merged lifelines.
    public static final String JOINT = " + ";

    private static final int HOSTS_NAMED = 3;

    public Lifeline {
        hosts = List.copyOf(hosts);
        ports = List.copyOf(ports);
        parts = List.copyOf(parts);
    }

    /// The first address on it.
    public String host() {
        return hosts.getFirst();
    }

    /// Whether the name does not show the address.
    public boolean isNamed() {
        return !name.equals(host()) && !name.startsWith(host() + ":");
    }

    /// Whether others were merged into it.
    public boolean isMerged() {
        return parts.size() > 1;
    }

    /// The addresses on it, the first few of them.
    public String hostText() {
        return hosts.stream().limit(HOSTS_NAMED).collect(Collectors.joining(", "))
                + (hosts.size() > HOSTS_NAMED ? " …" : "");
    }
}
