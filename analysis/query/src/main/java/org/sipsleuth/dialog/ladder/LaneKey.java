package org.sipsleuth.dialog.ladder;

/// What makes two endpoints share a lifeline.
public enum LaneKey {
    /// The same address.
    ADDRESS,
    /// The same address and port.
    ENDPOINT,
    /// The same name, as typed, in a hosts file or in the capture; else the same address.
    NAME,
    /// The same domain in the URIs of their messages, as [UriDomains] finds it; else the same
    /// address.
    DOMAIN
}
