package org.sipsleuth.media;

/// What ties a stream to a dialog.
public enum MediaMatch {
    /// It goes to an address that a session description told.
    DESTINATION("as its session description says"),
    /// It comes from such an address and goes elsewhere: symmetric RTP (RFC 4961), mostly because
    /// of NAT.
    SOURCE("symmetric: to another address than the session description says"),
    /// Its ports are those that both sides told, at other addresses, one of which takes part in the
    /// signalling.
    PORTS("by its ports: the session descriptions say other addresses");

    private final String text;

    MediaMatch(String text) {
        this.text = text;
    }

    /// The match in words.
    public String text() {
        return text;
    }
}
