package org.sipsleuth.simulate.network;

/// Receives the start and end of media streams, in the order of time; every stream ends before the
/// simulation does.
public interface MediaSink {

    /// Media flow from now on.
    void begins(Media media);

    /// Media that had begun flow no longer; the same object.
    void ends(Media media);
}
