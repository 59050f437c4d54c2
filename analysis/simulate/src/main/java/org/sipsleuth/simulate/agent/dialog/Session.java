package org.sipsleuth.simulate.agent.dialog;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// One side's offers and answers (RFC 3264) in a dialog, and the media that come of them. The
/// caller's side tells of them.
public final class Session {

    private final Sdp sdp;
    private final Socket local;
    private final MediaTeller teller;
    private @Nullable Body own;
    private @Nullable Body others;

    /// The last one that was an answer.
    private @Nullable Body answer;

    /// @param local where media are to go
    public Session(Sdp sdp, Socket local, MediaTeller teller) {
        this.sdp = sdp;
        this.local = local;
        this.teller = teller;
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

    /// Takes the answer to its offer.
    public void takeAnswer(Body taken) {
        others = taken;
        answer = taken;
    }

    /// Whether offer and answer have met.
    public boolean isAgreed() {
        return answer != null;
    }

    /// Tells that media flow as was agreed last.
    ///
    /// @param early whether the call is not answered, so that only the callee sends
    public void play(String callId, Label label, boolean early) {
        if (own == null || others == null || answer == null) {
            return;
        }
        if (early) {
            teller.beginEarly(label, callId, local, answer);
        } else {
            teller.begin(label, callId, local, own, others, answer);
        }
    }

    /// Tells that media flow no longer.
    public void stop() {
        teller.end();
    }
}
