package org.sipsleuth.capture.fault;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;

/// The packet that an ICMP error is about, as far as the error quotes it.
///
/// @param transport UDP, TCP or SCTP
/// @param source who sent it
/// @param destination whom it was for
/// @param beginning the payload of a UDP datagram as far as it is quoted, a character a byte (ISO
///     8859-1); at most [#MOST_BYTES], and empty unless it begins like a SIP message
public record QuotedPacket(Transport transport, Endpoint source, Endpoint destination, String beginning)
        implements Comparable<QuotedPacket> {

    /// More of a payload is not kept.
    public static final int MOST_BYTES = 1_500;

    /// Method, URI and version, or version and status code. The line may be cut off.
    private static final Pattern START =
            Pattern.compile("SIP/2\\.0 [1-6][0-9]{2}\\b.*|[A-Z]{3,20} (?:sips?|tel|urn):.*", Pattern.DOTALL);

    private static final Comparator<QuotedPacket> ORDER = Comparator.comparing(QuotedPacket::transport)
            .thenComparing(QuotedPacket::source)
            .thenComparing(QuotedPacket::destination)
            .thenComparing(QuotedPacket::beginning);

    @Override
    public int compareTo(QuotedPacket other) {
        return ORDER.compare(this, other);
    }

    /// Whether a payload begins like a SIP message.
    public static boolean beginsLikeSip(String payload) {
        return START.matcher(payload).matches();
    }
}
