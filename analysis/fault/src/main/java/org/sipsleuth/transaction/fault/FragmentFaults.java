package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.fault.IncompletePacket;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.transaction.TransactionTable;

/// Messages of which only the first IP fragment was captured: lost where nothing shows that they
/// arrived.
final class FragmentFaults {

    /// Fragments of a packet follow each other within milliseconds; what comes so shortly before
    /// the end of a coverage may have its rest behind the end.
    private static final long END_NANOS = 500_000_000L;

    private final SipIndex index;
    private final DialogsByCallId dialogs;
    private final WaitingRequests waiting;
    private final Map<Same, Group> groups = new LinkedHashMap<>();
    private final Map<Integer, Long> arrived = new LinkedHashMap<>();

    /// What the copies of a message have in common.
    private record Same(String text, String callId, long cseq, String branch, Endpoint source, Endpoint destination) {}

    private static final class Group {
        private final QuotedMessage message;
        private final Set<Long> times = new HashSet<>();
        private final List<IncompletePacket> packets = new ArrayList<>();

        Group(QuotedMessage message) {
            this.message = message;
        }

        void add(IncompletePacket packet) {
            if (times.add(packet.atNanos())) { // else another file has the same frame
                packets.add(packet);
            }
        }
    }

    FragmentFaults(TransactionTable table) {
        index = table.index();
        for (CaptureSummary file : index.files()) {
            for (IncompletePacket packet : file.faults().incomplete()) {
                Optional<QuotedMessage> read = QuotedMessage.of(packet.beginning());
                read.ifPresent(message -> groups
                        .computeIfAbsent(new Same(message.text(), message.callId(), message.cseq(), message.branch(),
                                packet.source(), packet.destination()), _ -> new Group(message))
                        .add(packet));
            }
        }
        dialogs = new DialogsByCallId(index,
                groups.values().stream().map(group -> group.message.callId()).collect(Collectors.toSet()));
        waiting = new WaitingRequests(table,
                groups.values()
                        .stream()
                        .filter(group -> dialogs.find(group.message.callId()) < 0)
                        .map(group -> group.packets.getFirst().source().host())
                        .collect(Collectors.toSet()));
    }

    /// Those that were lost, in the order of time.
    List<NetworkFault> faults() {
        List<NetworkFault> faults = new ArrayList<>();
        for (Group group : groups.values()) {
            IncompletePacket first = group.packets.getFirst();
            boolean isAsked = group.message.isRequest() && !group.message.name().equals("ACK");
            if (isAtEnd(first) || dialogs.hasArrived(group.message) || !(isAsked || group.packets.size() > 1)) {
                arrived.merge(first.frame().file(), (long) group.packets.size(), Long::sum);
            } else {
                faults.add(fault(group));
            }
        }
        return faults;
    }

    private boolean isAtEnd(IncompletePacket packet) {
        long end = index.dialogs().coverages().of(packet.frame().file()).captured().toNanos();
        return end - packet.atNanos() < END_NANOS;
    }

    /// How many messages of a file are incomplete and were not lost, as far as is known; only after
    /// [#faults].
    long arrived(int file) {
        return arrived.getOrDefault(file, 0L);
    }

    private NetworkFault fault(Group group) {
        QuotedMessage message = group.message;
        IncompletePacket first = group.packets.getFirst();
        Collected found =
                new Collected().dialog(dialogs.find(message.callId())).user(message.from()).user(message.to());
        group.packets.forEach(packet -> found.at(packet.atNanos()).frame(packet.frame()));
        if (dialogs.find(message.callId()) < 0 && message.isRequest()) {
            waiting.addTo(found, first.source().host(), first.destination().host(), found.firstNanos(),
                    found.lastNanos());
        }
        found.value("message", message.text())
                .value("call_id", message.callId())
                .value("source", first.source().toString())
                .value("destination", first.destination().toString())
                .value("times", Long.toString(found.count()));
        return found.fault(FaultKind.LOST_FRAGMENT,
                "%s, sent by %s to %s, was never complete: its first IP fragment was captured %s, the others were not, and nothing shows that it arrived."
                        .formatted(message.text(), first.source(), first.destination(), found.often()));
    }
}
