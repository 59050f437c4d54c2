package org.sipsleuth.media.fault;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.sdp.RtpFormat;

/// Recognises by bytes alone the usual offer and answer, with which nothing is wrong: one audio
/// each, of the same profile, both ways, a codec with a payload type of its own in common, DTMF
/// events on both sides or not offered. Everything else is parsed.
///
/// Of 143,000 such calls without RTP (a million messages) [MediaFaults#of] takes 1.5 s of processor
/// time with it, 5.4 s without, in a program that has just started.
final class PlainAnswer {

    private static final int LONGEST_BYTES = 65_536;
    private static final int WORDS_BEFORE_FORMATS = 2;
    private static final byte[] EVENT = "telephone-event".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOWHERE = "0.0.0.0".getBytes(StandardCharsets.US_ASCII);

    /// Codecs that have a payload type of their own, one bit each; all are below 64.
    private static final long STATIC = staticCodecs();

    private final SipIndex index;
    private final Description offer = new Description();
    private final Description answer = new Description();

    PlainAnswer(SipIndex index) {
        this.index = index;
    }

    private static long staticCodecs() {
        long codecs = 0;
        for (int type = 0; type < Long.SIZE; type++) {
            boolean isCodec = RtpFormat.ofStatic(type).filter(format -> Media.isCodec(format.encoding())).isPresent();
            codecs |= isCodec ? 1L << type : 0;
        }
        return codecs;
    }

    /// Whether the bodies of two messages are such.
    boolean isPlain(int offering, int answering) {
        return offer.read(offering) && answer.read(answering) && (offer.types & answer.types & STATIC) != 0
                && (!offer.hasEvents || answer.hasEvents) && offer.hasProfileOf(answer);
    }

    /// The only audio that a message describes.
    private final class Description {
        private byte[] bytes = new byte[2_048];
        private int end;
        private int profileFrom;
        private int profileTo;
        private long types;
        private long dynamicTypes; // from 64 on
        private boolean hasEvents;

        /// Whether it describes one audio, both ways, at an address.
        boolean read(int message) {
            end = index.copy(message, bytes);
            if (end > bytes.length && end <= LONGEST_BYTES) {
                bytes = new byte[end];
                end = index.copy(message, bytes);
            }
            int from = end > bytes.length ? end : body();
            types = 0;
            dynamicTypes = 0;
            hasEvents = false;
            int media = 0;
            while (from + 2 < end) {
                int to = lineEnd(from);
                switch (bytes[from]) {
                    case 'm' -> {
                        media++;
                        if (!readsAudio(from, to)) {
                            return false;
                        }
                    }
                    case 'c' -> {
                        if (contains(NOWHERE, from, to)) {
                            return false;
                        }
                    }
                    case 'a' -> {
                        if (changesDirection(from, to)) {
                            return false;
                        }
                        hasEvents |= contains(EVENT, from, to) && isListed(from, to);
                    }
                    default -> {
                    }
                }
                from = to + 1;
            }
            return media == 1;
        }

        /// Where the body begins; the end if it is no session description of its own.
        private int body() {
            for (int i = 0; i + 6 < end; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return bytes[i + 4] == 'v' && bytes[i + 5] == '=' ? i + 4 : end;
                }
            }
            return end;
        }

        private int lineEnd(int from) {
            int to = from;
            while (to < end && bytes[to] != '\n') {
                to++;
            }
            return to;
        }

        /// Reads `m=audio 4000 RTP/AVP 0 8`.
        private boolean readsAudio(int from, int to) {
            int p = from + 2;
            boolean isAudio = to - p > 8 && bytes[p] == 'a' && bytes[p + 1] == 'u' && bytes[p + 5] == ' ';
            if (!isAudio || bytes[p + 6] == '0') {
                return false;
            }
            for (int word = 0; word < WORDS_BEFORE_FORMATS; word++) {
                p = space(p, to) + 1;
            }
            profileFrom = p;
            profileTo = space(p, to);
            for (p = profileTo + 1; p < to; p = space(p, to) + 1) {
                int type = number(p, to);
                types |= type >= 0 && type < Long.SIZE ? 1L << type : 0;
                dynamicTypes |= type >= Long.SIZE && type < 2 * Long.SIZE ? 1L << type : 0;
            }
            return true;
        }

        /// Whether the payload type of `a=rtpmap:101 telephone-event/8000` is one of the audio.
        private boolean isListed(int from, int to) {
            int p = from;
            while (p < to && bytes[p] != ':') {
                p++;
            }
            int type = number(p + 1, to);
            return type >= 0 && ((type < Long.SIZE ? types : dynamicTypes) >>> type & 1) != 0;
        }

        private int space(int from, int to) {
            int p = from;
            while (p < to && bytes[p] != ' ') {
                p++;
            }
            return p;
        }

        private int number(int from, int to) {
            int number = 0;
            int p = from;
            while (p < to && p < from + 4 && bytes[p] >= '0' && bytes[p] <= '9') {
                number = 10 * number + bytes[p] - '0';
                p++;
            }
            return p == from ? -1 : number;
        }

        /// Whether an attribute is a direction other than `sendrecv`, or a candidate of ICE.
        private boolean changesDirection(int from, int to) {
            int p = from + 2;
            return to - p >= 8 && switch (bytes[p]) {
                case 's' -> bytes[p + 1] == 'e' && bytes[p + 4] == 'o';
                case 'r' -> bytes[p + 1] == 'e' && bytes[p + 4] == 'o';
                case 'i' -> bytes[p + 1] == 'n' && bytes[p + 2] == 'a';
                case 'c' -> bytes[p + 1] == 'a' && bytes[p + 2] == 'n';
                default -> false;
            };
        }

        private boolean contains(byte[] word, int from, int to) {
            for (int i = from; i + word.length <= to; i++) {
                int k = 0;
                while (k < word.length && bytes[i + k] == word[k]) {
                    k++;
                }
                if (k == word.length) {
                    return true;
                }
            }
            return false;
        }

        boolean hasProfileOf(Description other) {
            int length = profileTo - profileFrom;
            if (length != other.profileTo - other.profileFrom) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (bytes[profileFrom + i] != other.bytes[other.profileFrom + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
