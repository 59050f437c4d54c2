package org.sipsleuth.live;

import java.io.IOException;

/// A source of live packets. Not thread-safe.
public interface PacketSource extends AutoCloseable {

    /// Receives packets.
    @FunctionalInterface
    interface Sink {
        /// Receives a packet.
        ///
        /// @param capturedAtNanos when the kernel got it, in ns since the epoch
        /// @param originalBytes its length on the wire
        /// @param bytes its captured bytes
        void packet(long capturedAtNanos, int originalBytes, byte[] bytes) throws IOException;
    }

    /// Packets that were dropped before they could be read.
    ///
    /// @param byKernel because the kernel's buffer was full
    /// @param byInterface by the network card or its driver
    /// @param remedy a command that makes the kernel drop fewer; empty if none is known
    record Lost(long byKernel, long byInterface, String remedy) {

        /// Without a remedy.
        public Lost(long byKernel, long byInterface) {
            this(byKernel, byInterface, "");
        }

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

    /// Delivers the packets that have arrived, and does not wait for more.
    ///
    /// @return their number
    /// @throws LiveCaptureException if the interface delivers no more, for example since it is gone
    int receive(Sink sink) throws IOException;

    /// The packets dropped so far.
    Lost lost();

    @Override
    void close();
}
