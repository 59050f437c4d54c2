package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostNetwork;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Tells what the actors of incidents are to the place. A host that took over an account is no
/// phone of the place because of it.
final class ActorRoles {

    /// One user is the owner of a phone, or of the attack.
    private static final int SEVERAL = 2;

    private final SipIndex index;
    private final Optional<HostRoles> known;
    private final Map<String, List<Finding>> byActor = new HashMap<>();
    private final Map<Integer, HostWork> work = new HashMap<>();
    private final Set<String> networks = new HashSet<>();

    /// The users whose accounts others took.
    private final Set<String> taken = new HashSet<>();

    /// @param index has the evidence of the findings
    /// @param known the roles of the hosts, where they were estimated; maybe of an earlier state
    /// @param findings all of the capture. Cost: these, and all transactions
    ActorRoles(SipIndex index, Optional<HostRoles> known, List<Finding> findings) {
        this.index = index;
        this.known = known;
        findings.forEach(this::read);
        known.ifPresent(this::read);
    }

    private void read(Finding finding) {
        Optional<Observation> observation = finding.observation();
        if (observation.isEmpty()) {
            return;
        }
        Observation done = observation.get();
        done.actors()
                .addresses()
                .forEach(actor -> byActor.computeIfAbsent(actor, _ -> new ArrayList<>(1)).add(finding));
        boolean isGuessed =
                done.kind() == IncidentKind.PASSWORD_GUESSING && finding.statement().outcome() == Outcome.SUCCEEDED;
        if (isGuessed || done.kind() == IncidentKind.ACCOUNT_TAKEOVER
                || done.kind() == IncidentKind.REGISTRATION_HIJACK) {
            taken.addAll(done.accounts());
        }
    }

    private void read(HostRoles roles) {
        TransactionTable table = roles.table();
        for (String actor : byActor.keySet()) {
            int host = table.findHost(actor);
            if (host >= 0) {
                work.put(host, new HostWork(table));
            }
        }
        for (HopTransaction each : table.all()) {
            HostWork its = work.get(each.source());
            if (its != null) {
                its.add(each);
            }
        }
        IntStream.range(0, table.hostCount())
                .filter(roles::isServer)
                .mapToObj(table::host)
                .map(HostNetwork::of)
                .forEach(networks::add);
    }

    /// The role of an actor of an incident.
    ActorRole of(String actor, Joined group) {
        int host = known.map(roles -> roles.table().findHost(actor)).orElse(-1);
        if (host < 0) {
            return ActorRole.DOUBTFUL;
        }
        HostRoles roles = known.orElseThrow();
        if (roles.isAllowed(host)) {
            return ActorRole.ALLOWED;
        }
        Role role = roles.role(host);
        if (role == Role.REGISTRAR || role == Role.PROXY) {
            return ActorRole.SERVER;
        }
        if (role == Role.TRUNK) {
            return ActorRole.TRUNK;
        }
        if (role == Role.MONITORING) {
            return ActorRole.MONITORING;
        }
        int working = working(actor);
        boolean isPhone = role == Role.PHONE && isOfPlace(host, actor, roles);
        if (working >= SEVERAL || (working > 0 && !isPhone)) {
            return ActorRole.SHARED;
        }
        return isPhone ? ActorRole.PHONE : stranger(actor, group);
    }

    /// Whether a phone is one for another reason than that it took an account: it registered one of
    /// its own, or it is in the local network.
    private boolean isOfPlace(int host, String actor, HostRoles roles) {
        if (roles.correction(host).isPresent() || isInside(actor)) {
            return true;
        }
        TransactionTable table = roles.table();
        return IntStream.range(0, table.userCount())
                .anyMatch(user -> roles.owner(user) == host && !taken.contains(table.user(user)));
    }

    private ActorRole stranger(String actor, Joined group) {
        boolean isMinor = group.findings.stream()
                .map(finding -> finding.observation().orElseThrow())
                .filter(done -> done.actors().addresses().contains(actor))
                .allMatch(Observation::isMinor);
        if (isMinor) {
            return ActorRole.DOUBTFUL;
        }
        return isInside(actor) ? ActorRole.INSIDER : ActorRole.OUTSIDER;
    }

    /// Whether an address is in the local network: it is private, or a neighbour of a server.
    private boolean isInside(String address) {
        return Addresses.literal(address).filter(Addresses::isPrivate).isPresent()
                || networks.contains(HostNetwork.of(address));
    }

    /// How many users work through a host who have no part in what it did.
    int working(String actor) {
        HostWork its = known.map(roles -> work.get(roles.table().findHost(actor))).orElse(null);
        if (its == null) {
            return 0;
        }
        BitSet ascribed = new BitSet();
        Set<String> involved = new HashSet<>(taken);
        for (Finding each : byActor.getOrDefault(actor, List.of())) {
            Arrays.stream(each.evidence().dialogs(index)).forEach(ascribed::set);
            involved.addAll(each.observation().orElseThrow().accounts());
        }
        return its.users(ascribed, involved::contains).size();
    }
}
