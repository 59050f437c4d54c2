package org.sipsleuth.simulate.script;

import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Socket;

/// One side of a script: its address of record and its source socket.
///
/// @param domain the domain of its address of record, which is also the realm of its password
/// @param socket its own, or that of its server
public record Party(String user, String domain, String password, Profile profile, Socket socket) {

    /// Its address of record: `sip:alice@example.com`.
    public String uri() {
        return "sip:" + user + "@" + domain;
    }

    /// The URI of Contact.
    String contactUri() {
        return "sip:" + user + "@" + socket.inUri();
    }
}
