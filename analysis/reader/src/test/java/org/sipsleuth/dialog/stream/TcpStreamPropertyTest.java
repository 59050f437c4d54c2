package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.StreamGaps;

class TcpStreamPropertyTest {

    @Provide
    Arbitrary<String> message() {
        Arbitrary<String> id = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Arbitraries.oneOf(Combinators.combine(id, Arbitraries.integers().between(0, 40))
                .as((i, lines) -> Sample.request(i, "a=x\r\n".repeat(lines))), id.map(Sample::response));
    }

    /// A piece of the stream: from, to.
    private record Cut(int from, int to) {}

    private static List<Cut> cuts(int length, Random random) {
        TreeSet<Integer> places = new TreeSet<>(List.of(0, length));
        int count = random.nextInt(1, 30);
        for (int i = 0; i < count; i++) {
            places.add(random.nextInt(length));
        }
        List<Cut> cuts = new ArrayList<>();
        Integer before = null;
        for (int place : places) {
            if (before != null) {
                cuts.add(new Cut(before, place));
            }
            before = place;
        }
        return cuts;
    }

    @Property(tries = 300)
    void segmentsInAnyOrderRepeatedAndOverlappingGiveTheSameMessages(
            @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("message") String> messages, @ForAll int start,
            @ForAll long seed) {
        Random random = new Random(seed);
        String all = String.join("", messages);
        List<Cut> cuts = cuts(all.length(), random);
        for (int i = 0; i < 5; i++) {
            int from = random.nextInt(all.length());
            cuts.add(new Cut(from, from + 1 + random.nextInt(all.length() - from)));
        }
        Collections.shuffle(cuts, random);
        Wire wire = new Wire().client(start - 1, Wire.SYN, "");
        cuts.forEach(c -> wire.client(start + c.from(), 0, all.substring(c.from(), c.to())));
        assertEquals(messages, wire.read().texts());
        assertTrue(wire.messages().stream().noneMatch(Wire.Read::overlap));
        assertEquals(1, wire.conversations());
    }

    /// A frame of a capture, and where it is in it.
    private record Placed(double place, Consumer<Wire> frame) {}

    /// Both sides speak in turn and acknowledge all that they got, each frame up to five places
    /// away from where it belongs.
    @Property(tries = 300)
    void framesCapturedInDisorderGiveTheSameMessages(
            @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("message") String> messages, @ForAll long seed) {
        Random random = new Random(seed);
        List<Placed> frames = new ArrayList<>();
        int[] next = {100, 500};
        for (String message : messages) {
            int side = random.nextInt(2);
            for (Cut cut : cuts(message.length(), random)) {
                String text = message.substring(cut.from(), cut.to());
                add(frames, side, next, text, random);
                next[side] += text.length();
                if (random.nextInt(3) == 0) {
                    add(frames, 1 - side, next, "", random);
                }
            }
        }
        Wire wire = new Wire().client(99, Wire.SYN, "").server(499, 100, Wire.SYN | Wire.ACK, "");
        frames.stream()
                .sorted(Comparator.comparingDouble(Placed::place))
                .forEach(placed -> placed.frame().accept(wire));
        assertEquals(messages.stream().sorted().toList(), wire.read().texts().stream().sorted().toList());
        assertEquals(StreamGaps.NONE, wire.gaps());
    }

    private static void add(List<Placed> frames, int side, int[] next, String text, Random random) {
        int sequence = next[side];
        int acknowledgment = next[1 - side];
        Consumer<Wire> frame = side == 0 ? wire -> wire.client(sequence, acknowledgment, Wire.ACK, text)
                : wire -> wire.server(sequence, acknowledgment, Wire.ACK, text);
        frames.add(new Placed(frames.size() + random.nextDouble(5), frame));
    }

    @Property(tries = 300)
    void gapsLoseOnlyTheMessagesTheyTouch(
            @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("message") String> messages, @ForAll long seed) {
        Random random = new Random(seed);
        String all = String.join("", messages);
        List<Cut> cuts = cuts(all.length(), random);
        Cut lost = cuts.remove(random.nextInt(cuts.size()));
        Wire wire = new Wire().client(99, Wire.SYN, "");
        cuts.forEach(c -> wire.client(100 + c.from(), 0, all.substring(c.from(), c.to())));
        if (random.nextBoolean()) {
            wire.server(1, 100 + all.length(), Wire.ACK, "");
        }
        List<String> read = new ArrayList<>(wire.read().texts());
        int at = 0;
        for (String message : messages) {
            boolean whole = at >= lost.to() || at + message.length() <= lost.from();
            assertTrue(!whole || read.remove(message), () -> message + " of " + read);
            at += message.length();
        }
    }

    @Property(tries = 1_000)
    void anySegmentsAreAccountedFor(@ForAll @Size(max = 60) List<@net.jqwik.api.From("segment") byte[]> packets) {
        Wire wire = new Wire();
        packets.forEach(wire::frame);
        wire.read();
    }

    /// Segments of few connections, near to each other or not, with anything in them.
    @Provide
    Arbitrary<byte[]> segment() {
        Arbitrary<Integer> sequence = Arbitraries.oneOf(Arbitraries.integers().between(0, 300),
                Arbitraries.of(-1, 1 << 30, Integer.MIN_VALUE, 1 << 24, (1 << 24) + 99));
        Arbitrary<String> payload =
                Arbitraries.oneOf(Arbitraries.of("", "\r\n", "\0", "SIP/2.0 200 OK\r\n", "l: 9\r\n\r\n"),
                        Arbitraries.of(Sample.response("x"), Sample.request("y", "z\r\n", 90)),
                        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(60));
        return Combinators
                .combine(Arbitraries.of(1, 2), sequence, sequence, Arbitraries.of(0, 0, 0, 1, 2, 4, 16, 16, 17, 18),
                        payload)
                .as((port, seq, ack, flags, text) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                    byte[] tcp = Packets.tcp(port, 3 - port, seq, ack, flags, bytes);
                    return Packets.ipv4("192.0.2.1", "192.0.2.1", 6, tcp);
                });
    }

    @Property(tries = 500)
    void messagesStandInTheStreamInTheirOrderWhateverItHolds(@ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(switch (random.nextInt(6)) {
                case 0 -> Sample.response("r" + i);
                case 1 -> Sample.request("q" + i, Sample.SDP, random.nextInt(200));
                case 2 -> "\r\n";
                case 3 -> "Subject: sip:b SIP/2.0\r\n";
                case 4 -> "x".repeat(random.nextInt(50));
                default -> Sample.bare("b" + i);
            });
        }
        int[] places = random.ints(parts, 0, text.length()).sorted().toArray();
        Wire wire = new Wire();
        int from = 0;
        for (int place : Arrays.copyOf(places, parts + 1)) {
            int to = place == 0 ? text.length() : place;
            if (to > from) {
                wire.client(100 + from, 0, text.substring(from, to));
                from = to;
            }
        }
        String all = text.toString();
        int at = 0;
        for (String message : wire.read().texts()) {
            int found = all.indexOf(message, at);
            assertTrue(found >= at, message);
            at = found + message.length();
        }
    }
}
