package org.sipsleuth.simulate.message;

/// One value of Via.
///
/// @param transport `UDP` or `TCP`
/// @param sentBy host and port, as the sender knows itself
/// @param branch with the magic cookie of RFC 3261
/// @param received where the request really came from, `host` alone; empty if that is `sentBy`
/// @param rport the port it really came from (RFC 3581); 0 if it was not asked for, -1 while it is
///     asked for and not known
public record Via(String transport, String sentBy, String branch, String received, int rport) {

    /// As the sender writes it, who asks for the port that it is seen with.
    public static Via asking(String transport, String sentBy, String branch) {
        return new Via(transport, sentBy, branch, "", -1);
    }
}
