package org.sipsleuth.transaction;

import java.util.List;

/// An attempt to call, as the dialog's walk saw it at the hop of origin: a challenged INVITE and
/// its repetition with credentials are one, what follows a refusal or an end is another. Also
/// what another source calls with the same Call-ID and a From tag of its own.
///
/// @param invites the one that began it, then others in the order of time; at least one
/// @param callee the user of the Request-URI of the first, as a number of the table, or
///     [HopTransaction#NONE]
/// @param credentials the account it was made with, or [HopTransaction#NONE]
/// @param answeredAtNanos when one of them was answered with 2xx, 0 if none was
/// @param endedAtNanos when its BYE was captured, 0 if none was; both as the dialog's walk saw them
///     at the hop of origin, of the dialog that was talked in where several answered
public record Call(List<HopTransaction> invites, int callee, int credentials, long answeredAtNanos, long endedAtNanos) {

    /// Takes a copy.
    public Call {
        invites = List.copyOf(invites);
    }

    /// The first INVITE.
    public HopTransaction first() {
        return invites.getFirst();
    }

    /// The INVITE that decided it: the first that was answered with 2xx, else the last.
    public HopTransaction last() {
        return invites.stream().filter(HopTransaction::isAccepted).findFirst().orElse(invites.getLast());
    }

    /// The host that calls.
    public int source() {
        return first().source();
    }

    /// The host it is sent to.
    public int destination() {
        return first().destination();
    }

    /// The user part of From.
    public int caller() {
        return first().fromUser();
    }

    /// The account it is made with: of the credentials, else the user part of From.
    public int account() {
        return credentials != HopTransaction.NONE ? credentials : caller();
    }

    /// When it began, in ns since the epoch.
    public long atNanos() {
        return first().atNanos();
    }

    /// Whether it was answered.
    public boolean isAnswered() {
        return answeredAtNanos != 0;
    }

    /// Whether it is known how long they talked: the capture's clock did not go back meanwhile.
    public boolean isTalkKnown() {
        return !isAnswered() || endedAtNanos == 0 || endedAtNanos >= answeredAtNanos;
    }

    /// How long they talked, in ns; until `endNanos` where no BYE was captured, 0 where it was not
    /// answered, or where that is not known.
    public long talkNanos(long endNanos) {
        long end = endedAtNanos != 0 ? endedAtNanos : endNanos;
        return isAnswered() ? Math.max(0, end - answeredAtNanos) : 0;
    }
}
