package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.media.Party;
import org.sipsleuth.sip.sdp.MediaDescription;

/// An offer with its answer (RFC 3264), and who made it.
///
/// @param offer the message with the offer
/// @param answer the message with the answer
/// @param offerer the side that made the offer
/// @param isFinal whether the answer holds: that of a 2xx, ACK or PRACK, or of a provisional response
///     of the party that answered the call
/// @param offered the media of the offer
/// @param answered the media of the answer
record Negotiation(int offer, int answer, Party offerer, boolean isFinal, List<MediaDescription> offered,
        List<MediaDescription> answered) {

    /// A medium as it is offered and answered.
    record Medium(MediaDescription offered, MediaDescription answered) {

        boolean isAccepted() {
            return offered.port() != 0 && answered.port() != 0;
        }

        /// Whether both sides are to send and receive.
        boolean isBothWays() {
            return isAccepted() && offered.direction().equals("sendrecv") && answered.direction().equals("sendrecv")
                    && !offered.isNowhere() && !answered.isNowhere();
        }
    }

    Negotiation {
        offered = List.copyOf(offered);
        answered = List.copyOf(answered);
    }

    /// Audio that was offered, with what answers it.
    List<Medium> audio() {
        List<Medium> audio = new ArrayList<>();
        for (int i = 0; i < Math.min(offered.size(), answered.size()); i++) {
            if (Media.isAudio(offered.get(i)) && offered.get(i).port() != 0) {
                audio.add(new Medium(offered.get(i), answered.get(i)));
            }
        }
        return audio;
    }

    /// Whether audio was accepted, to be sent and received by both sides.
    boolean isBothWays() {
        List<Medium> accepted = audio().stream().filter(Medium::isAccepted).toList();
        return !accepted.isEmpty() && accepted.stream().allMatch(Medium::isBothWays);
    }

    boolean hasIce() {
        return Stream.concat(offered.stream(), answered.stream()).anyMatch(each -> !each.rtp().candidates().isEmpty());
    }

    /// The side that answers.
    Party answerer() {
        return offerer == Party.CALLER ? Party.CALLEE : Party.CALLER;
    }
}
