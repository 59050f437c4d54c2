package org.sipsleuth.transaction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;

/// Finds the call whose offer another one passes on: between the same users, from another host, under
/// another Call-ID, within a second, with the same numbers of session and version in `o=` (RFC 8866
/// §5.2). Numbers that a host repeats from call to call, as generators of load do, or that are short,
/// show nothing.
final class SameOffer {

    private static final long LONGEST_NANOS = 1_000_000_000L;

    /// Small numbers, as of those who count their sessions from 1, are the same by chance.
    private static final int FEWEST_CHARACTERS = 9;

    private final SipIndex index;
    private final SipLayout layout = new SipLayout();
    private final Map<Users, Offer> latest = new HashMap<>();
    private final Map<Integer, Offer> latestOfSource = new HashMap<>();

    /// From and To of an INVITE, as numbers of the table.
    private record Users(int from, int to) {

        static Users of(HopTransaction invite) {
            return new Users(invite.fromUser(), invite.toUser());
        }
    }

    /// An INVITE of a call.
    ///
    /// @param origin the call that it is a leg of, or itself
    /// @param before the INVITE of the call that its source made before, or null
    private record Offer(HopTransaction invite, Call origin, @Nullable HopTransaction before) {}

    SameOffer(SipIndex index) {
        this.index = index;
    }

    /// Those that come later may pass on what a call offers.
    ///
    /// @param origin the call that it is a leg of, or itself
    void add(Call call, Call origin) {
        Offer last = latestOfSource.get(call.source());
        boolean isSameCall = last != null && last.origin().first().request() == origin.first().request();
        HopTransaction before = last == null ? null : isSameCall ? last.before() : last.invite();
        latestOfSource.put(call.source(), new Offer(call.first(), origin, before));
        for (HopTransaction invite : call.invites().reversed()) { // so that the first of the same users stays
            latest.put(Users.of(invite), new Offer(invite, origin, before));
        }
    }

    /// The call whose offer this one passes on; null if there is none. Cost: a look-up; the text of two
    /// or three INVITEs if a call between the same users was made just before.
    @Nullable
    Call origin(Call call) {
        Offer offer = latest.get(Users.of(call.first()));
        if (offer == null || call.caller() == HopTransaction.NONE || call.source() == offer.origin().source()) {
            return null;
        }
        long nanos = call.atNanos() - offer.invite().atNanos();
        if (nanos < 0 || nanos > LONGEST_NANOS) {
            return null;
        }
        String session = session(call.first());
        boolean isSame = session.length() >= FEWEST_CHARACTERS && session.equals(session(offer.invite()));
        HopTransaction before = offer.before();
        boolean isRepeated = isSame && before != null && session.equals(session(before));
        return isSame && !isRepeated ? offer.origin() : null;
    }

    private String session(HopTransaction invite) {
        byte[] buffer = index.layout(invite.request(), layout);
        return SessionDescription.of(buffer, layout).map(SessionDescription::session).orElse("");
    }
}
