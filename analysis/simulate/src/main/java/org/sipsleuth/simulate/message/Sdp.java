package org.sipsleuth.simulate.message;

import java.util.ArrayList;
import java.util.List;

/// The session descriptions (RFC 8866) that one side of a call writes: its first one and, with
/// rising version, those that change it (RFC 3264). One audio stream.
public final class Sdp {

    /// The direction of the audio (RFC 8866 §6.7), from the writer's side.
    public enum Direction {
        SENDRECV("a=sendrecv\r\n"), SENDONLY("a=sendonly\r\n"), RECVONLY("a=recvonly\r\n"), INACTIVE("a=inactive\r\n");

        private final String attribute;

        Direction(String attribute) {
            this.attribute = attribute;
        }

        /// The direction in the answer to it (RFC 3264 §6.1).
        public Direction answer() {
            return switch (this) {
                case SENDONLY -> RECVONLY;
                case RECVONLY -> SENDONLY;
                case SENDRECV, INACTIVE -> this;
            };
        }
    }

    private static final String TYPE = "application/sdp";

    private final List<String> codecs;
    private final String address;
    private final int port;
    private final long session;
    private long version;
    private List<String> agreed;

    /// @param profile source of the codecs
    /// @param address the address for audio, as Wireshark writes it
    /// @param port the port for audio, even
    /// @param session the session id, which is also its first version
    public Sdp(Profile profile, String address, int port, long session) {
        this.codecs = profile.codecs();
        this.agreed = codecs;
        this.address = address;
        this.port = port;
        this.session = session;
        this.version = session;
    }

    /// The port for audio.
    public int port() {
        return port;
    }

    /// An offer; each after the first has the next version.
    public Body offer(Direction direction) {
        return write(codecs, direction);
    }

    /// An answer: the common codecs, in the order of the offer.
    public Body answer(Body offer) {
        agreed = both(payloadTypes(offer));
        return write(agreed, direction(offer).answer());
    }

    /// The preferred payload type, once there is an answer.
    public String codec() {
        return agreed.getFirst();
    }

    private Body write(List<String> formats, Direction direction) {
        String family = address.indexOf(':') >= 0 ? "IP6" : "IP4";
        StringBuilder text = new StringBuilder(256);
        text.append("v=0\r\no=- ").append(session).append(' ').append(version++);
        text.append(" IN ").append(family).append(' ').append(address);
        text.append("\r\ns=-\r\nc=IN ").append(family).append(' ').append(address);
        text.append("\r\nt=0 0\r\nm=audio ").append(port).append(" RTP/AVP");
        for (String format : formats) {
            text.append(' ').append(format, 0, format.indexOf(' '));
        }
        text.append("\r\n");
        for (String format : formats) {
            text.append("a=rtpmap:").append(format).append("\r\n");
            if (format.contains("telephone-event")) {
                text.append("a=fmtp:").append(format, 0, format.indexOf(' '));
                text.append(" 0-16\r\n");
            }
        }
        text.append("a=ptime:20\r\n").append(direction.attribute);
        return new Body(TYPE, text.toString());
    }

    private List<String> both(List<String> offered) {
        List<String> both = new ArrayList<>();
        for (String type : offered) {
            for (String codec : codecs) {
                if (codec.startsWith(type) && codec.charAt(type.length()) == ' ') {
                    both.add(codec);
                }
            }
        }
        return both.isEmpty() ? List.of("0 PCMU/8000") : both;
    }

    private static List<String> payloadTypes(Body offer) {
        String text = offer.text();
        int media = text.indexOf("m=audio ");
        String[] words = text.substring(media, text.indexOf("\r\n", media)).split(" ");
        return List.of(words).subList(3, words.length);
    }

    private static Direction direction(Body offer) {
        for (Direction direction : Direction.values()) {
            if (offer.text().contains(direction.attribute)) {
                return direction;
            }
        }
        return Direction.SENDRECV;
    }
}
