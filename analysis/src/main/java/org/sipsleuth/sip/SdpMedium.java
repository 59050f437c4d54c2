package org.sipsleuth.sip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A media description while its lines are being read.
final class SdpMedium {

    private static final int PAYLOAD_TYPES = 128;

    /// More formats than that are passed over; there are no more payload types.
    private static final int MAX_FORMATS = PAYLOAD_TYPES;

    /// The encodings that have a payload type of their own (RFC 3551 §6), by that type.
    private static final @Nullable String[] STATIC_ENCODINGS = new @Nullable String[PAYLOAD_TYPES];

    static {
        String[] audio = {
            "PCMU", "", "", "GSM", "G723", "DVI4", "DVI4", "LPC", "PCMA", "G722", "L16", "L16",
            "QCELP", "CN", "MPA", "G728", "DVI4", "DVI4", "G729"
        };
        for (int i = 0; i < audio.length; i++) {
            STATIC_ENCODINGS[i] = audio[i].isEmpty() ? null : audio[i];
        }
        STATIC_ENCODINGS[25] = "CelB";
        STATIC_ENCODINGS[26] = "JPEG";
        STATIC_ENCODINGS[28] = "nv";
        STATIC_ENCODINGS[31] = "H261";
        STATIC_ENCODINGS[32] = "MPV";
        STATIC_ENCODINGS[33] = "MP2T";
        STATIC_ENCODINGS[34] = "H263";
    }

    private final String type;
    private final int port;
    private final String protocol;
    private final List<String> formats = new ArrayList<>();
    private final @Nullable String[] encodings = STATIC_ENCODINGS.clone();
    private @Nullable String address;
    private @Nullable String direction;

    SdpMedium(String type, int port, String protocol) {
        this.type = type;
        this.port = port;
        this.protocol = protocol;
    }

    void addFormat(String format) {
        if (formats.size() < MAX_FORMATS) {
            formats.add(format);
        }
    }

    void map(long payloadType, String encoding) {
        if (payloadType >= 0 && payloadType < PAYLOAD_TYPES && !encoding.isEmpty()) {
            encodings[(int) payloadType] = encoding;
        }
    }

    void address(String host) {
        address = host;
    }

    void direction(String flag) {
        direction = flag;
    }

    /// Whether it carries sound or pictures and is not rejected.
    boolean isSpoken() {
        return port > 0 && (type.equals("audio") || type.equals("video"));
    }

    /// Adds its encoding names in order of preference, each that is not there yet.
    void addCodecs(List<String> names) {
        for (String format : formats) {
            String encoding = encoding(format);
            if (encoding != null
                    && names.size() < MAX_FORMATS
                    && names.stream().noneMatch(encoding::equalsIgnoreCase)) {
                names.add(encoding);
            }
        }
    }

    MediaDescription description(String sessionAddress, String sessionDirection) {
        List<String> codecs = new ArrayList<>();
        addCodecs(codecs);
        return new MediaDescription(
                type,
                port,
                protocol,
                address == null ? sessionAddress : address,
                codecs,
                direction == null ? sessionDirection : direction);
    }

    private @Nullable String encoding(String format) {
        if (format.length() > 3 || !format.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int payloadType = format.isEmpty() ? PAYLOAD_TYPES : Integer.parseInt(format);
        return payloadType < PAYLOAD_TYPES ? encodings[payloadType] : null;
    }
}
