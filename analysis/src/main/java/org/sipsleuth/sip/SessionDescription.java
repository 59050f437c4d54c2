package org.sipsleuth.sip;

import java.util.List;

/// A session description (RFC 8866), as far as signalling is judged by it.
///
/// @param origin the address in `o=`, or empty
/// @param address the session's `c=` address, or empty
/// @param media the media descriptions in order
public record SessionDescription(String origin, String address, List<MediaDescription> media) {
    public static String codecs(byte[] b, int f, int t) {
        return "";
    }

    public SessionDescription {
        media = List.copyOf(media);
    }
}
