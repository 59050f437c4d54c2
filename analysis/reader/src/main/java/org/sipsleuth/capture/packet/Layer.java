package org.sipsleuth.capture.packet;

import org.jspecify.annotations.Nullable;

/// One protocol layer: takes its header off a packet and says what comes next. A new layer is one
/// class and one line in [Layers].
public interface Layer {

    /// What the layer is called, e.g. `IPv4`.
    String name();

    /// Takes this layer's header off.
    ///
    /// @return the layer above, or null if the packet is at its payload or cannot be read further;
    ///     the packet knows which
    @Nullable
    Layer decode(Packet packet);
}
