package org.sipsleuth.simulate.script;

import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Socket;

/// One side of a script: who it is, and where its messages are seen to come from.
///
/// @param domain the domain of its address of record, which is also the realm of its password
/// @param socket its own, or that of the server that speaks for it
public record Party(String user, String domain, String password, Profile profile, Socket socket) {

    /// Its address of record: `sip:alice@example.com`.
    public String uri() {
        return "sip:" + user + "@" + domain;
    }

    /// The address that Contact gives.
    String contactUri() {
        return "sip:" + user + "@" + socket.inUri();
    }
}
