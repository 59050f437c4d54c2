package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.media.Party;
import org.sipsleuth.sip.sdp.MediaDescription;

/// A side of a call that wants its audio elsewhere than before (RFC 3264 §8.3.1).
///
/// @param party the side
/// @param before where it wanted it
/// @param after where it wants it now
/// @param fromNanos when that was settled: at the answer
/// @param untilNanos when the next negotiation began, or the call ended
/// @param offer the message with the offer
/// @param answer the message with the answer
record Move(Party party, Set<Endpoint> before, Set<Endpoint> after, long fromNanos, long untilNanos, int offer,
        int answer) {

    Move {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    /// The moves of a call, in order.
    ///
    /// @param settled its negotiations on one hop whose answers hold
    /// @param endNanos when it ended, or its coverage
    static List<Move> of(MessageTable messages, List<Negotiation> settled, long endNanos) {
        List<Move> moves = new ArrayList<>();
        Map<Party, Set<Endpoint>> wanted = new EnumMap<>(Party.class);
        for (int i = 0; i < settled.size(); i++) {
            Negotiation each = settled.get(i);
            long until = i + 1 < settled.size() ? messages.capturedAtNanos(settled.get(i + 1).offer()) : endNanos;
            for (Party party : Party.values()) {
                Set<Endpoint> now = audio(party == each.offerer() ? each.offered() : each.answered());
                Set<Endpoint> before = wanted.getOrDefault(party, Set.of());
                boolean isElsewhere = !before.isEmpty() && before.stream().noneMatch(now::contains);
                if (isElsewhere && !now.isEmpty() && each.isBothWays()) {
                    moves.add(new Move(party, before, now, messages.capturedAtNanos(each.answer()), until, each.offer(),
                            each.answer()));
                }
                if (!now.isEmpty()) {
                    wanted.put(party, now);
                }
            }
        }
        return moves;
    }

    private static Set<Endpoint> audio(List<MediaDescription> media) {
        Set<Endpoint> audio = new LinkedHashSet<>();
        for (MediaDescription each : media) {
            if (Media.isAudio(each) && each.port() != 0 && !each.isNowhere()) {
                Media.address(each).ifPresent(address -> audio.add(new Endpoint(address, each.port())));
            }
        }
        return audio;
    }
}
