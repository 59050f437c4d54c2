package org.sipsleuth.transaction.fault;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.capture.fault.IcmpError;
import org.sipsleuth.capture.fault.IcmpKind;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// ICMP errors about SIP, tied to the messages that they quote: by Call-ID and CSeq where these are
/// quoted, else the last message before the error between the same addresses and ports.
final class IcmpFaults {

    /// Errors about more receivers of one sender are one fault: a scan.
    private static final int MOST_RECEIVERS = 10;

    /// So many errors about one pair of ports are tied to messages.
    private static final int MOST_OF_PAIR = 20;

    /// A request that was answered had to wait if its repetitions met so many errors, and so long.
    private static final int FEWEST_OF_DELAY = 2;

    private static final long LEAST_DELAY_NANOS = 4_000_000_000L;

    /// What is sent to somebody who is gone ends with a final response.
    private static final Pattern PROVISIONAL = Pattern.compile("1[0-9][0-9]");

    private final TransactionTable table;
    private final MessageTable messages;
    private final DialogsByCallId dialogs;
    private final List<Tied> all = new ArrayList<>();

    /// An error, and what it is about as far as that is known.
    private static final class Tied {
        private final IcmpError error;
        private final Optional<QuotedMessage> quoted;
        private int dialog = -1;
        private int message = -1;

        Tied(IcmpError error) {
            this.error = error;
            this.quoted = QuotedMessage.of(error.quoted().beginning());
        }

        Endpoint source() {
            return error.quoted().source();
        }

        Endpoint destination() {
            return error.quoted().destination();
        }
    }

    /// Errors that are one fault.
    private record Same(IcmpKind kind, String what, String source, String destination) {
        Same toAnybody() {
            return new Same(kind, what, source, "");
        }
    }

    IcmpFaults(TransactionTable table) {
        this.table = table;
        messages = table.index().messages();
        table.index().files().forEach(file -> file.faults().icmp().forEach(error -> all.add(new Tied(error))));
        dialogs = new DialogsByCallId(table.index(),
                all.stream()
                        .flatMap(tied -> tied.quoted.stream())
                        .map(QuotedMessage::callId)
                        .filter(callId -> !callId.isEmpty())
                        .collect(Collectors.toSet()));
        for (Tied each : all) {
            each.dialog = each.quoted.map(QuotedMessage::callId).map(dialogs::find).orElse(-1);
        }
        tie();
    }

    /// Looks once through all messages.
    private void tie() {
        Map<Long, List<Tied>> pairs = pairs();
        if (pairs.isEmpty()) {
            return;
        }
        for (int message = 0; message < messages.size(); message++) {
            List<Tied> some = pairs.get(pair(messages.source(message), messages.destination(message)));
            if (some != null) {
                for (Tied each : some) {
                    tie(each, message);
                }
            }
        }
    }

    private void tie(Tied tied, int message) {
        boolean isBefore = messages.capturedAtNanos(message) <= tied.error.sightings().lastNanos();
        boolean isQuoted = tied.dialog < 0 || (messages.dialog(message) == tied.dialog
                && messages.cseq(message) == tied.quoted.orElseThrow().cseq()
                && messages.typeName(messages.type(message)).equals(tied.quoted.orElseThrow().name()));
        boolean isFirst = tied.message < 0 || tied.dialog < 0;
        if (isBefore && isQuoted && isFirst) {
            tied.message = message;
        }
    }

    private Map<Long, List<Tied>> pairs() {
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<Endpoint, Integer> numbers = new HashMap<>();
        all.forEach(tied -> {
            numbers.put(tied.source(), -1);
            numbers.put(tied.destination(), -1);
        });
        for (int number = 0; number < messages.endpointCount(); number++) {
            numbers.replace(messages.endpoint(number), number);
        }
        Map<Long, List<Tied>> pairs = new HashMap<>();
        for (Tied each : all) {
            int source = numbers.getOrDefault(each.source(), -1);
            int destination = numbers.getOrDefault(each.destination(), -1);
            if (source >= 0 && destination >= 0) {
                List<Tied> some = pairs.computeIfAbsent(pair(source, destination), _ -> new ArrayList<>(1));
                if (some.size() < MOST_OF_PAIR) {
                    some.add(each);
                }
            }
        }
        return pairs;
    }

    private static long pair(int source, int destination) {
        return (long) source << Integer.SIZE | destination;
    }

    /// The faults, in the order of files and frames.
    List<NetworkFault> faults() {
        Map<Same, List<Tied>> groups = new LinkedHashMap<>();
        for (Tied each : all) {
            boolean isOfSip = each.message >= 0 || each.quoted.isPresent();
            if (isOfSip && (!isAnswered(each) || isDelayed(each)) && !PROVISIONAL.matcher(name(each)).matches()) {
                groups.computeIfAbsent(
                        new Same(each.error.kind(), name(each), each.source().host(), each.destination().host()),
                        _ -> new ArrayList<>(1)).add(each);
            }
        }
        return scansJoined(groups).values().stream().map(this::fault).toList();
    }

    /// The errors that are about no message.
    List<IcmpError> others() {
        return all.stream().filter(tied -> tied.message < 0 && tied.quoted.isEmpty()).map(tied -> tied.error).toList();
    }

    /// Whether the request arrived all the same.
    private boolean isAnswered(Tied tied) {
        if (tied.message >= 0) {
            int row = messages.isRequest(tied.message) ? table.transactionOf(tied.message) : -1;
            return row >= 0 && table.all().get(row).isAnswered();
        }
        return tied.quoted.filter(QuotedMessage::isRequest).filter(dialogs::hasArrived).isPresent();
    }

    /// Whether a request was answered only after errors to its repetitions.
    private boolean isDelayed(Tied tied) {
        return tied.error.sightings().count() >= FEWEST_OF_DELAY && delayNanos(tied) >= LEAST_DELAY_NANOS;
    }

    /// How long after a request its final response came; 0 if that is not known.
    private long delayNanos(Tied tied) {
        int row = tied.message >= 0 ? table.transactionOf(tied.message) : -1;
        HopTransaction hop = row >= 0 ? table.all().get(row) : null;
        return hop == null || !hop.isAnswered() ? 0 : hop.answeredAtNanos() - hop.atNanos();
    }

    /// Joins those of a sender to many receivers.
    private static Map<Same, List<Tied>> scansJoined(Map<Same, List<Tied>> groups) {
        Map<Same, Integer> receivers = new HashMap<>();
        groups.keySet().forEach(same -> receivers.merge(same.toAnybody(), 1, Integer::sum));
        Map<Same, List<Tied>> joined = new LinkedHashMap<>();
        groups.forEach((same, some) -> {
            Same which = receivers.getOrDefault(same.toAnybody(), 0) > MOST_RECEIVERS ? same.toAnybody() : same;
            joined.computeIfAbsent(which, _ -> new ArrayList<>(1)).addAll(some);
        });
        return joined;
    }

    private String name(Tied tied) {
        if (tied.message >= 0) {
            return messages.typeName(messages.type(tied.message));
        }
        return tied.quoted.map(QuotedMessage::name).orElse("");
    }

    private NetworkFault fault(List<Tied> some) {
        Tied first = some.getFirst();
        IcmpError error = first.error;
        Collected found = new Collected();
        TreeSet<String> receivers = new TreeSet<>();
        TreeSet<String> reporters = new TreeSet<>();
        for (Tied each : some) {
            found.seen(each.error.sightings());
            receivers.add(each.destination().host());
            reporters.add(text(each.error.reporter()));
            about(each, found);
        }
        String message = first.quoted.map(QuotedMessage::text).orElseGet(() -> name(first));
        String receiver =
                receivers.size() == 1 ? first.destination().toString() : "%,d hosts".formatted(receivers.size());
        String reporter = reporters.size() == 1 ? reporters.first() : "%,d hosts".formatted(reporters.size());
        String mtu = error.mtu() > 0 ? " (MTU %,d)".formatted(error.mtu()) : "";
        found.value("reporter", reporter)
                .value("error", error.kind().text())
                .value("mtu", error.mtu() > 0 ? Integer.toString(error.mtu()) : "")
                .value("message", some.size() == 1 ? message : name(first))
                .value("source", first.source().toString())
                .value("destination", receiver)
                .value("times", Long.toString(found.count()));
        return found.fault(FaultKind.ICMP_ERROR,
                "%s answered ICMP %s%s to %s, sent by %s to %s, %s.%s".formatted(reporter, error.kind().text(), mtu,
                        some.size() == 1 ? message : name(first), first.source(), receiver, found.often(),
                        later(some)));
    }

    /// That all was answered at last.
    private String later(List<Tied> some) {
        return some.stream().allMatch(this::isDelayed)
                ? " It was answered %s after it was sent first."
                        .formatted(Collected.seconds(some.stream().mapToLong(this::delayNanos).max().orElse(0)))
                : "";
    }

    private void about(Tied tied, Collected found) {
        found.dialog(tied.message >= 0 ? messages.dialog(tied.message) : tied.dialog).message(tied.message);
        tied.quoted.ifPresent(quoted -> found.user(quoted.from()).user(quoted.to()));
        int row = tied.message >= 0 ? table.transactionOf(tied.message) : -1;
        if (row >= 0 && tied.quoted.isEmpty()) {
            HopTransaction hop = table.all().get(row);
            found.user(table.user(hop.fromUser())).user(table.user(hop.toUser()));
        }
    }

    private static String text(InetAddress address) {
        return IpText.of(address.getAddress());
    }
}
