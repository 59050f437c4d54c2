package org.sipsleuth.sip.sdp;

import java.net.InetAddress;
import java.util.List;

/// One `m=` section of a session description.
///
/// @param type `audio`, `video`, `image` …
/// @param port the transport port; 0 rejects or removes the stream
/// @param protocol e.g. `RTP/AVP`
/// @param address its own `c=` address, or the session's
/// @param codecs encoding names in order of preference, from `a=rtpmap` or the static payload
/// types of RFC 3551
/// @param direction `sendrecv`, `sendonly`, `recvonly` or `inactive`
/// @param rtp the attributes for RTP
public record MediaDescription(String type, int port, String protocol, String address, List<String> codecs,
        String direction, RtpDescription rtp) {
    public MediaDescription {
        codecs = List.copyOf(codecs);
    }

    /// Whether it has no address: 0.0.0.0 or ::, as hold once was written (RFC 2543).
    public boolean isNowhere() {
        boolean mayBe = address.startsWith("0") || address.startsWith(":");
        try {
            return mayBe && InetAddress.ofLiteral(address).isAnyLocalAddress();
        } catch (IllegalArgumentException notLiteral) {
            return false;
        }
    }

    /// Whether the other side shall send nothing, which in a session that is there is hold (RFC
    /// 3264 §8.4).
    public boolean isHold() {
        return direction.equals("sendonly") || direction.equals("inactive") || isNowhere();
    }
}
