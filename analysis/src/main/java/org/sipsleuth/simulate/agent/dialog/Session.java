package org.sipsleuth.simulate.agent.dialog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.truth.Label;

/// One side's offers and answers (RFC 3264) in a dialog, and the media that come of them. The
/// caller's side tells the network of them.
public final class Session {

    private final Network network;
    private final Addresses addresses;
    private final Sdp sdp;
    private final Socket local;
    private @Nullable Body own;
    private @Nullable Body others;

    /// The last one that was an answer.
    private @Nullable Body answer;

    private @Nullable Media media;

    /// @param local where media are to go
    public Session(Network network, Addresses addresses, Sdp sdp, Socket local) {
        this.network = network;
        this.addresses = addresses;
        this.sdp = sdp;
        this.local = local;
    }

    /// Makes an offer.
    public Body offer(Sdp.Direction direction) {
        Body offer = sdp.offer(direction);
        own = offer;
        return offer;
    }

    /// Answers an offer.
    public Body answer(Body offer) {
        Body made = sdp.answer(offer);
        own = made;
        others = offer;
        answer = made;
        return made;
    }

    /// Takes the answer to its offer.
    public void takeAnswer(Body taken) {
        others = taken;
        answer = taken;
    }

    /// Whether offer and answer have met.
    public boolean isAgreed() {
        return answer != null;
    }

    /// Tells that media flow as was agreed last.
    ///
    /// @param early whether the call is not answered, so that only the callee sends
    public void play(String callId, Label label, boolean early) {
        if (!network.tellsMedia() || own == null || others == null || answer == null) {
            return;
        }
        Socket remote = remote(others.text());
        if (remote == null) {
            return;
        }
        Media next =
                new Media(
                        callId,
                        label,
                        local,
                        remote,
                        codec(answer.text()),
                        early ? Media.Direction.CALLEE : direction(own.text()));
        if (!next.equals(media)) {
            stop();
            media = next;
            network.begin(next);
        }
    }

    /// Tells that media flow no longer.
    public void stop() {
        if (media != null) {
            network.end(media);
            media = null;
        }
    }

    private @Nullable Socket remote(String text) {
        int address = text.indexOf("c=IN IP");
        int port = text.indexOf("m=audio ");
        if (address < 0 || port < 0) {
            return null;
        }
        int begin = address + "c=IN IP4 ".length();
        String host = text.substring(begin, text.indexOf("\r\n", begin));
        int number = port + "m=audio ".length();
        String digits = text.substring(number, text.indexOf(' ', number));
        return addresses.socket((host.contains(":") ? "[" + host + "]" : host) + ":" + digits);
    }

    private static String codec(String text) {
        int formats = text.indexOf(" RTP/AVP ");
        if (formats < 0) {
            return "0 PCMU/8000";
        }
        int begin = formats + " RTP/AVP ".length();
        int end = begin;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        String mark = "a=rtpmap:" + text.substring(begin, end) + " ";
        int map = text.indexOf(mark);
        if (map < 0) {
            return "0 PCMU/8000";
        }
        return text.substring(map + "a=rtpmap:".length(), text.indexOf("\r\n", map));
    }

    private static Media.Direction direction(String text) {
        for (Sdp.Direction direction : Sdp.Direction.values()) {
            if (text.contains("a=" + direction.name().toLowerCase(Locale.ROOT) + "\r\n")) {
                return switch (direction) {
                    case SENDRECV -> Media.Direction.BOTH;
                    case SENDONLY -> Media.Direction.CALLER;
                    case RECVONLY -> Media.Direction.CALLEE;
                    case INACTIVE -> Media.Direction.NOBODY;
                };
            }
        }
        return Media.Direction.BOTH;
    }
}
