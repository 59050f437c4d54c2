package org.sipsleuth.media;

/// The rule by which a stream was matched to a dialog.
public enum MediaMatch {
    /// Its destination is an address in a session description.
    DESTINATION("as announced in SDP"),
    /// Its source is such an address, and the call has media from its destination, which is none:
    /// symmetric RTP (RFC 4961), mostly because of NAT.
    SOURCE("symmetric: to an address other than in SDP"),
    /// Its source is such an address, and its destination is none, nor came media from there: nobody
    /// is known to hear it.
    NOWHERE("to an address that no captured SDP or RTP has"),
    /// Its ports are those that both sides announced, at other addresses, one of which belongs to
    /// the signalling.
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
