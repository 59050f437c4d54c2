package org.sipsleuth.media.fault;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.Party;

/// Finds calls whose captured RTP goes one way, comes late, or is missing though that of others of
/// the same host was captured.
final class FlowFaults {

    /// Shorter conversations are not judged: one side may not have spoken yet.
    static final long SHORTEST_NANOS = 5_000_000_000L;

    /// A stream that flows for so long within the conversation shows that it was captured: 3 s.
    private static final long SHORTEST_FLOW_NANOS = 3_000_000_000L;

    /// A source that paused for so long before may be silent again (silence suppression): 1 s.
    private static final long LONGEST_PAUSE_NANOS = 1_000_000_000L;

    /// RFC 3389; 19 in old devices.
    private static final Set<Integer> COMFORT_NOISE = Set.of(13, 19);

    /// 2 s of packets of 20 ms.
    private static final int FEWEST_PACKETS = 100;

    /// The RTP of a host is seen whoever it is with, if it was with so many.
    private static final int SEEN_WITH = 2;

    private static final long LATE_NANOS = 2_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SipIndex index;
    private final List<MediaCall> calls;
    private final CallStreams streams;
    private final CaptureChecks capture;

    /// Hosts whose RTP was captured both ways in each coverage, each with those that it was with.
    private final Map<Integer, Map<InetAddress, Set<InetAddress>>> heard = new HashMap<>();

    /// Coverages in which a call has RTP both ways.
    private final Set<Integer> seenBothWays = new HashSet<>();

    FlowFaults(SipIndex index, List<MediaCall> calls, CallStreams streams, CaptureChecks capture) {
        this.index = index;
        this.calls = calls;
        this.streams = streams;
        this.capture = capture;
    }

    List<MediaFault> faults() {
        List<MediaFault> faults = new ArrayList<>();
        if (streams.audio().isEmpty()) {
            return faults;
        }
        for (MediaCall call : calls) {
            if (call.isAnswered()) {
                remember(streams.flow(call));
            }
        }
        for (MediaCall call : calls) {
            if (call.isJudged() && call.plainNanos() >= SHORTEST_NANOS) {
                CallStreams.Flow flow = streams.flow(call);
                if (streams.of(call).isEmpty()) {
                    none(call).ifPresent(faults::add);
                } else if (flow.isKnown()) {
                    for (Party party : Party.values()) {
                        oneWay(call, flow, party).or(() -> ended(call, flow, party))
                                .or(() -> late(call, flow, party))
                                .ifPresent(faults::add);
                    }
                }
            }
        }
        return faults;
    }

    private void remember(CallStreams.Flow flow) {
        if (flow.isKnown() && flow.isBothWays()) {
            for (MediaStream stream : flow.caller()) {
                int coverage = streams.coverage(stream);
                seenBothWays.add(coverage);
                InetAddress source = stream.source().address();
                InetAddress destination = stream.destination().address();
                Map<InetAddress, Set<InetAddress>> hosts = heard.computeIfAbsent(coverage, _ -> new HashMap<>());
                hosts.computeIfAbsent(source, _ -> new HashSet<>()).add(destination);
                hosts.computeIfAbsent(destination, _ -> new HashSet<>()).add(source);
            }
        }
    }

    /// No RTP of a call, though its host has RTP with others: with several, or with one if the media of
    /// the call takes a path that was captured, that of its signalling or of RTP between the same hosts.
    private Optional<MediaFault> none(MediaCall call) {
        Map<InetAddress, Set<InetAddress>> hosts = heard.getOrDefault(streams.coverage(call), Map.of());
        Set<String> known = new TreeSet<>();
        Set<InetAddress> own = new HashSet<>();
        call.ports().forEach(port -> own.add(port.endpoint().address()));
        for (MediaCall.Port port : call.ports()) {
            Set<InetAddress> others = hosts.getOrDefault(port.endpoint().address(), Set.of());
            boolean isOfSamePath = call.isDirect() || others.stream().anyMatch(own::contains);
            if (others.size() >= (isOfSamePath ? 1 : SEEN_WITH)) {
                known.add(port.endpoint().host());
            }
        }
        return known.isEmpty() ? Optional.empty()
                : Optional.of(new Report(MediaFaultKind.NO_AUDIO, "text").with("seconds", seconds(call.plainNanos()))
                        .with("host", String.join(", ", known))
                        .messages(call.request(), call.answer())
                        .of(call.dialog()));
    }

    /// Whether a side hears nothing.
    private Optional<MediaFault> oneWay(MediaCall call, CallStreams.Flow flow, Party receiver) {
        Optional<MediaStream> lost = streams.lostToward(call, flow, receiver);
        if (lost.isPresent()) {
            return lost.map(stream -> unreachable(call, flow, receiver, stream));
        }
        List<MediaStream> own = flow.of(receiver);
        if (own.isEmpty() || !flow.heardOf(Sides.other(receiver)).isEmpty() || !isProven(call, own)) {
            return Optional.empty();
        }
        boolean isDoubtful = capture.has(streams.coverage(own.getFirst()), CoverageFaultKind.ONE_DIRECTION);
        MediaStream first = own.getFirst();
        long packets = own.stream().mapToLong(stream -> stream.extent().packets()).sum();
        Report report = new Report(MediaFaultKind.ONE_WAY_AUDIO, isDoubtful ? "doubtful" : "text")
                .with("deaf", Sides.name(receiver))
                .with("packets", packets)
                .with("from", first.source())
                .with("to", announced(call, receiver))
                .with("seconds", seconds(call.plainNanos()))
                .messages(call.request(), call.answer())
                .streams(own)
                .doubts(isDoubtful ? Set.of(CoverageFaultKind.ONE_DIRECTION) : Set.of());
        List<MediaStream> astray = flow.of(Sides.other(receiver));
        Optional<MediaStream> silent =
                streams.statesNothing(call, Sides.other(receiver), call.span().dueNanos() + SHORTEST_FLOW_NANOS);
        if (!astray.isEmpty()) {
            report.due(Report.ASTRAY)
                    .streams(Stream.concat(own.stream(), astray.stream()).toList())
                    .more(MediaFaultKind.ONE_WAY_AUDIO.sentence(Report.ASTRAY, astray.getFirst().source(),
                            astray.getFirst().destination()));
        } else if (silent.isPresent()) {
            report.due(Report.SENT_NOTHING)
                    .streams(Stream.concat(own.stream(), silent.stream()).toList())
                    .more(MediaFaultKind.ONE_WAY_AUDIO.sentence("nothing", Sides.name(Sides.other(receiver)),
                            silent.get().source()));
        } else if (isBehindSameNat(call, receiver, first)) {
            report.due(Report.HAIRPIN)
                    .more(MediaFaultKind.ONE_WAY_AUDIO.sentence("hairpin", announced(call, receiver),
                            first.source().host(), first.destination().host()));
        }
        return Optional.of(report.of(call.dialog()));
    }

    /// Whether a side wants its audio at a public address, though both send and receive at private ones:
    /// they are in one network, and what is sent there must come back from its NAT (RFC 4787 §6).
    private static boolean isBehindSameNat(MediaCall call, Party receiver, MediaStream own) {
        List<MediaCall.Port> announced = call.ports().stream().filter(port -> port.party() == receiver).toList();
        return Addresses.isPrivate(own.source().address()) && Addresses.isPrivate(own.destination().address())
                && !announced.isEmpty()
                && announced.stream().noneMatch(port -> Addresses.isPrivate(port.endpoint().address()));
    }

    /// Whether the streams of one side show that those of the other would have been captured: they
    /// flow long enough, at a place that sees both directions.
    private boolean isProven(MediaCall call, List<MediaStream> own) {
        long packets = own.stream().mapToLong(stream -> stream.extent().packets()).sum();
        long flowing = own.stream().mapToLong(stream -> overlapNanos(call, stream)).max().orElse(0);
        int coverage = streams.coverage(own.getFirst());
        boolean isPlaceOfBoth = seenBothWays.contains(coverage) || coverage == streams.coverage(call);
        return packets >= FEWEST_PACKETS && flowing >= SHORTEST_FLOW_NANOS && isPlaceOfBoth;
    }

    /// RTP towards a side that stopped while its own went on to the end.
    private Optional<MediaFault> ended(MediaCall call, CallStreams.Flow flow, Party receiver) {
        List<MediaStream> towards = flow.heardOf(Sides.other(receiver));
        Optional<MediaStream> last =
                towards.stream().max(Comparator.comparingLong(stream -> stream.extent().lastNanos()));
        long end = call.span().plainNanos();
        if (last.isEmpty() || end - last.get().extent().lastNanos() < SHORTEST_NANOS
                || !towards.stream().allMatch(FlowFaults::isSteady)) {
            return Optional.empty();
        }
        long lastNanos = last.get().extent().lastNanos();
        List<MediaStream> goingOn = flow.of(receiver)
                .stream()
                .filter(stream -> isSteady(stream) && stream.extent().firstNanos() <= lastNanos
                        && stream.extent().lastNanos() >= end - LONGEST_PAUSE_NANOS)
                .toList();
        return goingOn.isEmpty() ? Optional.empty()
                : Optional.of(new Report(MediaFaultKind.ONE_WAY_AUDIO, "ended").with("deaf", Sides.name(receiver))
                        .with("silent", seconds(end - lastNanos))
                        .with("seconds", seconds(call.plainNanos()))
                        .with("from", last.get().source())
                        .with("to", last.get().destination())
                        .messages(call.request(), call.answer())
                        .streams(List.of(last.get(), goingOn.getFirst()))
                        .of(call.dialog()));
    }

    /// Whether a stream has packets enough and never paused: neither silence suppression nor hold.
    private static boolean isSteady(MediaStream stream) {
        return stream.extent().packets() >= FEWEST_PACKETS && stream.quality().largestGapNanos() < LONGEST_PAUSE_NANOS
                && stream.course().packetsByType().keySet().stream().noneMatch(COMFORT_NOISE::contains);
    }

    private static long overlapNanos(MediaCall call, MediaStream stream) {
        return Math.min(call.span().plainNanos(), stream.extent().lastNanos())
                - Math.max(call.span().dueNanos(), stream.extent().firstNanos());
    }

    private static String announced(MediaCall call, Party party) {
        return call.ports()
                .stream()
                .filter(port -> port.party() == party)
                .map(port -> port.endpoint().toString())
                .findFirst()
                .orElse("it");
    }

    private static MediaFault unreachable(MediaCall call, CallStreams.Flow flow, Party receiver, MediaStream lost) {
        MediaStream own = flow.of(receiver).getFirst();
        return new Report(MediaFaultKind.ONE_WAY_AUDIO, "unreachable").with("deaf", Sides.name(receiver))
                .with("to", lost.destination())
                .with("from", own.source())
                .messages(call.request(), call.answer())
                .streams(List.of(lost, own))
                .of(call.dialog());
    }

    /// The first RTP of a side that came long after the other side could receive it.
    private Optional<MediaFault> late(MediaCall call, CallStreams.Flow flow, Party sender) {
        Optional<MediaStream> first = streams.of(call)
                .stream()
                .filter(stream -> streams.sender(call, stream).filter(sender::equals).isPresent())
                .min(Comparator.comparingLong(stream -> stream.extent().firstNanos()));
        if (first.isEmpty() || !flow.isBothWays()) {
            return Optional.empty();
        }
        MediaStream stream = first.get();
        long late = stream.extent().firstNanos() - call.span().dueNanos();
        Span file = index.dialogs().coverages().all().get(streams.coverage(stream)).captured();
        boolean isJudged = late > LATE_NANOS && stream.extent().firstNanos() < call.span().plainNanos()
                && stream.extent().packets() >= FEWEST_PACKETS && file.fromNanos() <= call.span().dueNanos();
        boolean isAfterAck = call.span().dueNanos() != call.span().answeredNanos();
        return !isJudged ? Optional.empty()
                : Optional.of(new Report(MediaFaultKind.LATE_AUDIO, "text").with("sender", Sides.name(sender))
                        .with("to", stream.destination())
                        .with("seconds", seconds(late))
                        .with("after",
                                isAfterAck ? "ACK" : index.messages().typeName(index.messages().type(call.answer())))
                        .messages(call.answer())
                        .streams(List.of(stream))
                        .of(call.dialog()));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ENGLISH, "%.1f", nanos / NANOS_PER_SECOND);
    }
}
