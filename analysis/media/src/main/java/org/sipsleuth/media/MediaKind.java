package org.sipsleuth.media;

/// What a stream carries.
public enum MediaKind {
    RTP, RTCP
}
