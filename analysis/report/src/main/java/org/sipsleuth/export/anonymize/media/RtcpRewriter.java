package org.sipsleuth.export.anonymize.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Makes of a packet of RTCP (RFC 3550 §6) another of the same form: sources become others, what
/// senders and receivers count and measure stays, names become letters. All that is not read there
/// becomes zeros.
public final class RtcpRewriter {

    private static final int HEAD = 4;
    private static final int VERSION = 2;
    private static final int COUNT = 0x1f;
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final int LAST_TYPE = 207;
    private static final int SENDER_BYTES = 20;
    private static final int BLOCK_BYTES = 24;
    private static final int NAME_ITEM = 1;
    private static final int PRIVATE_ITEM = 8;

    private final Pseudonyms pseudonyms;

    public RtcpRewriter(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// Rewrites a packet, which holds several; empty if it is none, as one that is encrypted.
    public Optional<byte[]> rewrite(byte[] packet) {
        byte[] copy = new byte[packet.length]; // zeros: what is not put in is not copied
        int at = 0;
        while (at < packet.length) {
            if (at + 2 * HEAD > packet.length && at + HEAD != packet.length) {
                return Optional.empty();
            }
            int type = packet[at + 1] & 0xff;
            int end = at + HEAD + Octets.int16(packet, at + 2) * Integer.BYTES;
            boolean isOne = (packet[at] & 0xff) >> 6 == VERSION && type >= SENDER_REPORT && type <= LAST_TYPE
                    && end <= packet.length;
            if (!isOne || !one(packet, copy, at, end)) {
                return Optional.empty();
            }
            at = end;
        }
        return packet.length == 0 ? Optional.empty() : Optional.of(copy);
    }

    private boolean one(byte[] packet, byte[] copy, int at, int end) {
        System.arraycopy(packet, at, copy, at, HEAD);
        copy[at] &= (byte) 0xdf; // no padding: it is zeros now
        int count = packet[at] & COUNT;
        int from = at + HEAD;
        return switch (packet[at + 1] & 0xff) {
            case SENDER_REPORT -> reports(packet, copy, from, end, SENDER_BYTES, count);
            case RECEIVER_REPORT -> reports(packet, copy, from, end, 0, count);
            case DESCRIPTION -> descriptions(packet, copy, from, end, count);
            case BYE -> sources(packet, copy, from, end, count);
            default -> sources(packet, copy, from, end, Math.min(1, (end - from) / HEAD));
        };
    }

    private boolean sources(byte[] packet, byte[] copy, int from, int end, int count) {
        if (from + count * Integer.BYTES > end) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Octets.replace(packet, copy, from + i * Integer.BYTES, pseudonyms);
        }
        return true;
    }

    private boolean reports(byte[] packet, byte[] copy, int from, int end, int own, int count) {
        int block = from + Integer.BYTES + own;
        if (block + count * BLOCK_BYTES > end) {
            return false;
        }
        Octets.replace(packet, copy, from, pseudonyms);
        System.arraycopy(packet, from + Integer.BYTES, copy, from + Integer.BYTES, own);
        for (int i = 0; i < count; i++, block += BLOCK_BYTES) {
            Octets.replace(packet, copy, block, pseudonyms);
            int measured = block + Integer.BYTES;
            System.arraycopy(packet, measured, copy, measured, BLOCK_BYTES - Integer.BYTES);
        }
        return true;
    }

    /// Chunks of a source and items: their types and lengths stay, their texts become letters.
    private boolean descriptions(byte[] packet, byte[] copy, int from, int end, int count) {
        int at = from;
        for (int chunk = 0; chunk < count; chunk++) {
            if (at + 2 * Integer.BYTES > end) {
                return false;
            }
            Octets.replace(packet, copy, at, pseudonyms);
            at += Integer.BYTES;
            while (at < end && packet[at] != 0) {
                int type = packet[at] & 0xff;
                int to = at + 2 + (at + 1 < end ? packet[at + 1] & 0xff : end);
                if (to >= end || type < NAME_ITEM || type > PRIVATE_ITEM) {
                    return false;
                }
                copy[at] = (byte) (type == PRIVATE_ITEM ? PRIVATE_ITEM - 1 : type); // a note
                copy[at + 1] = packet[at + 1];
                text(packet, copy, at + 2, to);
                at = to;
            }
            at += Integer.BYTES - at % Integer.BYTES; // at least one zero, then to the next word
        }
        return at <= end;
    }

    private void text(byte[] packet, byte[] copy, int from, int to) {
        String text = new String(packet, from, to - from, StandardCharsets.ISO_8859_1);
        String letters = pseudonyms.freeText(text).replace(' ', 'x');
        for (int i = from; i < to; i++) {
            char c = letters.isEmpty() ? 'x' : letters.charAt((i - from) % letters.length());
            copy[i] = (byte) (c >= 'a' && c <= 'z' ? c : 'x');
        }
    }
}
