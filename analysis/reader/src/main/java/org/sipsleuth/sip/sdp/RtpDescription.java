package org.sipsleuth.sip.sdp;

import java.util.List;

/// The RTP attributes of a media description.
///
/// @param formats the formats of the payload types, in order of preference; those that nothing
///     names are left out
/// @param payloadTypes the payload types of its line, in order of preference, named or not
/// @param rtcpPort the port of `a=rtcp` (RFC 3605), or 0
/// @param rtcpAddress the address of `a=rtcp`, or empty
/// @param isMultiplexed whether `a=rtcp-mux` (RFC 5761) is there
/// @param candidates the candidates of ICE (RFC 8839 §5.1), the first 16
public record RtpDescription(List<RtpFormat> formats, List<Integer> payloadTypes, int rtcpPort, String rtcpAddress,
        boolean isMultiplexed, List<Candidate> candidates) {

    /// An address that media can be sent to.
    ///
    /// @param component 1 for RTP, 2 for RTCP
    public record Candidate(int component, String address, int port) {}

    public RtpDescription {
        formats = List.copyOf(formats);
        payloadTypes = List.copyOf(payloadTypes);
        candidates = List.copyOf(candidates);
    }
}
