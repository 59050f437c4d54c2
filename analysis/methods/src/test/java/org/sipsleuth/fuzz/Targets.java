package org.sipsleuth.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.Wires.Wire;

/// All that is fuzzed.
final class Targets {

    private static final int SHORTEST_PACKET_BYTES = 28;

    /// Each has tables of its own, which must all fit into a small heap.
    private static final int FILES_TOGETHER = 40;

    private final Path folder;

    private Targets(Path folder) {
        this.folder = folder;
    }

    /// All of them.
    ///
    /// @param folder where captures may be written to
    static List<FuzzTarget> all(Path folder) {
        Targets targets = new Targets(folder);
        return List.of(targets.files("pcap", FileSeeds.pcap()), targets.files("pcapng", FileSeeds.pcapng()),
                targets.files("packed", PackedSeeds.all()), targets.frame(), targets.tunnel(),
                targets.stream("tcp", StreamSeeds.sip()), targets.stream("websocket", StreamSeeds.webSocket()),
                targets.tls(), targets.message(), targets.session(),
                new FuzzTarget("model", ModelSeeds.all(), ModelCheck::run));
    }

    /// The one that people call so.
    static FuzzTarget named(String name, Path folder) {
        return all(folder).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + name));
    }

    /// Whole files, some of which are read together: the tables of an index cost more than a file.
    private FuzzTarget files(String name, List<byte[]> seeds) {
        return new FuzzTarget(name, seeds, inputs -> {
            long messages = 0;
            for (int at = 0; at < inputs.size(); at += FILES_TOGETHER) {
                int end = Math.min(inputs.size(), at + FILES_TOGETHER);
                messages += CaptureCheck.run(inputs.subList(at, end), folder);
            }
            return messages;
        });
    }

    /// Frames of every link type; the first byte chooses it.
    private FuzzTarget frame() {
        List<Wire> wires = Wires.all();
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < wires.size(); i++) {
            seeds.add(Seeds.after(i, wires.get(i).frame().apply(Seeds.packet())));
        }
        Seeds.frames().forEach(frame -> seeds.add(Seeds.after(0, frame)));
        return new FuzzTarget("frame", seeds, Captures.laidOut(folder, (input, _, capture) -> {
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
        return new FuzzTarget("tunnel", seeds, Captures.laidOut(folder, (input, _, capture) -> {
            if (input.length > SHORTEST_PACKET_BYTES) {
                int number = (input[0] & 0xff) % tunnels.size();
                byte[] packet = Arrays.copyOfRange(input, 1, input.length);
                capture.ipv4(tunnels.get(number).apply(packet));
            }
        }));
    }

    private FuzzTarget stream(String name, List<byte[]> seeds) {
        return new FuzzTarget(name, seeds, Captures.laidOut(folder,
                (input, number, capture) -> SegmentScript.packets(input, number).forEach(capture::ipv4)));
    }

    private FuzzTarget tls() {
        String keys = StreamSeeds.tlsKeys();
        return new FuzzTarget("tls", StreamSeeds.tls(), Captures.laidOut(folder, (input, number, capture) -> {
            if (number == 0) {
                capture.secrets(keys);
            }
            SegmentScript.packets(input, number).forEach(capture::ipv4);
        }));
    }

    private FuzzTarget message() {
        return new FuzzTarget("message", Seeds.messages(),
                inputs -> inputs.stream().filter(MessageCheck::isSound).count());
    }

    private FuzzTarget session() {
        List<byte[]> seeds = Seeds.SESSIONS.stream()
                .map(text -> text.replace("\n", "\r\n"))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        return new FuzzTarget("sdp", seeds, inputs -> inputs.stream().filter(MessageCheck::isSoundSession).count());
    }
}
