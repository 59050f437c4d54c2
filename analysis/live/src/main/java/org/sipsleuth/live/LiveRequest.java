package org.sipsleuth.live;

/// The parameters of a live capture.
///
/// @param ring the ring of files to write
public record LiveRequest(LiveOrigin origin, RingSettings ring) {

    /// A capture of an interface.
    ///
    /// @param interfaceName the interface's name; the default one if empty
    /// @param filter a capture filter in tcpdump syntax; everything if empty
    public LiveRequest(String interfaceName, String filter, RingSettings ring) {
        this(new LiveOrigin.Interface(interfaceName, filter), ring);
    }
}
