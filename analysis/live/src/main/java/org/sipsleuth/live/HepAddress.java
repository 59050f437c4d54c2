package org.sipsleuth.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where HEP reports are received: `udp:9060`, `tcp:192.0.2.1:9060`, `tls:[2001:db8::1]:9061`.
///
/// @param host an address of this machine; all of them if empty
/// @param port 0 lets the system choose
public record HepAddress(Transport transport, String host, int port) {

    /// How reports come.
    public enum Transport {
        /// A report in each datagram.
        UDP,
        /// One after the other in a connection.
        TCP,
        /// The same, encrypted.
        TLS
    }

    /// Where servers send reports unless they are told otherwise.
    public static final String USUAL = "udp:9060";

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?i)(udp|tcp|tls):(?:(\\[[0-9a-f:.]+]|[\\w.-]+):)?(\\d{1,5})");

    /// Reads the written form.
    ///
    /// @throws IllegalArgumentException with a sentence for the user
    public static HepAddress of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > LARGEST_PORT) {
            throw new IllegalArgumentException("\"%s\" is no address to receive HEP at; write udp:9060, tcp:9060 or"
                    .formatted(text) + " tls:9061, with an address of this machine if only that shall listen"
                    + " (udp:192.0.2.1:9060)");
        }
        String host = parts.group(2);
        return new HepAddress(Transport.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                host == null ? "" : host.replaceAll("[\\[\\]]", ""), Integer.parseInt(parts.group(3)));
    }

    /// The same with the port that the system chose.
    HepAddress withPort(int chosen) {
        return new HepAddress(transport, host, chosen);
    }

    /// Where sockets are bound to.
    InetSocketAddress socketAddress() throws UnknownHostException {
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getByName(host), port);
    }

    /// The written form.
    public String text() {
        String at = host.isEmpty() ? "" : (host.contains(":") ? "[" + host + "]" : host) + ":";
        return transport.name().toLowerCase(Locale.ROOT) + ":" + at + port;
    }
}
