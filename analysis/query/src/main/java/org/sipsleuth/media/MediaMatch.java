package org.sipsleuth.media;

/// What ties a stream to a dialog.
public enum MediaMatch {
    /// It goes to an address that a session description told.
    DESTINATION("as announced in SDP"),
    /// It comes from such an address and goes elsewhere: symmetric RTP (RFC 4961), mostly because
    /// of NAT.
    SOURCE("symmetric: to an address other than in SDP"),
    /// Its ports are those that both sides told, at other addresses, one of which takes part in the
    /// signalling.
    PORTS("by port: SDP has other addresses");

    private final String text;

    MediaMatch(String text) {
        this.text = text;
    }

    /// The match in words.
    public String text() {
        return text;
    }
}
