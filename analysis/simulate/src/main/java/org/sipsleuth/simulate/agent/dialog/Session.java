package org.sipsleuth.simulate.agent.dialog;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// One side's offers and answers (RFC 3264) in a dialog, and the resulting media. The caller's side
/// announces them.
public final class Session {

    private final Sdp sdp;
    private final Socket local;
    private final MediaAnnouncer announcer;
    private @Nullable Body own;
    private @Nullable Body others;

    /// The last session description that was an answer.
    private @Nullable Body answer;

    /// @param local where media are to go
    public Session(Sdp sdp, Socket local, MediaAnnouncer announcer) {
        this.sdp = sdp;
        this.local = local;
        this.announcer = announcer;
    }

    /// Makes an offer.
    public Body offer(Sdp.Direction direction) {
        Body offer = sdp.offer(direction);
        own = offer;
        return offer;
    }

    /// Answers an offer.
    public Body answer(Body offer) {
        Body made = sdp.answer(offer);
        own = made;
        others = offer;
        answer = made;
        return made;
    }

    /// Receives the answer to its offer.
    public void receiveAnswer(Body received) {
        others = received;
        answer = received;
    }

    /// Whether the offer/answer exchange is complete.
    public boolean isAgreed() {
        return answer != null;
    }

    /// Announces the media as last negotiated.
    ///
    /// @param early whether the call is not answered yet, so that only the callee sends
    public void play(String callId, Label label, boolean early) {
        if (own == null || others == null || answer == null) {
            return;
        }
        if (early) {
            announcer.beginEarly(label, callId, local, answer);
        } else {
            announcer.begin(label, callId, local, own, others, answer);
        }
    }

    /// Announces that the media have ended.
    public void stop() {
        announcer.end();
    }
}
