package org.sipsleuth.fuzz;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Small captures of messages that were sent elsewhere, in another order, of fewer directions, with
/// some of them missing or repeated, or with other bytes; each message in a UDP datagram.
final class MessageOrder {

    /// What a capture has at most before it is changed.
    private static final int MOST_MESSAGES = 60;

    private static final int MOST_CHANGES = 3;
    private static final int MOST_CALLS = 5;
    private static final long START_SECONDS = 1_700_000_000L;
    private static final int MICROS = 1_000_000;
    private static final Pattern CALL_ID = Pattern.compile("(?im)^(?:Call-ID|i)[ \t]*:[ \t]*([^\r\n]*)");

    /// µs between two messages; the last are as long as timers of a transaction run.
    private static final int[] GAPS = {100, 20_000, 500_000, 3_000_000, 33_000_000};

    /// A message of a capture.
    private record Sent(Endpoint from, Endpoint to, byte[] bytes) {

        boolean isResponse() {
            return new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1).equals("SIP/");
        }

        String callId() {
            Matcher its = CALL_ID.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            return its.find() ? its.group(1) : "";
        }

        Sent ofCall(String callId) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String other = CALL_ID.matcher(text).replaceFirst(Matcher.quoteReplacement("Call-ID: " + callId));
            return with(other.getBytes(StandardCharsets.ISO_8859_1));
        }

        Sent with(byte[] others) {
            return new Sent(from, to, others);
        }

        /// The two hosts, in one order for both directions, and which of the directions it is.
        List<String> hosts() {
            List<String> hosts = new ArrayList<>(List.of(from.host(), to.host()));
            Collections.sort(hosts);
            return hosts;
        }

        byte[] frame() {
            byte[] datagram = Packets.udp(from.port(), to.port(), bytes);
            return from.address() instanceof Inet4Address && to.address() instanceof Inet4Address
                    ? Packets.ethernet(0x0800, Packets.ipv4(from.host(), to.host(), 17, datagram))
                    : Packets.ethernet(0x86dd, Packets.ipv6(from.host(), to.host(), 17, datagram));
        }
    }

    private final List<List<Sent>> seeds = new ArrayList<>();

    /// @param captures whose messages are sent again
    MessageOrder(List<Path> captures) throws IOException {
        for (Path each : captures) {
            SipIndex index = CaptureIndexer.read(List.of(each), RunMonitor.NONE);
            MessageTable messages = index.messages();
            List<Sent> sent = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                sent.add(new Sent(messages.endpoint(messages.source(i)), messages.endpoint(messages.destination(i)),
                        index.bytes(i)));
            }
            seeds.add(sent);
        }
    }

    /// A capture with one to three changes of order, direction or what is there.
    byte[] ordered(long seed, long number) {
        SplittableRandom random = new SplittableRandom(seed + number * 0x2545f4914f6cdd1dL);
        List<Sent> sent = piece(random);
        for (int left = random.nextInt(1, MOST_CHANGES + 1); left > 0; left--) {
            sent = changed(sent, random);
        }
        return capture(sent, random);
    }

    /// A capture a third of whose messages have other bytes.
    byte[] damaged(long seed, long number) {
        SplittableRandom random = new SplittableRandom(seed + number * 0x2545f4914f6cdd1dL);
        List<Sent> sent = piece(random);
        sent.replaceAll(each -> random.nextInt(3) > 0 ? each
                : each.with(new Mutation(random.nextLong(), number).of(List.of(each.bytes()))));
        return capture(sent, random);
    }

    private static byte[] capture(List<Sent> sent, SplittableRandom random) {
        PcapWriter pcap = new PcapWriter(1);
        int gap = GAPS[random.nextInt(GAPS.length)];
        long micros = 0;
        for (Sent each : sent) {
            pcap.frame(START_SECONDS + micros / MICROS, (int) (micros % MICROS), each.frame());
            micros += random.nextInt(10) == 0 ? GAPS[random.nextInt(GAPS.length)] : gap;
        }
        return pcap.bytes();
    }

    /// Messages that follow each other, or all of a few calls.
    private List<Sent> piece(SplittableRandom random) {
        List<Sent> all = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(all.size());
        List<Sent> rest = all.subList(from, Math.min(all.size(), from + 10 * MOST_MESSAGES));
        if (random.nextBoolean()) {
            return new ArrayList<>(rest.subList(0, Math.min(rest.size(), random.nextInt(1, MOST_MESSAGES + 1))));
        }
        Set<String> calls = new HashSet<>();
        int most = random.nextInt(1, MOST_CALLS + 1);
        List<Sent> piece = new ArrayList<>();
        for (Sent each : rest) {
            boolean isOf = calls.contains(each.callId()) || (calls.size() < most && calls.add(each.callId()));
            if (isOf && piece.size() < MOST_MESSAGES) {
                piece.add(each);
            }
        }
        return piece;
    }

    private static List<Sent> changed(List<Sent> before, SplittableRandom random) {
        List<Sent> sent = new ArrayList<>(before);
        int cut = random.nextInt(sent.size() + 1);
        switch (random.nextInt(11)) {
            case 0 -> sent.removeIf(each -> !each.isResponse());
            case 1 -> sent.removeIf(Sent::isResponse);
            case 2 -> Collections.reverse(sent);
            case 3 -> sent.removeIf(otherDirections(random));
            case 4 -> sent.subList(0, cut).clear();
            case 5 -> sent.subList(cut, sent.size()).clear();
            case 6 -> {
                int share = random.nextInt(2, 8);
                sent.removeIf(_ -> random.nextInt(share) == 0);
            }
            case 7 -> unite(sent, random, false);
            case 8 -> unite(sent, random, true);
            case 9 -> repeat(sent, random);
            default -> {
                int apart = random.nextInt(1, 4);
                for (int i = 0; i + apart < sent.size(); i += random.nextInt(1, 6)) {
                    Collections.swap(sent, i, i + apart);
                }
            }
        }
        return sent.isEmpty() ? before : sent;
    }

    /// All but one direction of each pair of hosts.
    private static Predicate<Sent> otherDirections(SplittableRandom random) {
        Map<List<String>, Boolean> kept = new HashMap<>();
        return each -> kept.computeIfAbsent(each.hosts(), _ -> random.nextBoolean())
                != each.hosts().getFirst().equals(each.from().host());
    }

    /// Two calls have the Call-ID of one.
    ///
    /// @param isAfter whether the messages of one call come after those of the other
    private static void unite(List<Sent> sent, SplittableRandom random, boolean isAfter) {
        List<String> calls = sent.stream().map(Sent::callId).distinct().toList();
        String one = calls.get(random.nextInt(calls.size()));
        String other = calls.get(random.nextInt(calls.size()));
        List<Sent> moved = sent.stream().filter(each -> each.callId().equals(other)).toList();
        if (isAfter) {
            sent.removeAll(moved);
            moved.forEach(each -> sent.add(each.ofCall(one)));
        } else {
            sent.replaceAll(each -> each.callId().equals(other) ? each.ofCall(one) : each);
        }
    }

    /// Some messages are there once more, sooner or later.
    private static void repeat(List<Sent> sent, SplittableRandom random) {
        for (int left = random.nextInt(1, 6); left > 0; left--) {
            Sent again = sent.get(random.nextInt(sent.size()));
            sent.add(random.nextInt(sent.size() + 1), again);
        }
    }
}
