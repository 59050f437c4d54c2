package org.sipsleuth.export.anonymize.media;

import java.util.Arrays;
import java.util.Optional;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Makes of a packet of RTP (RFC 3550 §5.1) another that carries silence: sources become others,
/// number, time, marker and payload type stay. SRTP has the same header, and is treated alike.
public final class RtpRewriter {

    private static final int HEADER_BYTES = 12;
    private static final int SOURCE_AT = 8;
    private static final int EXTENSION_HEAD = 4;
    private static final int VERSION = 2;
    private static final int PADDED = 0x20;
    private static final int EXTENDED = 0x10;
    private static final int SOURCES = 0x0f;
    private static final int EVENT_BYTES = 4;
    private static final int PCMU = 0;
    private static final int PCMA = 8;
    private static final byte PCMU_SILENCE = (byte) 0xff;
    private static final byte PCMA_SILENCE = (byte) 0xd5;

    private final Pseudonyms pseudonyms;

    public RtpRewriter(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// Rewrites a packet; empty if it is none.
    public Optional<byte[]> rewrite(byte[] packet) {
        return rewrite(packet, false);
    }

    /// Rewrites a packet of events (RFC 4733 §2.3): each becomes the digit 0; its end, volume, and
    /// duration stay.
    public Optional<byte[]> rewriteEvents(byte[] packet) {
        return rewrite(packet, true);
    }

    private Optional<byte[]> rewrite(byte[] packet, boolean isEvents) {
        if (packet.length < HEADER_BYTES || (packet[0] & 0xff) >> 6 != VERSION) {
            return Optional.empty();
        }
        int contributors = packet[0] & SOURCES;
        int payload = HEADER_BYTES + contributors * Integer.BYTES;
        boolean extended = (packet[0] & EXTENDED) != 0;
        if (payload + (extended ? EXTENSION_HEAD : 0) > packet.length) {
            return Optional.empty();
        }
        byte[] copy = new byte[packet.length]; // zeros: what is not put in is not copied
        System.arraycopy(packet, 0, copy, 0, SOURCE_AT);
        for (int i = 0; i <= contributors; i++) {
            Octets.replace(packet, copy, SOURCE_AT + i * Integer.BYTES, pseudonyms);
        }
        if (extended) {
            System.arraycopy(packet, payload, copy, payload, EXTENSION_HEAD);
            payload += EXTENSION_HEAD + Octets.int16(packet, payload + 2) * Integer.BYTES;
        }
        int padding = (packet[0] & PADDED) != 0 ? packet[packet.length - 1] & 0xff : 0;
        int end = packet.length - padding;
        if (payload > packet.length || (padding > 0 && end < payload)) {
            return Optional.empty();
        }
        if (isEvents) {
            events(packet, copy, payload, end);
        } else {
            Arrays.fill(copy, payload, end, silence(packet[1] & 0x7f));
        }
        if (padding > 0) {
            copy[packet.length - 1] = (byte) padding;
        }
        return Optional.of(copy);
    }

    private static void events(byte[] packet, byte[] copy, int from, int end) {
        for (int at = from; at + EVENT_BYTES <= end; at += EVENT_BYTES) {
            System.arraycopy(packet, at + 1, copy, at + 1, EVENT_BYTES - 1);
        }
    }

    private static byte silence(int payloadType) {
        return switch (payloadType) {
            case PCMU -> PCMU_SILENCE;
            case PCMA -> PCMA_SILENCE;
            default -> 0;
        };
    }
}
