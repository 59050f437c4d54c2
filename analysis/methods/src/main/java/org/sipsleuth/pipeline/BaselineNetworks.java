package org.sipsleuth.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The networks in which phones of a baseline register: accounts share a network if they share a
/// domain or a registrar. A model of several fits none of them well.
///
/// A private address is the same host only within one capture, unless the domain is an address
/// itself: two offices may both have 192.168.0.10.
final class BaselineNetworks {

    /// With fewer accounts it is a phone that registers elsewhere, too.
    static final int FEWEST_ACCOUNTS = 3;

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Set<String>> accounts = new HashMap<>();

    private BaselineNetworks() {}

    /// A network of a baseline.
    ///
    /// @param domains the domains and registrars in it, in order
    /// @param accounts how many accounts register there
    record BaselineNetwork(List<String> domains, int accounts) {

        /// Takes a copy.
        BaselineNetwork {
            domains = List.copyOf(domains);
        }
    }

    /// The networks with at least [#FEWEST_ACCOUNTS], the largest first.
    ///
    /// @param leftOut the dialogs that do not count
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static List<BaselineNetwork> of(SipIndex index, BitSet leftOut, RunMonitor monitor) {
        TransactionTable table = TransactionTable.of(index, monitor);
        BaselineNetworks networks = new BaselineNetworks();
        Set<Registration> known = new HashSet<>();
        for (HopTransaction each : table.all()) {
            if (each.method() == MessageTypes.REGISTER && each.isAccepted() && !leftOut.get(each.dialog())) {
                int file = index.messages().file(each.request());
                if (known.add(new Registration(each.toUser(), each.source(), each.destination(), file))) {
                    domain(index, each.request()).ifPresent(domain -> networks.add(table.user(each.toUser()), domain,
                            table.host(each.destination()), file));
                }
            }
        }
        return networks.all();
    }

    /// That an account registers, again and again.
    private record Registration(int user, int source, int registrar, int file) {}

    private static Optional<String> domain(SipIndex index, int message) {
        return index.message(message) instanceof SipRequest request
                ? SipUri.of(request.requestUri()).map(uri -> uri.host().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private void add(String user, String domain, String registrar, int file) {
        boolean isOfFile = Addresses.literal(domain).isEmpty()
                && Addresses.literal(registrar).filter(Addresses::isPrivate).isPresent();
        join(domain, isOfFile ? registrar + " " + file : registrar);
        accounts.computeIfAbsent(domain, _ -> new HashSet<>()).add(user);
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String name) {
        String at = name;
        while (!parents.getOrDefault(at, at).equals(at)) {
            at = parents.getOrDefault(at, at);
        }
        parents.put(name, at);
        return at;
    }

    private List<BaselineNetwork> all() {
        Map<String, Set<String>> domains = new HashMap<>();
        accounts.keySet().forEach(domain -> domains.computeIfAbsent(root(domain), _ -> new TreeSet<>()).add(domain));
        List<BaselineNetwork> networks = new ArrayList<>();
        for (Set<String> its : domains.values()) {
            int count = its.stream().map(accounts::get).mapToInt(Set::size).sum();
            if (count >= FEWEST_ACCOUNTS) {
                networks.add(new BaselineNetwork(List.copyOf(its), count));
            }
        }
        networks.sort(Comparator.comparingInt(BaselineNetwork::accounts)
                .reversed()
                .thenComparing(network -> network.domains().getFirst()));
        return networks;
    }
}
