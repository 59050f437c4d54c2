package org.sipsleuth.simulate.message;

import java.util.List;

/// How a kind of user agent or server writes its messages: header order, spelling and identity.
///
/// @param product the value of User-Agent, and of Server in responses
/// @param order the names of header fields in the order in which it writes them; those it does not
///     name come before Content-Type and Content-Length
/// @param compact whether it uses compact names (RFC 3261 §7.3.3)
/// @param serverName whether responses carry Server instead of User-Agent
/// @param allow the value of Allow, or empty if it writes none
/// @param codecs RTP payload types it offers, best first, as in `0 PCMU/8000`
public record Profile(String product, List<String> order, boolean compact, boolean serverName, String allow,
        List<String> codecs) {

    public Profile {
        order = List.copyOf(order);
        codecs = List.copyOf(codecs);
    }
}
