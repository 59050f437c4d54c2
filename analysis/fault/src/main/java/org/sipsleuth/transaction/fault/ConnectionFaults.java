package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.fault.FailedConnection;
import org.sipsleuth.capture.fault.FailedConnection.Kind;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// TCP connections for SIP that were refused, not answered, or broken off while a request waited for
/// its response.
final class ConnectionFaults {

    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    /// A client that is refused by more servers scans them: one fault.
    private static final int MOST_SERVERS = 10;

    /// A client repeats what a reset cut off at once, and connects again for that (RFC 3261 §18.4);
    /// timer F ends the last attempt.
    private static final long REPEATED_NANOS = 4_000_000_000L;

    private static final long LAST_ATTEMPT_NANOS = 32_000_000_000L;

    private final TransactionTable table;
    private final MessageTable messages;
    private final List<FailedConnection> notMade = new ArrayList<>();

    /// By dialog and method.
    private final Map<Integer, Map<Integer, Long>> answered = new HashMap<>();

    /// The endpoints that have messages over TCP.
    private final Set<Endpoint> known = new HashSet<>();

    /// The last message between a pair of endpoints, in either direction.
    private final Map<Pair, Integer> last = new HashMap<>();

    /// The transactions between them that have no final response.
    private final Map<Pair, Set<Integer>> unanswered = new HashMap<>();

    /// Two endpoints, whichever sends.
    private record Pair(Endpoint lower, Endpoint higher) {
        static Pair of(Endpoint one, Endpoint other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private record Same(Kind kind, String client, Endpoint server) {}

    ConnectionFaults(TransactionTable table) {
        this.table = table;
        messages = table.index().messages();
    }

    /// The faults, in the order of files and frames.
    List<NetworkFault> faults() {
        Map<FailedConnection, Integer> failed = new LinkedHashMap<>(); // with its file
        List<CaptureSummary> files = table.index().files();
        for (int file = 0; file < files.size(); file++) {
            for (FailedConnection each : files.get(file).faults().connections()) {
                failed.put(each, file);
                if (each.kind() != Kind.RESET) {
                    notMade.add(each);
                }
            }
        }
        if (failed.isEmpty()) {
            return List.of();
        }
        readMessages(failed.keySet());
        Map<Same, List<FailedConnection>> groups = new LinkedHashMap<>();
        failed.forEach((each, file) -> {
            if (isFault(each, file)) {
                groups.computeIfAbsent(new Same(each.kind(), each.client().host(), each.server()),
                        _ -> new ArrayList<>(1)).add(each);
            }
        });
        Set<String> clients = new HashSet<>();
        groups.values().forEach(some -> some.forEach(each -> clients.add(each.client().host())));
        WaitingRequests waiting = new WaitingRequests(table, clients);
        return scansJoined(groups).values().stream().map(some -> fault(some, waiting)).toList();
    }

    private void readMessages(Set<FailedConnection> failed) {
        Set<Endpoint> ends = new HashSet<>();
        failed.forEach(each -> ends.addAll(List.of(each.client(), each.server())));
        Map<Integer, Endpoint> byNumber = new HashMap<>();
        for (int number = 0; number < messages.endpointCount(); number++) {
            Endpoint end = messages.endpoint(number);
            if (ends.contains(end)) {
                byNumber.put(number, end);
            }
        }
        if (byNumber.isEmpty()) {
            return;
        }
        for (int message = 0; message < messages.size(); message++) {
            Endpoint source = byNumber.get(messages.source(message));
            Endpoint destination = byNumber.get(messages.destination(message));
            boolean isStream = (source != null || destination != null) && isStream(messages.transport(message));
            if (isStream && source != null) {
                known.add(source);
            }
            if (isStream && destination != null) {
                known.add(destination);
            }
            if (isStream && source != null && destination != null) {
                Pair pair = Pair.of(source, destination);
                last.put(pair, message);
                addUnanswered(pair, message);
            }
        }
    }

    private static boolean isStream(Transport transport) {
        return transport != Transport.UDP && transport != Transport.SCTP;
    }

    private boolean isFault(FailedConnection each, int file) {
        Integer message = last.get(Pair.of(each.client(), each.server()));
        return switch (each.kind()) {
            case REFUSED -> isServer(each.server());
            case UNANSWERED -> isServer(each.server()) && message == null && table.visibilityOf(file).hasResponses();
            case RESET -> message != null && isWaiting(message, each.sightings().firstNanos());
        };
    }

    private boolean isServer(Endpoint server) {
        return server.port() == SIP_PORT || server.port() == SIPS_PORT || known.contains(server);
    }

    /// Whether the last message of a connection is a request that nothing answered there.
    private boolean isWaiting(int message, long resetNanos) {
        int row =
                messages.isRequest(message) && messages.type(message) != MessageTypes.ACK ? table.transactionOf(message)
                        : -1;
        return row >= 0 && table.all().get(row).status() == 0 && messages.capturedAtNanos(message) <= resetNanos;
    }

    /// The requests on a connection that waited for their final response when it was reset.
    private List<HopTransaction> open(FailedConnection reset) {
        return unanswered.getOrDefault(Pair.of(reset.client(), reset.server()), Set.of())
                .stream()
                .map(table.all()::get)
                .filter(hop -> hop.atNanos() <= reset.sightings().firstNanos())
                .toList();
    }

    private void addUnanswered(Pair pair, int message) {
        int row =
                messages.isRequest(message) && messages.type(message) != MessageTypes.ACK ? table.transactionOf(message)
                        : -1;
        if (row >= 0 && table.all().get(row).status() == 0) {
            unanswered.computeIfAbsent(pair, _ -> new LinkedHashSet<>()).add(row);
        }
    }

    private static Map<Same, List<FailedConnection>> scansJoined(Map<Same, List<FailedConnection>> groups) {
        Map<Same, Set<Endpoint>> servers = new HashMap<>();
        groups.keySet().forEach(same -> servers.computeIfAbsent(client(same), _ -> new HashSet<>()).add(same.server));
        Map<Same, List<FailedConnection>> joined = new LinkedHashMap<>();
        groups.forEach((same, some) -> {
            Same which = servers.getOrDefault(client(same), Set.of()).size() > MOST_SERVERS ? client(same) : same;
            joined.computeIfAbsent(which, _ -> new ArrayList<>(1)).addAll(some);
        });
        return joined;
    }

    private static Same client(Same same) {
        return new Same(same.kind, same.client, Endpoint.of(0, 0, 0));
    }

    private NetworkFault fault(List<FailedConnection> some, WaitingRequests waiting) {
        FailedConnection first = some.getFirst();
        Collected found = new Collected();
        TreeSet<Endpoint> servers = new TreeSet<>();
        Set<String> lost = new TreeSet<>();
        for (FailedConnection each : some) {
            found.seen(each.sightings());
            servers.add(each.server());
            if (each.kind() == Kind.RESET) {
                open(each).forEach(hop -> found.dialog(hop.dialog())
                        .message(hop.request())
                        .user(table.user(hop.fromUser()))
                        .user(table.user(hop.toUser())));
                lost.addAll(lost(each));
            } else {
                waiting.addTo(found, each.client().host(), each.server().host(), each.sightings().firstNanos(),
                        each.sightings().lastNanos());
            }
        }
        String server = servers.size() == 1 ? first.server().toString() : "%,d servers".formatted(servers.size());
        String client = first.client().host();
        found.value("client", client).value("server", server).value("times", Long.toString(found.count()));
        return switch (first.kind()) {
            case REFUSED -> found.fault(FaultKind.CONNECTION_REFUSED,
                    "%s refused the TCP connection of %s (RST answered SYN) %s.".formatted(server, client,
                            found.often()));
            case UNANSWERED -> found.fault(FaultKind.CONNECTION_UNANSWERED,
                    "%s did not answer the TCP connection of %s: SYN was sent at least three times.".formatted(server,
                            client));
            case RESET -> found.fault(FaultKind.CONNECTION_RESET,
                    "The TCP connection between %s and %s was reset while a request waited for its response, %s.%s"
                            .formatted(first.client(), server, found.often(),
                                    lost.isEmpty() ? "" : lost(lost, some, found)));
        };
    }

    /// What became of the requests that were cut off: ` No response to BYE followed, and 203.0.113.150:5062
    /// took no new connection.`
    private String lost(Set<String> methods, List<FailedConnection> resets, Collected found) {
        String requests = String.join(", ", methods);
        found.value(NetworkFault.UNANSWERED, requests);
        Set<Endpoint> silent = new TreeSet<>();
        for (FailedConnection reset : resets) {
            notMade.stream().filter(each -> follows(each, reset)).forEach(each -> {
                silent.add(each.server());
                each.sightings().frames().forEach(found::frame);
            });
        }
        return " No response to %s followed%s.".formatted(requests,
                silent.isEmpty() ? ""
                        : ", and %s took no new connection"
                                .formatted(silent.stream().map(Endpoint::toString).collect(Collectors.joining(", "))));
    }

    /// Whether a connection was tried between the same hosts after a reset.
    private static boolean follows(FailedConnection tried, FailedConnection reset) {
        long after = tried.sightings().firstNanos() - reset.sightings().firstNanos();
        Set<String> hosts = hosts(reset);
        return after >= 0 && after <= LAST_ATTEMPT_NANOS && hosts.containsAll(hosts(tried));
    }

    /// Both, or one that is connected to itself.
    private static Set<String> hosts(FailedConnection connection) {
        return new HashSet<>(List.of(connection.client().host(), connection.server().host()));
    }

    /// The methods of the requests that a reset cut off and whose dialogs got no response to them
    /// afterwards, though time was enough. Programs ask by OPTIONS whether a host is there.
    private Set<String> lost(FailedConnection reset) {
        Set<String> lost = new TreeSet<>();
        for (HopTransaction hop : open(reset)) {
            long after = table.untilEndNanos(hop) - (reset.sightings().firstNanos() - hop.atNanos());
            if (hop.method() != MessageTypes.OPTIONS && after >= REPEATED_NANOS && !isAnsweredLater(hop)) {
                lost.add(messages.typeName(hop.method()));
            }
        }
        return lost;
    }

    private boolean isAnsweredLater(HopTransaction hop) {
        return hop.dialog() >= 0
                && answered.computeIfAbsent(hop.dialog(), this::answered).getOrDefault(hop.method(), Long.MIN_VALUE)
                        > hop.atNanos();
    }

    /// When a request of each method was answered last in a dialog, in ns since the epoch.
    private Map<Integer, Long> answered(int dialog) {
        Map<Integer, Long> last = new HashMap<>();
        for (int message : table.index().messagesOf(dialog)) {
            int row = table.transactionOf(message);
            if (row >= 0 && table.all().get(row).status() > 0) {
                last.merge(table.all().get(row).method(), table.all().get(row).answeredAtNanos(), Math::max);
            }
        }
        return last;
    }
}
