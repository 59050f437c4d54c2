package org.sipsleuth.bench.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Writes a pcap file of Ethernet frames, with times in µs.
final class PcapFile implements FrameSink, AutoCloseable {

    private static final int MAGIC = 0xa1b2c3d4;
    private static final int SNAP_LENGTH = 262_144;
    private static final int ETHERNET = 1;

    private final OutputStream out;
    private final ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);

    PcapFile(Path path) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 18);
        header.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(SNAP_LENGTH).putInt(ETHERNET);
        putHeader();
    }

    @Override
    public void take(long capturedAtNanos, byte[] frame) throws IOException {
        long micros = TimeUnit.NANOSECONDS.toMicros(capturedAtNanos);
        long second = TimeUnit.SECONDS.toMicros(1);
        header.putInt((int) (micros / second)).putInt((int) (micros % second));
        header.putInt(frame.length).putInt(frame.length);
        putHeader();
        out.write(frame);
    }

    private void putHeader() throws IOException {
        out.write(header.array(), 0, header.position());
        header.clear();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
