package org.sipsleuth.truth;

/// What ground truth knows of a message beside its sender and receiver: enough to see what an
/// attack achieved.
///
/// @param isRequest whether it is a request, or a whole call in a list of call records
/// @param isForwarded whether a proxy sent it on
/// @param method the method; of a response that of its request
/// @param status the status code of a response, or the final one of a call record; 0 if there is
///     none
/// @param fromUser the user part of From, or empty
/// @param toUser the user part of To, or empty
public record MessageFacts(boolean isRequest, boolean isForwarded, String method, int status, String fromUser,
        String toUser) {

    /// Whether it is a request as its author sent it.
    public boolean isOriginal() {
        return isRequest && !isForwarded;
    }

    /// A message of which nothing more is known than that it is a request.
    public static final MessageFacts REQUEST = new MessageFacts(true, false, "", 0, "", "");
}
