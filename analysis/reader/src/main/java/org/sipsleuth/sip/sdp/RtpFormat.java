package org.sipsleuth.sip.sdp;

import java.util.Optional;

/// The format of an RTP payload type.
///
/// @param payloadType 0 … 127
/// @param encoding the encoding name, e.g. `PCMA`; empty if unknown
/// @param clockRate how often the timestamp counts in a second, in Hz; 0 if unknown
public record RtpFormat(int payloadType, String encoding, int clockRate) {

    /// The number of payload types.
    public static final int PAYLOAD_TYPES = 128;

    private static final int VIDEO_CLOCK = 90_000;

    /// The format of a payload type that has one of its own (RFC 3551 §6).
    public static Optional<RtpFormat> ofStatic(int payloadType) {
        return switch (payloadType) {
            case 0 -> known(payloadType, "PCMU", 8_000);
            case 3 -> known(payloadType, "GSM", 8_000);
            case 4 -> known(payloadType, "G723", 8_000);
            case 5 -> known(payloadType, "DVI4", 8_000);
            case 6 -> known(payloadType, "DVI4", 16_000);
            case 7 -> known(payloadType, "LPC", 8_000);
            case 8 -> known(payloadType, "PCMA", 8_000);
            case 9 -> known(payloadType, "G722", 8_000);
            case 10, 11 -> known(payloadType, "L16", 44_100);
            case 12 -> known(payloadType, "QCELP", 8_000);
            case 13 -> known(payloadType, "CN", 8_000);
            case 14 -> known(payloadType, "MPA", VIDEO_CLOCK);
            case 15 -> known(payloadType, "G728", 8_000);
            case 16 -> known(payloadType, "DVI4", 11_025);
            case 17 -> known(payloadType, "DVI4", 22_050);
            case 18 -> known(payloadType, "G729", 8_000);
            case 25 -> known(payloadType, "CelB", VIDEO_CLOCK);
            case 26 -> known(payloadType, "JPEG", VIDEO_CLOCK);
            case 28 -> known(payloadType, "nv", VIDEO_CLOCK);
            case 31 -> known(payloadType, "H261", VIDEO_CLOCK);
            case 32 -> known(payloadType, "MPV", VIDEO_CLOCK);
            case 33 -> known(payloadType, "MP2T", VIDEO_CLOCK);
            case 34 -> known(payloadType, "H263", VIDEO_CLOCK);
            default -> Optional.empty();
        };
    }

    private static Optional<RtpFormat> known(int payloadType, String encoding, int clockRate) {
        return Optional.of(new RtpFormat(payloadType, encoding, clockRate));
    }
}
