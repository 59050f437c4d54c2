package org.sipsleuth.simulate.agent.server;

import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.network.Socket;

/// Puts an address into session descriptions, so that media go through it.
final class Relay {

    /// The number of the session whose media go to port 0.
    private static final int SESSIONS = 1_000_000;

    private static final String LINE_END = "\r\n";

    private Relay() {}

    /// The same description with another address for media.
    ///
    /// @param own whether it has another session name, too
    static Body through(Socket media, Body body, boolean own) {
        if (!body.type().equals("application/sdp")) {
            return body;
        }
        String family = media.host().isIpv4() ? "IN IP4 " : "IN IP6 ";
        StringBuilder text = new StringBuilder(body.text().length() + 16);
        for (String line : body.text().lines().toList()) {
            if (own && line.startsWith("o=")) {
                String number = Integer.toString(SESSIONS + media.port());
                text.append("o=- ").append(number).append(' ').append(number).append(' ');
                text.append(family).append(media.host());
            } else if (line.startsWith("o=") || line.startsWith("c=")) {
                text.append(line, 0, line.indexOf("IN IP")).append(family).append(media.host());
            } else if (line.startsWith("m=audio ")) {
                text.append("m=audio ").append(media.port());
                text.append(line, line.indexOf(' ', "m=audio ".length()), line.length());
            } else {
                text.append(line);
            }
            text.append(LINE_END);
        }
        return new Body(body.type(), text.toString());
    }
}
