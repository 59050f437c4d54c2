package org.sipsleuth.fuzz;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.Wires.Wire;

/// All that is fuzzed.
final class Targets {

    private static final int SHORTEST_PACKET_BYTES = 28;

    private final Path path;

    private Targets(Path path) {
        this.path = path;
    }

    /// All of them.
    ///
    /// @param path a file that captures may be written to
    static List<FuzzTarget> all(Path path) {
        Targets targets = new Targets(path);
        return List.of(
                targets.pcap(),
                targets.pcapng(),
                targets.frame(),
                targets.tunnel(),
                targets.stream("tcp", StreamSeeds.sip()),
                targets.stream("websocket", StreamSeeds.webSocket()),
                targets.tls(),
                targets.message(),
                targets.session());
    }

    private FuzzTarget pcap() {
        List<byte[]> seeds = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int magic : new int[] {0xa1b2c3d4, 0xa1b23c4d}) {
                PcapWriter writer = new PcapWriter(order, magic, 1);
                Seeds.frames().forEach(frame -> writer.frame(1_700_000_000, 1, frame));
                seeds.add(writer.bytes());
            }
        }
        return new FuzzTarget("pcap", seeds, Captures.files(path));
    }

    private FuzzTarget pcapng() {
        List<byte[]> seeds = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            PcapngWriter writer = new PcapngWriter(order).capturesOn(1).capturesOn(1, 9, 3600);
            for (byte[] frame : Seeds.frames()) {
                writer.packet(0, 1, frame).packet(1, 1L << 60, frame);
            }
            writer.simplePacket(Seeds.frames().getFirst());
            writer.section(ByteOrder.BIG_ENDIAN).capturesOn(1, 0x89, -1);
            seeds.add(writer.packet(0, 5, Seeds.frames().getFirst()).bytes());
        }
        return new FuzzTarget("pcapng", seeds, Captures.files(path));
    }

    /// Frames of every link type; the first byte chooses it.
    private FuzzTarget frame() {
        List<Wire> wires = Wires.all();
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < wires.size(); i++) {
            seeds.add(Seeds.after(i, wires.get(i).frame().apply(Seeds.packet())));
        }
        Seeds.frames().forEach(frame -> seeds.add(Seeds.after(0, frame)));
        return new FuzzTarget(
                "frame",
                seeds,
                Captures.laidOut(
                        path,
                        (input, _, capture) -> {
                            if (input.length > 0) {
                                Wire wire = wires.get((input[0] & 0xff) % wires.size());
                                byte[] frame = Arrays.copyOfRange(input, 1, input.length);
                                capture.frame(wire.linkType(), frame);
                            }
                        }));
    }

    /// Packets in every tunnel; the first byte chooses it.
    private FuzzTarget tunnel() {
        List<UnaryOperator<byte[]>> tunnels = List.copyOf(Tunnels.all().values());
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < tunnels.size(); i++) {
            seeds.add(Seeds.after(i, Seeds.packet()));
            seeds.add(Seeds.after(i, tunnels.get((i * 7) % tunnels.size()).apply(Seeds.packet())));
        }
        return new FuzzTarget(
                "tunnel",
                seeds,
                Captures.laidOut(
                        path,
                        (input, _, capture) -> {
                            if (input.length > SHORTEST_PACKET_BYTES) {
                                int number = (input[0] & 0xff) % tunnels.size();
                                byte[] packet = Arrays.copyOfRange(input, 1, input.length);
                                capture.ipv4(tunnels.get(number).apply(packet));
                            }
                        }));
    }

    private FuzzTarget stream(String name, List<byte[]> seeds) {
        return new FuzzTarget(
                name,
                seeds,
                Captures.laidOut(
                        path,
                        (input, number, capture) ->
                                SegmentScript.packets(input, number).forEach(capture::ipv4)));
    }

    private FuzzTarget tls() {
        String keys = StreamSeeds.tlsKeys();
        return new FuzzTarget(
                "tls",
                StreamSeeds.tls(),
                Captures.laidOut(
                        path,
                        (input, number, capture) -> {
                            if (number == 0) {
                                capture.secrets(keys);
                            }
                            SegmentScript.packets(input, number).forEach(capture::ipv4);
                        }));
    }

    private FuzzTarget message() {
        return new FuzzTarget(
                "message",
                Seeds.messages(),
                inputs -> inputs.stream().filter(MessageCheck::isSound).count());
    }

    private FuzzTarget session() {
        List<byte[]> seeds =
                Seeds.SESSIONS.stream()
                        .map(text -> text.replace("\n", "\r\n"))
                        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                        .toList();
        return new FuzzTarget(
                "sdp",
                seeds,
                inputs -> inputs.stream().filter(MessageCheck::isSoundSession).count());
    }
}
