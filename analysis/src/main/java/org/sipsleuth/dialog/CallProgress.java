package org.sipsleuth.dialog;

import org.sipsleuth.dialog.column.MessageTypes;

/// The state machine of a dialog: what each message makes of its state. Retransmissions never reach
/// it. `docs/DIALOGS.md` tells the choices.
///
/// The state is packed into an int, so that a dialog costs no object: the [DialogState] in the
/// lowest byte, flags above it, the deciding status code in the upper half.
final class CallProgress {

    private static final DialogState[] STATES = DialogState.values();
    private static final int STATE_MASK = 0xff;
    private static final int CALL = 1 << 8;
    private static final int ANSWERED = 1 << 9;
    private static final int STATUS_SHIFT = 16;

    /// Nothing seen yet.
    static final int START = pack(DialogState.PARTIAL, 0, 0);

    private CallProgress() {}

    static DialogState state(int progress) {
        return STATES[progress & STATE_MASK];
    }

    /// The status code that decided the state, 0 if none did.
    static int finalStatus(int progress) {
        return progress >>> STATUS_SHIFT;
    }

    /// Whether an INVITE, or the end of a call, was part of the dialog.
    static boolean isCall(int progress) {
        return (progress & CALL) != 0;
    }

    /// After a request.
    static int afterRequest(int progress, int method) {
        return switch (method) {
            case MessageTypes.INVITE -> afterInvite(progress);
            case MessageTypes.CANCEL -> afterCancel(progress);
            case MessageTypes.ACK -> progress;
            case MessageTypes.BYE -> afterOther(progress, DialogState.COMPLETED);
            default -> afterOther(progress, state(progress));
        };
    }

    /// A request that begins no call: in a call it leads to `inCall`, else it waits for its answer.
    private static int afterOther(int progress, DialogState inCall) {
        DialogState state = isCall(progress) ? inCall : DialogState.PENDING;
        return pack(state, progress, finalStatus(progress));
    }

    private static int afterInvite(int progress) {
        DialogState state = state(progress);
        if (state == DialogState.IN_CALL || state == DialogState.RINGING) {
            return progress; // a re-INVITE, or the same INVITE at the next hop or branch
        }
        return pack(DialogState.TRYING, (progress | CALL) & ~ANSWERED, 0);
    }

    private static int afterCancel(int progress) {
        boolean withdrawn = (progress & ANSWERED) == 0;
        return withdrawn
                ? pack(DialogState.CANCELLED, progress | CALL, finalStatus(progress))
                : progress;
    }

    /// After a response.
    ///
    /// @param method that of its CSeq
    /// @param afterFinal whether its transaction had its final response before
    static int afterResponse(int progress, int method, int status, boolean afterFinal) {
        if (method == MessageTypes.INVITE) {
            return afterInviteResponse(progress, status, afterFinal);
        }
        boolean decides = status >= 200 && !isCall(progress) && method != MessageTypes.CANCEL;
        if (!decides) {
            return progress;
        }
        boolean ended = method == MessageTypes.BYE && status < 300; // the call itself was not seen
        return ended
                ? pack(DialogState.COMPLETED, progress | CALL, status)
                : pack(nonInviteState(status), progress, status);
    }

    private static int afterInviteResponse(int progress, int status, boolean afterFinal) {
        int call = progress | CALL;
        if ((progress & ANSWERED) != 0) {
            return call; // what follows an answer belongs to re-INVITEs or to branches not taken
        }
        if (status < 200) {
            boolean withdrawn = state(progress) == DialogState.CANCELLED;
            if (afterFinal || withdrawn) {
                return call;
            }
            boolean ringing = status > 100 || state(progress) == DialogState.RINGING;
            return pack(ringing ? DialogState.RINGING : DialogState.TRYING, call, 0);
        }
        if (status < 300) {
            return pack(DialogState.IN_CALL, call | ANSWERED, status);
        }
        return pack(inviteState(status), call, status);
    }

    private static DialogState inviteState(int status) {
        return switch (status) {
            case 401, 407 -> DialogState.CHALLENGED;
            case 486, 600 -> DialogState.BUSY;
            case 487 -> DialogState.CANCELLED;
            case 408, 480 -> DialogState.UNANSWERED;
            case 403, 433, 603, 607, 608 -> DialogState.REJECTED;
            default -> status < 400 ? DialogState.REDIRECTED : DialogState.FAILED;
        };
    }

    private static DialogState nonInviteState(int status) {
        return switch (status) {
            case 401, 407 -> DialogState.CHALLENGED;
            default -> {
                if (status < 300) {
                    yield DialogState.SUCCEEDED;
                }
                yield status < 400 ? DialogState.REDIRECTED : DialogState.REFUSED;
            }
        };
    }

    @SuppressWarnings("EnumOrdinal") // packed in memory only, and taken apart by STATES
    private static int pack(DialogState state, int flags, int status) {
        return (flags & (CALL | ANSWERED)) | state.ordinal() | (status << STATUS_SHIFT);
    }
}
