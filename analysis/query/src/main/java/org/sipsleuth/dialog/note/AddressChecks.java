package org.sipsleuth.dialog.note;

import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.sip.SessionDescription;
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
        return Addresses.literal(context.sip().vias().getFirst().host())
                .filter(named -> isElsewhere(named, context.source().address()))
                .map(
                        named ->
                                "Via names %s, but the message came from %s: behind NAT, or a proxy added no Via. Responses reach it through received and rport."
                                        .formatted(text(named), context.source()));
    }

    static Optional<String> contact(ReadMessage context) {
        if (!context.isFromUserAgent()) {
            return Optional.empty();
        }
        return contactAddress(context)
                .filter(named -> isElsewhere(named, context.source().address()))
                .map(
                        named ->
                                "Contact names %s, but the message came from %s: later requests to that address pass the NAT only if a proxy rewrites it or reuses the flow."
                                        .formatted(text(named), context.source()));
    }

    static Optional<String> privateContact(ReadMessage context) {
        if (!isOverPublic(context)) {
            return Optional.empty();
        }
        return contactAddress(context)
                .filter(Addresses::isPrivate)
                .map(
                        named ->
                                "Contact is %s, reachable only from its own network: requests from outside (BYE, re-INVITE, calls to it) will not arrive."
                                        .formatted(text(named)));
    }

    static Optional<String> privateMedia(ReadMessage context) {
        if (!isOverPublic(context)) {
            return Optional.empty();
        }
        return mediaAddresses(context)
                .filter(Addresses::isPrivate)
                .findFirst()
                .map(
                        named ->
                                "SDP requests media at %s, reachable only from its own network: expect one-way audio unless a relay or symmetric RTP corrects it."
                                        .formatted(text(named)));
    }

    static Optional<String> zeroMedia(ReadMessage context) {
        return mediaAddresses(context)
                .filter(InetAddress::isAnyLocalAddress)
                .findFirst()
                .map(
                        named ->
                                "SDP gives %s as address: hold as in RFC 2543. RFC 3264 uses a=sendonly or a=inactive."
                                        .formatted(text(named)));
    }

    /// Whether an address is of another host: all loopback addresses are of the same.
    private static boolean isElsewhere(InetAddress named, InetAddress source) {
        return !named.equals(source) && !(named.isLoopbackAddress() && source.isLoopbackAddress());
    }

    /// Whether one of both ends is in a public network: then addresses of a private one are lost on
    /// the other.
    private static boolean isOverPublic(ReadMessage context) {
        return !Addresses.isPrivate(context.source().address())
                || !Addresses.isPrivate(context.destination().address());
    }

    private static Optional<InetAddress> contactAddress(ReadMessage context) {
        return context.sip().contacts().stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .map(SipUri::host)
                .map(Addresses::literal)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<InetAddress> mediaAddresses(ReadMessage context) {
        return context.sip().sdp().stream()
                .map(SessionDescription::media)
                .flatMap(media -> media.stream())
                .filter(medium -> medium.port() != 0)
                .map(MediaDescription::address)
                .map(Addresses::literal)
                .flatMap(Optional::stream);
    }

    private static String text(InetAddress address) {
        return IpText.of(address.getAddress());
    }
}
