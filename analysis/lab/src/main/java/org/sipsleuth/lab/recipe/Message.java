package org.sipsleuth.lab.recipe;

import java.time.Instant;

/// A message of a capture, as recipes read it.
///
/// @param source the address that it came from
/// @param method the method; of a response that of its request
/// @param status the status code; 0 of a request
/// @param fromUser the user part of From, or empty
/// @param toUser the user part of To, or empty
/// @param hasCredentials whether it has an Authorization or Proxy-Authorization
/// @param isRetransmission whether it repeats an earlier one
/// @param attack the attack that it belongs to, or empty
record Message(int index, int frame, long nanos, String source, String destination, String method, int status,
        String requestUri, String fromUser, String toUser, String callId, long cseq, boolean hasCredentials,
        boolean isRetransmission, String attack) {

    private static final long NANOS = 1_000_000_000L;

    boolean isRequest() {
        return status == 0;
    }

    boolean isRequest(String ofMethod) {
        return isRequest() && method.equals(ofMethod);
    }

    boolean isResponse(String toMethod, int ofStatus) {
        return status == ofStatus && method.equals(toMethod);
    }

    Instant time() {
        return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }
}
