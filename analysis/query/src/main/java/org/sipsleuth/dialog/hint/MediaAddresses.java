package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.note.Addresses;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Finds media addresses in the offer and the answer of an answered call to which no media can be
/// sent: a private one in a message between public hosts, or none (0.0.0.0) in the answer.
///
/// `sendonly`, `recvonly` and `inactive` are what hold and announcements use (RFC 3264 §8.4) and
/// prove nothing. Descriptions with candidates of ICE are left out, since ICE finds other addresses
/// (RFC 8839). Messages are parsed only where both ends are public.
final class MediaAddresses {

    /// The port of media whose address is yet to be found (RFC 8840 §4.1.1).
    private static final int DISCARD_PORT = 9;

    private final SipIndex index;
    private final MessageTable messages;

    MediaAddresses(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The hint of a call; empty if it was not answered or its addresses are sound.
    Optional<FoundHint> of(Attempt call) {
        int answer = call.answer();
        int offer = call.exchange().lastRequest();
        if (answer == NONE) {
            return Optional.empty();
        }
        return unreachable(offer).or(() -> unreachable(answer)).or(() -> missing(call, offer));
    }

    private Optional<FoundHint> unreachable(int message) {
        if (message == NONE || !isBetweenPublicHosts(message)) {
            return Optional.empty();
        }
        return media(message).stream()
                .filter(its -> literal(its).filter(Addresses::isPrivate).isPresent())
                .findFirst()
                .map(
                        its ->
                                hint(
                                        "The %s between public hosts asks for %s at %s port %d, an address reachable only from its own network: media is lost unless the other side uses symmetric RTP."
                                                .formatted(
                                                        messages.typeName(messages.type(message)),
                                                        kind(its),
                                                        address(its),
                                                        its.port()),
                                        message));
    }

    /// 0.0.0.0 in a session that is refreshed later is a call that a third party sets up, or hold
    /// (RFC 3725 §4).
    private Optional<FoundHint> missing(Attempt call, int offer) {
        boolean isOffered = offer != NONE && media(offer).stream().anyMatch(its -> !isNowhere(its));
        if (!isOffered || call.session().refreshed() != NONE) {
            return Optional.empty();
        }
        return media(call.answer()).stream()
                .filter(its -> isNowhere(its) && its.direction().equals("sendrecv"))
                .findFirst()
                .map(
                        its ->
                                hint(
                                        "The answer has no address for %s (%s): no media can be sent to the callee."
                                                .formatted(kind(its), address(its)),
                                        call.answer()));
    }

    private static FoundHint hint(String words, int message) {
        return new FoundHint(DialogHint.ONE_WAY_MEDIA, words, List.of(message));
    }

    /// The media of a message that are in use, if ICE does not find their addresses.
    private List<MediaDescription> media(int message) {
        return index.message(message).sdp().map(SessionDescription::media).stream()
                .flatMap(List::stream)
                .filter(its -> its.port() != 0 && its.port() != DISCARD_PORT)
                .filter(its -> !its.direction().equals("inactive"))
                .filter(its -> its.rtp().candidates().isEmpty())
                .toList();
    }

    private boolean isBetweenPublicHosts(int message) {
        return IntStream.of(messages.source(message), messages.destination(message))
                .mapToObj(end -> messages.endpoint(end).address())
                .noneMatch(Addresses::isPrivate);
    }

    private static boolean isNowhere(MediaDescription media) {
        return literal(media).filter(InetAddress::isAnyLocalAddress).isPresent();
    }

    private static Optional<InetAddress> literal(MediaDescription media) {
        return Addresses.literal(media.address());
    }

    private static String address(MediaDescription media) {
        return literal(media).map(its -> IpText.of(its.getAddress())).orElseThrow();
    }

    /// The text of a message is shown only as far as it is one of the registered media types.
    private static String kind(MediaDescription media) {
        return switch (media.type()) {
            case "audio", "video", "image", "text" -> media.type();
            default -> "media";
        };
    }
}
