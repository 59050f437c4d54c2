package org.sipsleuth.dialog.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.sip.sdp.MediaDescription;

/// The messages of a dialog in order.
///
/// @param messages all messages, retransmissions included
/// @param endNanos until when its clocks run, in ns since the epoch
/// @param descriptions its offers with their answers
/// @param media the media of the messages with a session description
record DialogTrace(List<MessageSummary> messages, long endNanos, List<OfferAnswer> descriptions,
        Map<Integer, List<MediaDescription>> media) {

    /// 64 × T1 (RFC 3261 §17): the longest wait for a final response.
    static final long TIMER_B = 32_000_000_000L;

    DialogTrace {
        messages = List.copyOf(messages);
        descriptions = List.copyOf(descriptions);
        media = Map.copyOf(media);
    }

    /// The media that a message describes, in order.
    List<MediaDescription> media(int message) {
        return media.getOrDefault(message, List.of());
    }

    /// Its messages by transaction, in order of the transactions' first messages.
    Map<Integer, List<MessageSummary>> transactions() {
        Map<Integer, List<MessageSummary>> all = new LinkedHashMap<>();
        for (MessageSummary each : messages) {
            all.computeIfAbsent(each.transfer().transaction(), _ -> new ArrayList<>()).add(each);
        }
        return all;
    }

    Stream<MessageSummary> stream() {
        return messages.stream();
    }

    /// Without retransmissions.
    Stream<MessageSummary> firsts() {
        return messages.stream().filter(each -> !each.transfer().repeated());
    }

    /// Whether its coverage continues for longer than timer B after this message.
    boolean isPastTimerB(MessageSummary message) {
        return endNanos - message.transfer().nanos() > TIMER_B;
    }
}
