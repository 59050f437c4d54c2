package org.sipsleuth.live;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.sipsleuth.capture.LinkTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HEP reports that come one after the other in connections, with TLS or without. Each connection
/// has a thread; one that sends anything else is closed, and one that sends faster than reports are
/// stored has to wait.
final class HepStreams implements PacketSource {

    /// As many agents as a collector has, and no more threads and buffers than they need.
    static final int MOST_CONNECTIONS = 256;

    /// Of one address: a server has a connection for each of its processes.
    static final int MOST_OF_ONE = 32;

    /// Whoever has an IPv6 address has those of its network.
    private static final int NETWORK_BYTES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(HepStreams.class);

    /// At most 64 MiB of the longest reports.
    private static final int WAITING_REPORTS = 1_024;

    private static final int MAGIC_HEP3 = 0x48455033;
    private static final int MAGIC_EEP1 = 0x45455031;
    private static final int HEADER_BYTES = 6;
    private static final int HANDSHAKE_MILLIS = 10_000;

    /// So long the rest of a report may take, and so long after a report a connection counts as one
    /// that sends.
    private static final int REPORT_MILLIS = 30_000;

    /// After a connection that could not be accepted: the machine may have no file left for it.
    private static final long REST_MILLIS = 200;

    private static final class Report {
        private final long nanos;
        private final byte[] packet;

        Report(long nanos, byte[] packet) {
            this.nanos = nanos;
            this.packet = packet;
        }
    }

    /// A connection, and when it last sent a report that is not empty.
    private static final class Connection {
        private final Socket socket;
        private final ByteBuffer network;
        private volatile long sentAt;

        /// @param sentAt a moment that no longer counts: it has sent nothing yet
        Connection(Socket socket, long sentAt) {
            this.socket = socket;
            byte[] from = socket.getInetAddress().getAddress();
            this.network = ByteBuffer.wrap(from, 0, Math.min(from.length, NETWORK_BYTES));
            this.sentAt = sentAt;
        }
    }

    private final HepAddress address;
    private final ServerSocket server;
    private final InetSocketAddress bound;
    private final BlockingQueue<Report> waiting = new ArrayBlockingQueue<>(WAITING_REPORTS);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final int reportMillis;
    private final AtomicLong tooLong = new AtomicLong();
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    HepStreams(HepAddress address, ServerSocket server) {
        this(address, server, REPORT_MILLIS);
    }

    HepStreams(HepAddress address, ServerSocket server, int reportMillis) {
        this.reportMillis = reportMillis;
        this.server = server;
        this.bound = (InetSocketAddress) server.getLocalSocketAddress();
        this.address = address.withPort(bound.getPort());
        Thread.ofVirtual().name("hep-accept").start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    warn("A connection was not accepted: " + e.getMessage());
                    rest();
                }
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// One too many replaces the one that has sent nothing for longest, or is refused if all send.
    private void take(Socket socket) throws IOException {
        Connection taken = new Connection(socket, System.nanoTime() - quietNanos());
        List<Connection> its = connections.stream().filter(each -> each.network.equals(taken.network)).toList();
        if (its.size() >= MOST_OF_ONE || connections.size() >= MOST_CONNECTIONS) {
            warn("There are %d connections, or %d of one address: one that sends nothing is closed for a new one"
                    .formatted(MOST_CONNECTIONS, MOST_OF_ONE));
            Optional<Connection> quiet = longestQuiet(its.size() >= MOST_OF_ONE ? its : connections);
            end(quiet.orElse(taken));
            if (quiet.isEmpty()) {
                return;
            }
        }
        connections.add(taken);
        if (server.isClosed()) {
            end(taken);
            return;
        }
        socket.setKeepAlive(true);
        Thread.ofVirtual().name("hep-connection").start(() -> follow(taken));
    }

    private long quietNanos() {
        return TimeUnit.MILLISECONDS.toNanos(reportMillis);
    }

    /// Of those that do not send, one of the address that has most connections.
    private Optional<Connection> longestQuiet(Collection<Connection> some) {
        long now = System.nanoTime();
        Map<ByteBuffer, Long> counts =
                some.stream().collect(Collectors.groupingBy(each -> each.network, Collectors.counting()));
        return some.stream()
                .filter(each -> now - each.sentAt >= quietNanos())
                .max(Comparator.<Connection>comparingLong(each -> counts.getOrDefault(each.network, 0L))
                        .thenComparingLong(each -> now - each.sentAt));
    }

    private void follow(Connection connection) {
        Socket socket = connection.socket;
        try {
            if (socket instanceof SSLSocket sealed) {
                sealed.setSoTimeout(HANDSHAKE_MILLIS);
                sealed.startHandshake();
            }
            InetSocketAddress from = (InetSocketAddress) socket.getRemoteSocketAddress();
            InetSocketAddress to = (InetSocketAddress) socket.getLocalSocketAddress();
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            boolean goesOn = true;
            while (goesOn) {
                goesOn = keep(connection, in, from, to);
            }
        } catch (IOException ended) {
            LOG.debug("A connection of HEP ended", ended);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end(connection);
        }
    }

    /// @return whether a report was there, and another may follow
    private boolean keep(Connection connection, DataInputStream in, InetSocketAddress from, InetSocketAddress to)
            throws IOException, InterruptedException {
        Socket socket = connection.socket;
        socket.setSoTimeout(0);
        int first = in.readUnsignedByte();
        socket.setSoTimeout(reportMillis);
        int magic =
                (first << (Integer.SIZE - Byte.SIZE)) | (in.readUnsignedByte() << Short.SIZE) | in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if ((magic != MAGIC_HEP3 && magic != MAGIC_EEP1) || length < HEADER_BYTES) {
            warn("A connection sends something else than HEP 3: it is closed");
            return false;
        }
        byte[] report = new byte[length];
        for (int i = 0; i < Integer.BYTES; i++) {
            report[i] = (byte) (magic >>> (Integer.SIZE - Byte.SIZE * (i + 1)));
        }
        report[HEADER_BYTES - 2] = (byte) (length >>> Byte.SIZE);
        report[HEADER_BYTES - 1] = (byte) length;
        in.readFully(report, HEADER_BYTES, length - HEADER_BYTES);
        if (length > HEADER_BYTES) {
            connection.sentAt = System.nanoTime();
        }
        if (length > ReportPacket.LARGEST_REPORT_BYTES) {
            tooLong.incrementAndGet();
        } else {
            waiting.put(new Report(HepDatagrams.nanos(Instant.now()), ReportPacket.of(from, to, report)));
        }
        return true;
    }

    /// Once: whoever connects again and again does not fill the log.
    private void warn(String what) {
        if (!hasWarned.getAndSet(true)) {
            LOG.warn("{}: {}", name(), what);
        }
    }

    private void end(Connection connection) {
        connections.remove(connection);
        try {
            connection.socket.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }

    @Override
    public String name() {
        return "HEP " + address.text();
    }

    @Override
    public int linkType() {
        return LinkTypes.RAW;
    }

    @Override
    public int receive(Sink sink) throws IOException {
        int count = 0;
        while (count < WAITING_REPORTS) {
            Report report = waiting.poll();
            if (report == null) {
                return count;
            }
            sink.packet(report.nanos, report.packet.length, report.packet);
            count++;
        }
        return count;
    }

    @Override
    public Lost lost() {
        return new Lost(0, tooLong.get());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("The socket of HEP was not closed", alreadyBroken);
        }
        connections.forEach(this::end);
        waiting.clear();
    }
}
