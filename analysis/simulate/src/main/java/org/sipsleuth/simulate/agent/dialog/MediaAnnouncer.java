package org.sipsleuth.simulate.agent.dialog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// Announces to the network the media that offers and answers agree on, from the caller's side.
public final class MediaAnnouncer {

    private static final String USUAL_CODEC = "0 PCMU/8000";

    private final Network network;
    private final Addresses addresses;
    private @Nullable Media media;

    public MediaAnnouncer(Network network, Addresses addresses) {
        this.network = network;
        this.addresses = addresses;
    }

    /// Announces that media flow, and that earlier media have ended.
    ///
    /// @param local where the caller sends from
    /// @param own the last session description of the caller
    /// @param others the last session description of the callee
    /// @param answer the one of the two that was the answer
    public void begin(Label label, String callId, Socket local, Body own, Body others, Body answer) {
        begin(label, callId, local, others, answer, direction(own.text()));
    }

    /// Announces early media, sent by the callee alone.
    public void beginEarly(Label label, String callId, Socket local, Body answer) {
        begin(label, callId, local, answer, answer, Media.Direction.CALLEE);
    }

    private void begin(Label label, String callId, Socket local, Body others, Body answer, Media.Direction direction) {
        if (!network.reportsMedia()) {
            return;
        }
        Socket remote = socket(others.text());
        if (remote == null) {
            return;
        }
        Media next = new Media(callId, label, local, remote, codec(answer.text()), direction);
        if (!next.equals(media)) {
            end();
            media = next;
            network.begin(next);
        }
    }

    /// Announces that the media have ended.
    public void end() {
        if (media != null) {
            network.end(media);
            media = null;
        }
    }

    private @Nullable Socket socket(String text) {
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
            return USUAL_CODEC;
        }
        int begin = formats + " RTP/AVP ".length();
        int end = begin;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        int map = text.indexOf("a=rtpmap:" + text.substring(begin, end) + " ");
        if (map < 0) {
            return USUAL_CODEC;
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
