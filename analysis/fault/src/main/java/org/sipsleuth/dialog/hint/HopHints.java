package org.sipsleuth.dialog.hint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.LogAddress;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;

/// Finds the hop at which an INVITE that failed was sent again and again without any response.
final class HopHints {

    private static final double NANOS_PER_SECOND = 1e9;

    private final SipIndex index;
    private final MessageTable messages;

    HopHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The hint of the last hop that did not answer; none for a hop after which others were tried.
    ///
    /// @param isForwarded whether to look behind the first hop only
    /// @param fewest how often it was sent at least
    Optional<FoundHint> of(int dialog, boolean isForwarded, int fewest) {
        List<List<Integer>> silent = silent(dialog, isForwarded, fewest);
        return silent.isEmpty() ? Optional.empty() : hint(silent.getLast(), isForwarded);
    }

    /// The hint that no hop behind the first has answered when the capture ends; it may still come.
    ///
    /// @param fewest how often it was sent at least
    Optional<FoundHint> soFar(int dialog, int fewest) {
        List<List<Integer>> silent = silent(dialog, true, fewest);
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> last = silent.getLast();
        String others = silent.size() == 1 ? ""
                : " Nor had any of the other addresses that it was sent to (%d).".formatted(silent.size() - 1);
        return Optional.of(new FoundHint(DialogHint.NEXT_HOP_SILENT,
                "%s, which had not responded when the capture ends.%s".formatted(sent(last), others),
                List.of(last.getFirst(), last.getLast())));
    }

    /// The INVITEs of each hop that did not answer, in the order of time.
    private List<List<Integer>> silent(int dialog, boolean isForwarded, int fewest) {
        Map<Integer, List<Integer>> sent = new LinkedHashMap<>(); // by transaction
        Set<Integer> answered = new HashSet<>();
        int caller = -1;
        for (int message : index.messagesOf(dialog)) {
            if (messages.type(message) == MessageTypes.INVITE && !messages.hasToTag(message)) {
                caller = caller < 0 ? messages.source(message) : caller;
                sent.computeIfAbsent(messages.transaction(message), _ -> new ArrayList<>()).add(message);
            } else if (messages.isOfInvite(message) && !messages.isRequest(message)) {
                answered.add(messages.transaction(message));
            }
        }
        int first = caller;
        sent.keySet().removeAll(answered);
        return sent.values()
                .stream()
                .filter(each -> !isForwarded || messages.source(each.getFirst()) != first)
                .filter(each -> each.size() >= fewest)
                .toList();
    }

    /// `INVITE was sent 5 times within 7.5 s from 192.0.2.1:5060 to 192.0.2.9:5060`.
    private String sent(List<Integer> hop) {
        int one = hop.getFirst();
        double seconds = (messages.capturedAtNanos(hop.getLast()) - messages.capturedAtNanos(one)) / NANOS_PER_SECOND;
        return "INVITE was sent %d times within %.1f s from %s to %s".formatted(hop.size(), seconds,
                messages.endpoint(messages.source(one)), messages.endpoint(messages.destination(one)));
    }

    private Optional<FoundHint> hint(List<Integer> sent, boolean isForwarded) {
        int one = sent.getFirst();
        int last = sent.getLast();
        Endpoint source = messages.endpoint(messages.source(one));
        Endpoint target = messages.endpoint(messages.destination(one));
        boolean isPrivate = Addresses.isPrivate(target.address()) && !Addresses.isPrivate(source.address())
                && !LogAddress.isNone(source.address());
        if (!isPrivate && !isForwarded) {
            return Optional.empty();
        }
        String words = sent(sent) + " without any response.";
        return Optional.of(new FoundHint(isPrivate ? DialogHint.PRIVATE_TARGET : DialogHint.NEXT_HOP_SILENT,
                isPrivate
                        ? words + " That address is reachable only from its own network: most likely the Contact"
                                + " of a callee behind NAT."
                        : words,
                one == last ? List.of(one) : List.of(one, last)));
    }
}
