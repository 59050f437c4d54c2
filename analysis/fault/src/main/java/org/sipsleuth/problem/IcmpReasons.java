package org.sipsleuth.problem;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.transaction.fault.FaultKind;
import org.sipsleuth.transaction.fault.NetworkFault;

/// The ICMP errors that say why a request has no response.
///
/// @param messages of the index
/// @param faults the ICMP errors about SIP
record IcmpReasons(MessageTable messages, List<NetworkFault> faults) {

    /// What is sent is repeated for so long (RFC 3261 §17.1.1.2, timer B).
    private static final long REPEATED_NANOS = 32_000_000_000L;

    static IcmpReasons of(SipIndex index, List<NetworkFault> all) {
        return new IcmpReasons(index.messages(),
                all.stream()
                        .filter(each -> each.kind() == FaultKind.ICMP_ERROR && !each.messages().isEmpty())
                        .toList());
    }

    /// The error that a request met: of its dialog, or at the time of such requests between the same two
    /// hosts, as not all of them are listed.
    Optional<NetworkFault> of(int request) {
        return messages.isRequest(request) ? faults.stream().filter(each -> isOf(request, each)).findFirst()
                : Optional.empty();
    }

    private boolean isOf(int request, NetworkFault fault) {
        int first = fault.messages().getFirst();
        if (messages.type(first) != messages.type(request)) {
            return false;
        }
        long nanos = messages.capturedAtNanos(request);
        boolean isThen = nanos >= fault.span().fromNanos() - REPEATED_NANOS && nanos <= fault.span().toNanos();
        boolean isThere = host(messages.source(first)).equals(host(messages.source(request)))
                && host(messages.destination(first)).equals(host(messages.destination(request)));
        return fault.dialogs().contains(messages.dialog(request)) || (isThen && isThere);
    }

    private String host(int endpoint) {
        return messages.endpoint(endpoint).host();
    }
}
