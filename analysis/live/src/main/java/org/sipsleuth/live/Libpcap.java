package org.sipsleuth.live;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.live.LiveCaptureException.Kind;
import org.slf4j.LoggerFactory;

/// The interfaces that libpcap, the library of tcpdump and Wireshark, lists. It is optional:
/// without it, an error explains what is missing.
public final class Libpcap implements PacketSources {

    private static final String ALL_INTERFACES = "any";

    /// The time for which the kernel buffers packets before it delivers them.
    static final int GATHER_MILLIS = 100;

    /// The kernel's buffer while this program is busy: 1 s at 250 Mbit/s.
    private static final int KERNEL_BUFFER_BYTES = 32 << 20;

    @Override
    public Optional<Obstacle> obstacle() {
        Optional<Obstacle> library = libraryObstacle();
        return library.isPresent() || Rights.mayCapture(Rights.STATUS) ? library : Optional.of(Rights.OBSTACLE);
    }

    // The first try fails with the reason, later ones with NoClassDefFoundError: all are
    // LinkageErrors.
    private static Optional<Obstacle> libraryObstacle() {
        JnaLibrary.place();
        try {
            Pcaps.libVersion();
            return Optional.empty();
        } catch (LinkageError missing) {
            // Not in a field: the command line makes one of these at every start, and the first
            // logger has all jars of the class path looked through.
            LoggerFactory.getLogger(Libpcap.class).debug("libpcap cannot be loaded", missing);
            return Optional
                    .of(new Obstacle("Live capture needs libpcap, which is not on this machine, or cannot be loaded",
                            "sudo apt-get install libpcap0.8"));
        }
    }

    @Override
    public List<LiveInterface> interfaces() throws LiveCaptureException {
        Optional<Obstacle> library = libraryObstacle();
        if (library.isPresent()) {
            throw new LiveCaptureException(Kind.NO_LIBRARY, library.get().sentence());
        }
        try {
            return Pcaps.findAllDevs()
                    .stream()
                    .filter(Libpcap::hasPackets)
                    .map(Libpcap::describe)
                    .sorted(Comparator.comparingInt(Libpcap::rank))
                    .toList();
        } catch (PcapNativeException e) {
            throw new LiveCaptureException(Kind.BROKEN, "The interfaces cannot be listed: " + e.getMessage(), e);
        }
    }

    /// Excludes sources that carry no IP: USB, Bluetooth, D-Bus.
    private static boolean hasPackets(PcapNetworkInterface device) {
        String name = device.getName();
        return !name.startsWith("usbmon") && !name.startsWith("bluetooth") && !name.startsWith("dbus-")
                && !name.startsWith("nfqueue");
    }

    private static LiveInterface describe(PcapNetworkInterface device) {
        return new LiveInterface(device.getName(), Objects.requireNonNullElse(device.getDescription(), ""),
                device.getAddresses()
                        .stream()
                        .map(PcapAddress::getAddress)
                        .filter(Objects::nonNull)
                        .map(InetAddress::getHostAddress)
                        .map(address -> address.replaceFirst("%.*", ""))
                        .toList(),
                device.isUp(), device.isLoopBack());
    }

    /// `any` first, then active interfaces, then the loopback.
    private static int rank(LiveInterface device) {
        if (device.name().equals(ALL_INTERFACES)) {
            return 0;
        }
        return device.loopback() ? 2 : device.up() && !device.addresses().isEmpty() ? 1 : 3;
    }

    @Override
    public PacketSource open(String name, String filter) throws LiveCaptureException {
        List<LiveInterface> all = interfaces();
        if (!Rights.mayCapture(Rights.STATUS)) {
            throw new LiveCaptureException(Kind.NO_RIGHTS, Rights.OBSTACLE.sentence());
        }
        String chosen = name.isEmpty() && !all.isEmpty() ? all.getFirst().name() : name;
        if (all.stream().noneMatch(device -> device.name().equals(chosen))) {
            String names = all.stream().map(LiveInterface::name).collect(Collectors.joining(", "));
            throw new LiveCaptureException(Kind.NO_INTERFACE,
                    "There is no interface \"%s\" here; there are: %s".formatted(chosen, names));
        }
        PcapHandle handle = activate(chosen);
        try {
            prepare(handle, filter);
            LibpcapSource source = new LibpcapSource(chosen, handle);
            handle = null;
            return source;
        } catch (NotOpenException | PcapNativeException e) {
            throw broken(chosen, e);
        } finally {
            closeUnlessGiven(handle);
        }
    }

    private static void closeUnlessGiven(@Nullable PcapHandle handle) {
        if (handle != null) {
            handle.close();
        }
    }

    private static PcapHandle activate(String name) throws LiveCaptureException {
        boolean all = name.equals(ALL_INTERFACES);
        try {
            return new PcapHandle.Builder(name).snaplen(FrameReader.LARGEST_FRAME_BYTES)
                    .promiscuousMode(all ? PromiscuousMode.NONPROMISCUOUS : PromiscuousMode.PROMISCUOUS)
                    .timeoutMillis(GATHER_MILLIS)
                    .bufferSize(KERNEL_BUFFER_BYTES)
                    .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
                    .build();
        } catch (PcapNativeException e) {
            throw broken(name, e);
        }
    }

    private static void prepare(PcapHandle handle, String filter)
            throws LiveCaptureException, NotOpenException, PcapNativeException {
        handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
        if (filter.isBlank()) {
            return;
        }
        try {
            handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
        } catch (PcapNativeException e) {
            throw new LiveCaptureException(Kind.BAD_FILTER,
                    "The capture filter \"%s\" is not understood: %s (it is written as for tcpdump;".formatted(filter,
                            words(e)) + " for example: udp port 5060 or host 192.0.2.1)",
                    e);
        }
    }

    /// The error text of libpcap, without the prefix of pcap4j.
    private static String words(PcapNativeException exception) {
        return String.valueOf(exception.getMessage()).replaceFirst("^Error occurr?ed in [a-z_]+: ", "");
    }

    private static LiveCaptureException broken(String name, Exception cause) {
        return new LiveCaptureException(Kind.BROKEN,
                "The interface %s delivers no packets: %s".formatted(name, cause.getMessage()), cause);
    }
}
