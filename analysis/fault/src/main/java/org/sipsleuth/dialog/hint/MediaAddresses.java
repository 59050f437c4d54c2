package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.note.OfferAnswer;
import org.sipsleuth.dialog.note.ParsedMessages;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Finds media addresses in the offers and answers of an answered call to which no media can be
/// sent: a private one in a message between public hosts, that of the sender's own host, or none
/// (0.0.0.0) in the answer that sets up the session.
///
/// `sendonly`, `recvonly` and `inactive` are what hold and announcements use (RFC 3264 §8.4) and
/// prove nothing. Descriptions with candidates of ICE are left out, since ICE finds other addresses
/// (RFC 8839).
final class MediaAddresses {

    /// The port of media whose address is yet to be found (RFC 8840 §4.1.1).
    private static final int DISCARD_PORT = 9;

    private final SipIndex index;
    private final MessageTable messages;
    private final PlainAddresses plain;
    private final ParsedMessages parsed;

    MediaAddresses(SipIndex index) {
        this.index = index;
        messages = index.messages();
        plain = new PlainAddresses(index);
        parsed = new ParsedMessages(index);
    }

    /// The hint of a call; empty if it was not answered or its addresses are sound.
    Optional<FoundHint> of(int dialog, Attempt call) {
        if (call.answer() == NONE || plain.areAll(dialog)) {
            return Optional.empty();
        }
        parsed.clear();
        List<OfferAnswer> first = new ArrayList<>();
        List<OfferAnswer> later = new ArrayList<>();
        for (OfferAnswer each : OfferAnswer.of(index, dialog, parsed)) {
            if (isOfSetup(each, call)) {
                first.add(each);
            } else if (isOfSession(each, call)) {
                later.add(each);
            }
        }
        return Stream.concat(first.stream(), later.stream())
                .flatMap(each -> Stream.of(each.offer(), each.answer()))
                .map(this::unreachable)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> missing(call, first));
    }

    /// Whether an offer, or the answer to it, belongs to the INVITE that was answered, and to the
    /// party that answered it.
    private boolean isOfSetup(OfferAnswer each, Attempt call) {
        int transaction = messages.transaction(call.answer());
        boolean isOffer = isOf(each.offer(), transaction);
        int response = isOffer && messages.isRequest(each.offer()) ? each.answer() : each.offer();
        boolean isIts = response == NONE || toTag(response).equals(toTag(call.answer()));
        return isIts && (isOffer || isOf(each.answer(), transaction));
    }

    private boolean isOf(int message, int transaction) {
        return message != NONE && messages.transaction(message) == transaction;
    }

    /// Whether it was made within the session, on the hop of the call.
    private boolean isOfSession(OfferAnswer each, Attempt call) {
        int message = each.answer() == NONE ? each.offer() : each.answer();
        int one = messages.source(call.answer());
        int other = messages.destination(call.answer());
        int source = messages.source(message);
        int destination = messages.destination(message);
        return message > call.answer()
                && ((source == one && destination == other) || (source == other && destination == one));
    }

    private String toTag(int message) {
        return parsed.message(message).to().flatMap(NameAddr::tag).orElse("");
    }

    private Optional<FoundHint> unreachable(int message) {
        if (message == NONE) {
            return Optional.empty();
        }
        return media(message).stream()
                .map(description -> unreachable(message, description))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<FoundHint> unreachable(int message, MediaDescription media) {
        InetAddress source = messages.endpoint(messages.source(message)).address();
        InetAddress destination = messages.endpoint(messages.destination(message)).address();
        boolean isBetweenPublicHosts = !Addresses.isPrivate(source) && !Addresses.isPrivate(destination);
        return Addresses.of(media.address())
                .filter(named -> !named.address().isAnyLocalAddress())
                .filter(named -> isBetweenPublicHosts || named.address().isLoopbackAddress())
                .filter(named -> Addresses.isUnreachable(named.address(), source, destination))
                .map(named -> hint(
                        "The %s%s asks for %s at %s port %d, %s: media is lost unless the other side uses symmetric RTP."
                                .formatted(messages.typeName(messages.type(message)),
                                        isBetweenPublicHosts ? " between public hosts" : "", kind(media), named.text(),
                                        media.port(), named.reach()),
                        message));
    }

    /// 0.0.0.0 in a session that is refreshed later is a call that a third party sets up, or hold
    /// (RFC 3725 §4).
    private Optional<FoundHint> missing(Attempt call, List<OfferAnswer> setup) {
        if (call.session().refreshed() != NONE) {
            return Optional.empty();
        }
        return setup.stream()
                .filter(each -> each.offer() != NONE && each.answer() != NONE)
                .filter(each -> media(each.offer()).stream().anyMatch(description -> !description.isNowhere()))
                .flatMap(each -> media(each.answer()).stream()
                        .filter(MediaDescription::isNowhere)
                        .filter(description -> description.direction().equals("sendrecv"))
                        .map(description -> noAddress(each.answer(), description)))
                .findFirst();
    }

    private FoundHint noAddress(int answer, MediaDescription media) {
        return hint("The answer, in the %s, has no address for %s (%s): no media can be sent to the %s.".formatted(
                messages.typeName(messages.type(answer)), kind(media),
                Addresses.of(media.address()).orElseThrow().text(), messages.isRequest(answer) ? "caller" : "callee"),
                answer);
    }

    private static FoundHint hint(String words, int message) {
        return new FoundHint(DialogHint.ONE_WAY_MEDIA, words, List.of(message));
    }

    /// The media of a message that are in use, if ICE does not find their addresses.
    private List<MediaDescription> media(int message) {
        return parsed.media(message)
                .stream()
                .filter(description -> description.port() != 0 && description.port() != DISCARD_PORT)
                .filter(description -> !description.direction().equals("inactive"))
                .filter(description -> description.rtp().candidates().isEmpty())
                .toList();
    }

    /// The text of a message is shown only as far as it is one of the registered media types.
    private static String kind(MediaDescription media) {
        return switch (media.type()) {
            case "audio", "video", "image", "text" -> media.type();
            default -> "media";
        };
    }
}
