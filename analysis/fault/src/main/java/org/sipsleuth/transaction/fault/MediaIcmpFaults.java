package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.fault.IcmpError;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// ICMP errors to media of a call that goes on: datagrams to an address and port that one of its
/// session descriptions names.
final class MediaIcmpFaults {

    /// A phone closes its port when it hangs up, and a few packets are still on the way.
    private static final int LEAST_ERRORS = 5;

    private static final long LEAST_NANOS = 1_000_000_000L;

    /// Errors go on until the end of a call if the last one comes so shortly before it.
    private static final long END_NANOS = 500_000_000L;

    /// A call that nobody answers has rung out after this time (RFC 3261 §16.6, timer C).
    private static final long LONGEST_RINGING_NANOS = 180_000_000_000L;

    /// Lower ports are those of other services.
    private static final int FIRST_PORT = 1_024;

    private final TransactionTable table;
    private final MessageTable messages;

    /// The errors by the receiver of the media.
    private final Map<Endpoint, List<IcmpError>> errors = new LinkedHashMap<>();

    private final Set<Integer> ports = new HashSet<>();

    /// @param others the errors that are about no message
    MediaIcmpFaults(TransactionTable table, List<IcmpError> others) {
        this.table = table;
        messages = table.index().messages();
        for (IcmpError each : others) {
            Endpoint source = each.quoted().source();
            Endpoint destination = each.quoted().destination();
            boolean isLong = each.sightings().count() >= LEAST_ERRORS
                    && each.sightings().lastNanos() - each.sightings().firstNanos() >= LEAST_NANOS;
            boolean mayBeMedia = each.quoted().transport() == Transport.UDP && source.port() >= FIRST_PORT
                    && destination.port() >= FIRST_PORT;
            if (isLong && mayBeMedia) {
                errors.computeIfAbsent(destination, _ -> new ArrayList<>(1)).add(each);
                ports.add(destination.port());
            }
        }
    }

    /// The faults, in the order of the errors. Cost: the text of messages with a body, if there are
    /// errors that may be about media.
    List<NetworkFault> faults() {
        if (errors.isEmpty()) {
            return List.of();
        }
        Map<Endpoint, NavigableMap<Long, Integer>> named = named(); // the messages that name each receiver
        Map<Integer, Call> calls = new HashMap<>();
        for (Call call : table.calls()) {
            calls.put(call.first().dialog(), call);
        }
        List<NetworkFault> faults = new ArrayList<>();
        errors.forEach((receiver, some) -> {
            for (IcmpError error : some) {
                List<Integer> owner = owner(error, named.getOrDefault(receiver, Collections.emptyNavigableMap()));
                owner.stream()
                        .filter(message -> isDuringCall(error, message, calls))
                        .findFirst()
                        .ifPresent(message -> faults.add(fault(error, message, inside(error, owner))));
            }
        });
        return faults;
    }

    /// The messages by which the receiver was that of a call when the errors began, the latest first:
    /// an announcement holds until another call announces the same address and port.
    ///
    /// @param named the messages that name the receiver, by time
    private List<Integer> owner(IcmpError error, NavigableMap<Long, Integer> named) {
        List<Integer> before =
                List.copyOf(named.headMap(error.sightings().firstNanos(), true).descendingMap().values());
        return before.stream().filter(each -> messages.dialog(each) == messages.dialog(before.getFirst())).toList();
    }

    /// Whether media of the call were lost. Those that ICE sends to candidates until it has found
    /// the right one are not: where both sides use ICE, errors count that last until the end of the
    /// call.
    ///
    /// @param calls the last call of each dialog that has one
    private boolean isDuringCall(IcmpError error, int message, Map<Integer, Call> calls) {
        Call call = calls.get(messages.dialog(message));
        long bye = call == null ? 0 : call.endedAtNanos();
        long last = bye != 0 ? bye : longestNanos(message, call);
        boolean isWithin = error.sightings().firstNanos() < last;
        long until = bye == 0 ? table.index().dialogs().clockEndNanos(messages.dialog(message)) : bye;
        return isWithin && (until - error.sightings().lastNanos() < END_NANOS || !mayUseIce(message));
    }

    /// Until when the media of a call whose end was not captured may go on: the end of what was captured
    /// at its place, or where it was not answered, of its ringing.
    ///
    /// @param call null where its beginning was not captured
    private long longestNanos(int message, @Nullable Call call) {
        long captured = table.index().dialogs().coverages().of(messages.file(message)).captured().toNanos() + 1;
        return call == null || call.isAnswered() ? captured
                : Math.min(captured, messages.capturedAtNanos(message) + LONGEST_RINGING_NANOS);
    }

    /// Whether a description uses ICE, and no counterpart in its transaction is without ICE:
    /// media then goes to where the description says (RFC 8839 §4.2.5).
    private boolean mayUseIce(int message) {
        return table.index().message(message).usesIce()
                && IntStream.of(table.index().messagesOf(messages.dialog(message)))
                        .filter(each -> messages.cseq(each) == messages.cseq(message) && messages.hasBody(each)
                                && messages.isRequest(each) != messages.isRequest(message))
                        .mapToObj(table.index()::message)
                        .filter(each -> !each.knownMedia().isEmpty())
                        .allMatch(SipMessage::usesIce);
    }

    /// Whether the receiver is the public address of a NAT, announced by a host within the private
    /// network that the sender is in, too: both exchange SIP with hosts at private addresses; with the
    /// message by which it was announced first. Then it is
    /// the NAT which does not send back into its own network (RFC 4787 §6).
    ///
    /// @param named the messages that name the receiver
    private OptionalInt inside(IcmpError error, List<Integer> named) {
        Endpoint sender = error.quoted().source();
        if (!isPrivate(sender) || isPrivate(error.quoted().destination())) {
            return OptionalInt.empty();
        }
        return named.stream()
                .min(Comparator.comparingLong(messages::capturedAtNanos))
                .filter(this::isPrivateHop)
                .filter(first -> !announcer(first).address().equals(sender.address()))
                .filter(_ -> IntStream.of(table.index().messagesOf(messages.dialog(named.getFirst())))
                        .anyMatch(each -> isPrivateHop(each) && hasEnd(each, sender)))
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private Endpoint announcer(int message) {
        return messages.endpoint(messages.source(message));
    }

    private boolean hasEnd(int message, Endpoint host) {
        return IntStream.of(messages.source(message), messages.destination(message))
                .anyMatch(end -> messages.endpoint(end).address().equals(host.address()));
    }

    private boolean isPrivateHop(int message) {
        return isPrivate(messages.endpoint(messages.source(message)))
                && isPrivate(messages.endpoint(messages.destination(message)));
    }

    private static boolean isPrivate(Endpoint end) {
        return Addresses.isPrivate(end.address());
    }

    private Map<Endpoint, NavigableMap<Long, Integer>> named() {
        Map<Endpoint, NavigableMap<Long, Integer>> named = new HashMap<>();
        for (int message = 0; message < messages.size(); message++) {
            if (messages.hasBody(message) && mentionsPort(table.index().bytes(message))) {
                for (MediaDescription media : table.index().message(message).knownMedia()) {
                    add(named, media, message);
                }
            }
        }
        return named;
    }

    private void add(Map<Endpoint, NavigableMap<Long, Integer>> named, MediaDescription media, int message) {
        Addresses.literal(media.address())
                .map(address -> new Endpoint(address, media.port()))
                .filter(errors::containsKey)
                .map(receiver -> named.computeIfAbsent(receiver, _ -> new TreeMap<>()))
                .ifPresent(some -> some.put(messages.capturedAtNanos(message), message));
    }

    /// Whether a line `m=audio 40000 …` has one of the ports.
    private boolean mentionsPort(byte[] bytes) {
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == 'm' && bytes[at + 1] == '=' && at > 0 && bytes[at - 1] == '\n'
                    && ports.contains(portAfter(bytes, at))) {
                return true;
            }
        }
        return false;
    }

    private static int portAfter(byte[] bytes, int line) {
        int at = line;
        while (at < bytes.length && bytes[at] != ' ') {
            at++;
        }
        int port = 0;
        for (at++; at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && port < 1 << 16; at++) {
            port = port * 10 + bytes[at] - '0';
        }
        return port;
    }

    /// Who hears nothing: the user who announced where the media was to go.
    private String deaf(int announcing, Collected found) {
        int row = table.transactionOf(announcing);
        if (row < 0) {
            return "";
        }
        HopTransaction hop = table.all().get(row);
        boolean isRequest = messages.isRequest(announcing);
        String deaf = table.user(isRequest ? hop.fromUser() : hop.toUser());
        String other = table.user(isRequest ? hop.toUser() : hop.fromUser());
        if (deaf.isEmpty() || other.isEmpty()) {
            return "";
        }
        found.value("deaf", deaf);
        return ": %s hears nothing from %s".formatted(deaf, other);
    }

    /// @param inside the message that announced the receiver, where that is a NAT which both are behind
    private NetworkFault fault(IcmpError error, int message, OptionalInt inside) {
        Endpoint source = error.quoted().source();
        Endpoint destination = error.quoted().destination();
        String reporter = IpText.of(error.reporter().getAddress());
        Collected found = new Collected().dialog(messages.dialog(message)).message(message).seen(error.sightings());
        int row = table.transactionOf(message);
        if (row >= 0) {
            found.user(table.user(table.all().get(row).fromUser())).user(table.user(table.all().get(row).toUser()));
        }
        found.value("reporter", reporter)
                .value("error", error.kind().text())
                .value("source", source.toString())
                .value("destination", destination.toString())
                .value("times", Long.toString(found.count()));
        if (inside.isPresent()) {
            String announcer = announcer(inside.getAsInt()).host();
            return found.value("announcer", announcer)
                    .fault(FaultKind.NO_HAIRPIN,
                            "%s announced %s for its media, the public address of its NAT, though %s is in the same"
                                    .formatted(announcer, destination, source.host())
                                    + " private network: %s answered ICMP %s to media that %s sent there, %s. It did not reach %s%s."
                                            .formatted(reporter, error.kind().text(), source, found.often(), announcer,
                                                    deaf(inside.getAsInt(), found)));
        }
        return found.fault(FaultKind.MEDIA_ICMP_ERROR, "%s answered ICMP %s to media of the call, sent by %s to %s, %s."
                .formatted(reporter, error.kind().text(), source, destination, found.often()));
    }
}
