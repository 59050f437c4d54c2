package org.sipsleuth.sip;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.sip.sdp.MediaDescription;

/// The parts of a session description (RFC 8866) that the analysis of signalling uses.
///
/// @param origin the address in `o=`, or empty
/// @param session the numbers of session and version in `o=`, separated by a space, or empty
/// @param address the session's `c=` address, or empty
/// @param media the media descriptions in order
public record SessionDescription(String origin, String session, String address, List<MediaDescription> media) {
    public SessionDescription {
        media = List.copyOf(media);
    }

    /// The session description of a message; empty if it has none.
    public static Optional<SessionDescription> of(byte[] buffer, SipLayout layout) {
        return layout.has(Part.SDP) ? SdpParser.read(buffer, layout.from(Part.SDP), layout.to(Part.SDP))
                : Optional.empty();
    }

    /// See [#codecs(byte[], int, int)]; empty if the message has no session description.
    public static String codecs(byte[] buffer, SipLayout layout) {
        return layout.has(Part.SDP) ? codecs(buffer, layout.from(Part.SDP), layout.to(Part.SDP)) : "";
    }

    /// The encoding names that the session description in the range offers for sound and
    /// pictures, in order of preference, each once, separated by a space; `telephone-event` and
    /// rejected media are left out. Empty if there is no session description or none is named.
    public static String codecs(byte[] buffer, int from, int to) {
        return SdpParser.codecs(buffer, from, to);
    }
}
