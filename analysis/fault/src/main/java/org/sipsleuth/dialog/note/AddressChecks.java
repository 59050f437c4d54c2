package org.sipsleuth.dialog.note;

import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.capture.LogAddress;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Compares addresses named in a message with its source and destination addresses.
final class AddressChecks {

    private AddressChecks() {}

    static Optional<String> via(ReadMessage context) {
        if (!context.isRequest() || context.sip().vias().isEmpty()) {
            return Optional.empty();
        }
        return Addresses.of(context.sip().vias().getFirst().host())
                .filter(named -> isElsewhere(named.address(), context.source().address()))
                .map(named -> "Via names %s, but the message came from %s: NAT, or a proxy that added no Via. Responses reach the sender only at the address that the message came from (received, rport)."
                        .formatted(named.text(), context.source()));
    }

    static Optional<String> contact(ReadMessage context) {
        if (!context.isFromUserAgent()) {
            return Optional.empty();
        }
        return contactAddress(context).filter(named -> !named.address().isAnyLocalAddress())
                .filter(named -> isElsewhere(named.address(), context.source().address()))
                .map(named -> "Contact names %s, but the message came from %s: later requests to that address pass the NAT only if a proxy rewrites it or reuses the flow."
                        .formatted(named.text(), context.source()));
    }

    static Optional<String> unreachableContact(ReadMessage context) {
        return contactAddress(context).filter(named -> isUnreachable(named, context))
                .map(named -> "Contact is %s, %s: requests to it from elsewhere (ACK, BYE, re-INVITE, calls) do not arrive unless a proxy rewrites it."
                        .formatted(named.text(), named.reach()));
    }

    static Optional<String> unreachableMedia(ReadMessage context) {
        return mediaAddresses(context).filter(named -> !named.address().isAnyLocalAddress())
                .filter(named -> isUnreachable(named, context))
                .findFirst()
                .map(named -> "SDP requests media at %s, %s: expect one-way audio unless a relay or symmetric RTP corrects it."
                        .formatted(named.text(), named.reach()));
    }

    static Optional<String> zeroMedia(ReadMessage context) {
        boolean isWithin = context.isRequest() && context.sip().to().flatMap(NameAddr::tag).isPresent();
        return mediaAddresses(context).filter(named -> named.address().isAnyLocalAddress())
                .findFirst()
                .map(named -> "SDP gives %s as address: %s".formatted(named.text(),
                        isWithin ? "hold as in RFC 2543. RFC 3264 uses a=sendonly or a=inactive."
                                : "no media can be sent to the sender until it names another one."));
    }

    private static boolean isUnreachable(Addresses.Named named, ReadMessage context) {
        return Addresses.isUnreachable(named.address(), context.source().address(), context.destination().address());
    }

    /// Whether an address is of another host: all loopback addresses are of the same, and of a host
    /// whose address a text log does not state nothing is known.
    private static boolean isElsewhere(InetAddress named, InetAddress source) {
        return !named.equals(source) && !LogAddress.isNone(source)
                && !(named.isLoopbackAddress() && source.isLoopbackAddress());
    }

    private static Optional<Addresses.Named> contactAddress(ReadMessage context) {
        return context.sip()
                .contacts()
                .stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .map(SipUri::host)
                .map(Addresses::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Addresses.Named> mediaAddresses(ReadMessage context) {
        return context.sip()
                .knownMedia()
                .stream()
                .filter(medium -> medium.port() != 0)
                .map(MediaDescription::address)
                .map(Addresses::of)
                .flatMap(Optional::stream);
    }
}
