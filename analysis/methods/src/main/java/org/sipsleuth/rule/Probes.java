package org.sipsleuth.rule;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.Continuations;
import org.sipsleuth.transaction.HopTransaction;

/// Requests that may only want to know who or what is there: outside dialogs, of hosts that are
/// neither servers nor trunks nor watch others, and not explained yet.
final class Probes {

    private static final Set<String> OF_HOSTS = Set.of("OPTIONS", "INVITE", "REGISTER", "SUBSCRIBE");

    private final Traffic traffic;
    private final KnownNetworks networks;
    private final Continuations continuations;
    private final BitSet registered = new BitSet();

    /// How many calls of each host were answered.
    private final int[] answered;

    /// Those of [#ofUsers], until something is explained or another method asked for.
    private List<HopTransaction> ofUsers = List.of();

    private String methodOfUsers = "";

    /// How many transactions were explained when they were found.
    private int explainedThen;

    Probes(Traffic traffic) {
        this.traffic = traffic;
        this.networks = new KnownNetworks(traffic.roles());
        this.continuations = traffic.continuations();
        for (HopTransaction each : traffic.table().origins()) {
            if (each.method() == MessageTypes.REGISTER && each.isAccepted()) {
                registered.set(each.source());
            }
        }
        answered = new int[traffic.table().hostCount()];
        for (Call call : traffic.table().calls()) {
            answered[call.source()] += call.isAnswered() ? 1 : 0;
        }
    }

    /// How many calls of a host were answered in the whole capture.
    int answered(int host) {
        return answered[host];
    }

    /// The method.
    String method(HopTransaction each) {
        return traffic.table().index().messages().typeName(each.method());
    }

    /// Whether a registration of a host was accepted.
    boolean hasRegistered(int host) {
        return registered.get(host);
    }

    private boolean isProbe(HopTransaction each) {
        return !each.isWithinDialog() && !traffic.roles().isServer(each.source())
                && !traffic.roles().isTrunk(each.source()) && !networks.isMonitoring(each.source());
    }

    /// Requests that may ask whether a host is there: without credentials, and not such as led to a
    /// registration or call.
    List<HopTransaction> ofHosts() {
        return traffic.open()
                .stream()
                .filter(this::isProbe)
                .filter(each -> !each.hasCredentials() && OF_HOSTS.contains(method(each)))
                .filter(each -> method(each).equals("OPTIONS") || !isOfSuccess(each))
                .toList();
    }

    private boolean isOfSuccess(HopTransaction each) {
        boolean isCall = method(each).equals("INVITE");
        return isCall ? continuations.isContinued(each) || (each.isAccepted() && each.isAcknowledged())
                : continuations.isOfSuccess(each);
    }

    /// Requests of a method that may ask whether a user is there: not such as were challenged and
    /// then repeated with credentials, no registration that succeeded.
    List<HopTransaction> ofUsers(String method) {
        if (traffic.explainedCount() != explainedThen || !method.equals(methodOfUsers)) {
            ofUsers = findOfUsers(method);
            methodOfUsers = method;
            explainedThen = traffic.explainedCount();
        }
        return ofUsers;
    }

    private List<HopTransaction> findOfUsers(String method) {
        boolean isRegister = method.equals("REGISTER");
        return traffic.open()
                .stream()
                .filter(each -> method(each).equals(method))
                .filter(this::isProbe)
                .filter(each -> !isRegister || !each.hasCredentials())
                .filter(each -> isRegister ? each.status() == 404 || !continuations.isOfSuccess(each)
                        : !continuations.isContinued(each))
                .filter(each -> user(each, method) != HopTransaction.NONE)
                .toList();
    }

    /// The user that a request asks for: of REGISTER that of To, otherwise that of the Request-URI.
    static int user(HopTransaction each, String method) {
        return method.equals("REGISTER") ? each.toUser() : each.requestUser();
    }
}
