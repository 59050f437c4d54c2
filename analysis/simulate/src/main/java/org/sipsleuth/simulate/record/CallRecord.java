package org.sipsleuth.simulate.record;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// A call detail record (paper 5, §3.2) of a call in progress.
final class CallRecord {

    private static final int REQUEST_TERMINATED = 487;

    final String callId;
    final String caller;
    final String callee;
    final Label label;
    final long startNanos;
    private final Socket callerAt;
    private long finalNanos;
    private long endNanos;
    private int status;
    private @Nullable String endedBy;
    private long callerMessages;
    private long calleeMessages;

    /// @param invite the first one of the call
    CallRecord(Signal invite, long atNanos, Socket from) {
        callId = invite.callId;
        caller = invite.from.uri();
        callee = invite.to.uri();
        label = invite.label;
        startNanos = atNanos;
        callerAt = from;
    }

    /// Adds a message of the call.
    ///
    /// @return whether it is the last one
    boolean add(Signal signal, long atNanos, Socket from) {
        boolean byCaller = from.equals(callerAt);
        if (byCaller) {
            callerMessages++;
        } else {
            calleeMessages++;
        }
        return switch (signal.method) {
            case "INVITE" -> {
                addInvite(signal, atNanos);
                yield false;
            }
            case "ACK" -> status >= 300;
            case "BYE" -> addBye(signal, atNanos, byCaller ? "caller" : "callee");
            default -> false;
        };
    }

    private void addInvite(Signal signal, long atNanos) {
        if (signal.status >= 200 && status == 0) {
            status = signal.status;
            finalNanos = atNanos;
            endNanos = atNanos;
            if (status >= 300) {
                endedBy = status == REQUEST_TERMINATED ? "caller" : "callee";
            }
        }
    }

    private boolean addBye(Signal signal, long atNanos, String sender) {
        if (signal.isRequest() && endedBy == null) {
            endNanos = atNanos;
            endedBy = sender;
        }
        return !signal.isRequest();
    }

    /// From the INVITE to its final response, in ns; 0 if there is none.
    long setupNanos() {
        return status == 0 ? 0 : finalNanos - startNanos;
    }

    /// From the answer to the BYE, in ns; 0 if it was not answered.
    long talkNanos() {
        return endNanos - finalNanos;
    }

    /// The final response, or 0.
    int status() {
        return status;
    }

    /// `caller`, `callee`, or empty if the call is in progress.
    String endedBy() {
        return endedBy == null ? "" : endedBy;
    }

    /// How many messages the caller sent.
    long callerMessages() {
        return callerMessages;
    }

    /// How many the other side sent.
    long calleeMessages() {
        return calleeMessages;
    }
}
