package org.sipsleuth.live;

import java.io.IOException;

/// Where packets come from as they happen. Used by one thread.
public interface PacketSource extends AutoCloseable {

    /// Takes packets.
    @FunctionalInterface
    interface Sink {
        /// Takes a packet.
        ///
        /// @param capturedAtNanos when the kernel got it, in ns since the epoch
        /// @param originalBytes how long it was on the wire
        /// @param bytes what was kept of it
        void packet(long capturedAtNanos, int originalBytes, byte[] bytes) throws IOException;
    }

    /// Packets that were lost before anybody saw them.
    ///
    /// @param byKernel for want of room in the kernel's buffer
    /// @param byInterface by the network card or its driver
    record Lost(long byKernel, long byInterface) {

        /// None.
        public static final Lost NONE = new Lost(0, 0);

        /// All of them.
        public long all() {
            return byKernel + byInterface;
        }
    }

    /// The name of the interface.
    String name();

    /// The link type of its packets, as the pcap registry numbers them.
    int linkType();

    /// Hands over packets that have come, and does not wait for more.
    ///
    /// @return how many
    /// @throws LiveCaptureException if the interface gives no more, for example since it is gone
    int receive(Sink sink) throws IOException;

    /// What was lost so far.
    Lost lost();

    @Override
    void close();
}
