package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.media.Party;

/// A call, with what is to know about its media before packets are looked at.
///
/// @param dialog its number in the index
/// @param request the first request, or [Attempt#NONE]
/// @param answer the 2xx, or [Attempt#NONE]
/// @param span its times
/// @param ports where the sides want their audio
/// @param isJudged whether captured RTP can prove that audio is missing: both sides were to send and
///     receive, no description was cut off, ICE finds no other addresses
/// @param isDirect whether both sides want their audio at the hosts between which a message of the
///     call was captured, so that it takes the same path
/// @param mayBeNoted whether a note at one of its messages may know of a fault
/// @param moves where the sides wanted their audio elsewhere than before
/// @param faults those that its messages show
record MediaCall(int dialog, int request, int answer, Span span, List<Port> ports, boolean isJudged, boolean isDirect,
        boolean mayBeNoted, List<Move> moves, List<MediaFault> faults) {

    /// The times of a call, in ns since the epoch.
    ///
    /// @param answeredNanos when it was answered
    /// @param dueNanos from when both sides know where to send
    /// @param plainNanos until when both sides were to send and receive: up to the first offer that
    ///     changes that, or to the end
    /// @param endNanos when it ended, or the coverage
    record Span(long answeredNanos, long dueNanos, long plainNanos, long endNanos) {

        /// Of a call that was not answered.
        static final Span NONE = new Span(0, 0, 0, 0);
    }

    /// An address that a side announced for audio.
    record Port(Party party, Endpoint endpoint) {}

    MediaCall {
        ports = List.copyOf(ports);
        moves = List.copyOf(moves);
        faults = List.copyOf(faults);
    }

    /// The same with more faults.
    MediaCall with(List<MediaFault> more) {
        List<MediaFault> all = new ArrayList<>(faults);
        all.addAll(more);
        return new MediaCall(dialog, request, answer, span, ports, isJudged, isDirect, mayBeNoted, moves, all);
    }

    boolean isAnswered() {
        return answer != Attempt.NONE;
    }

    /// For how long both sides were to send and receive, in ns.
    long plainNanos() {
        return span.plainNanos() - span.dueNanos();
    }
}
