package org.sipsleuth.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.sip.sdp.RtpDescription;
import org.sipsleuth.sip.sdp.RtpFormat;

/// A media description while its lines are being read.
final class SdpMedium {

    /// More formats than that are passed over; there are no more payload types.
    private static final int MAX_FORMATS = RtpFormat.PAYLOAD_TYPES;

    private static final int MAX_CANDIDATES = 16;

    /// A format that is no payload type.
    private static final int NONE = -1;

    /// The formats that have a payload type of their own, by that type.
    private static final @Nullable RtpFormat[] STATIC_FORMATS = new @Nullable RtpFormat[RtpFormat.PAYLOAD_TYPES];

    static {
        for (int i = 0; i < STATIC_FORMATS.length; i++) {
            STATIC_FORMATS[i] = RtpFormat.ofStatic(i).orElse(null);
        }
    }

    private final String type;
    private final int port;
    private final String protocol;
    private final List<String> formats = new ArrayList<>();
    private final @Nullable RtpFormat[] known = STATIC_FORMATS.clone();
    private final List<RtpDescription.Candidate> candidates = new ArrayList<>(0);
    private @Nullable String address;
    private @Nullable String direction;
    private int rtcpPort;
    private String rtcpAddress = "";
    private boolean isMultiplexed;

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

    /// @param clockRate 0 if there is none
    void map(long payloadType, String encoding, int clockRate) {
        if (payloadType >= 0 && payloadType < RtpFormat.PAYLOAD_TYPES && !encoding.isEmpty()) {
            known[(int) payloadType] = new RtpFormat((int) payloadType, encoding, clockRate);
        }
    }

    /// @param host empty if the address is that of the medium
    void rtcp(int number, String host) {
        rtcpPort = number;
        rtcpAddress = host;
    }

    void multiplex() {
        isMultiplexed = true;
    }

    void candidate(RtpDescription.Candidate candidate) {
        if (candidates.size() < MAX_CANDIDATES) {
            candidates.add(candidate);
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
            RtpFormat named = format(format);
            if (named != null && names.size() < MAX_FORMATS
                    && names.stream().noneMatch(named.encoding()::equalsIgnoreCase)) {
                names.add(named.encoding());
            }
        }
    }

    MediaDescription description(String sessionAddress, String sessionDirection) {
        List<String> codecs = new ArrayList<>();
        addCodecs(codecs);
        return new MediaDescription(type, port, protocol, address == null ? sessionAddress : address, codecs,
                direction == null ? sessionDirection : direction, rtp());
    }

    private RtpDescription rtp() {
        List<RtpFormat> named = formats.stream().map(this::format).filter(Objects::nonNull).distinct().toList();
        List<Integer> types =
                formats.stream().map(SdpMedium::payloadType).filter(type -> type != NONE).distinct().toList();
        return new RtpDescription(named, types, rtcpPort, rtcpAddress, isMultiplexed, candidates);
    }

    private @Nullable RtpFormat format(String format) {
        int payloadType = payloadType(format);
        return payloadType == NONE ? null : known[payloadType];
    }

    private static int payloadType(String format) {
        if (format.isEmpty() || format.length() > 3 || !format.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return NONE;
        }
        int payloadType = Integer.parseInt(format);
        return payloadType < RtpFormat.PAYLOAD_TYPES ? payloadType : NONE;
    }
}
