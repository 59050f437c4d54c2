package org.sipsleuth.dialog.hint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.Via;

/// Finds whether the messages show the loop that a refusal with 482 or 483 states: the request came
/// to one place twice, or names one in Via twice (RFC 3261 §16.3).
final class LoopHints {

    /// The passes of a request beyond these are not read.
    private static final int MOST_READ = 100;

    private static final int HOPS_USED_UP = 483;

    private final SipIndex index;
    private final MessageTable messages;

    LoopHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// What a refusal is: a loop, one that is stated only, or a request that its sender gave no hops.
    DialogHint of(int response) {
        List<Integer> passes = passes(response);
        if (isLoop(passes)) {
            return DialogHint.LOOP;
        }
        return messages.type(response) == HOPS_USED_UP && isWithoutHops(passes) ? DialogHint.NO_HOPS
                : DialogHint.LOOP_STATED;
    }

    /// The request on each hop, as it was sent first.
    private List<Integer> passes(int response) {
        List<Integer> passes = new ArrayList<>();
        for (int message : index.messagesOf(messages.dialog(response))) {
            boolean isPass = messages.isRequest(message) && messages.cseq(message) == messages.cseq(response)
                    && !messages.isRetransmission(message) && isOfMethod(message, response);
            if (isPass && passes.size() < MOST_READ) {
                passes.add(message);
            }
        }
        return passes;
    }

    private boolean isOfMethod(int request, int response) {
        return index.message(response)
                .cSeq()
                .filter(cseq -> cseq.method().equals(messages.typeName(messages.type(request))))
                .isPresent();
    }

    private boolean isLoop(List<Integer> passes) {
        Map<Integer, Long> hops = new HashMap<>(); // Max-Forwards with which it came to a place
        for (int pass : passes) {
            SipMessage request = index.message(pass);
            long left = hops(request);
            Long before = hops.putIfAbsent(messages.destination(pass), left);
            if (hasRepeatedVia(request) || (before != null && left >= 0 && left < before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRepeatedVia(SipMessage request) {
        Set<String> stations = new HashSet<>();
        return request.vias().stream().map(LoopHints::station).anyMatch(each -> !stations.add(each));
    }

    private static String station(Via via) {
        return via.host() + ":" + via.port();
    }

    /// Whether its sender itself gave it no hops, as probes do: no proxy had counted them down.
    private boolean isWithoutHops(List<Integer> passes) {
        if (passes.isEmpty()) {
            return false;
        }
        SipMessage first = index.message(passes.getFirst());
        return hops(first) == 0 && first.vias().size() <= 1;
    }

    /// Max-Forwards; -1 where it has none.
    private static long hops(SipMessage request) {
        return request.header("Max-Forwards")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }
}
