package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.Party;
import org.sipsleuth.sip.sdp.RtpFormat;

/// Finds what streams carry other than negotiated, or each direction of its own: payload types,
/// codecs, packet times, DTMF.
final class FormatFaults {

    /// So many packets of one payload type are no stray ones.
    private static final int FEWEST_PACKETS = 10;

    private static final int FEWEST_OF_CODEC = 50;
    private static final double MAIN_SHARE = 0.9;
    private static final double LEAST_MILLIS_APART = 5;

    /// Comfort noise, which many send unasked (RFC 3389; 19 in old devices), and those that RTCP
    /// looks like (RFC 5761 §4).
    private static final Set<Integer> NOT_JUDGED = Set.of(13, 19, 72, 73, 74, 75, 76);

    private final SipIndex index;
    private final MessageTable messages;
    private final List<MediaCall> calls;
    private final CallStreams streams;

    /// The payload types that each dialog names.
    private final Map<Integer, Set<Integer>> named = new HashMap<>();

    FormatFaults(SipIndex index, List<MediaCall> calls, CallStreams streams) {
        this.index = index;
        this.calls = calls;
        this.streams = streams;
        messages = index.messages();
    }

    List<MediaFault> faults() {
        List<MediaFault> faults = new ArrayList<>();
        for (MediaCall call : calls) {
            List<MediaStream> its = streams.of(call);
            if (call.isAnswered() && !its.isEmpty()) {
                notNegotiated(call, its).ifPresent(faults::add);
                twice(call, its).ifPresent(faults::add);
                asymmetric(call, its, faults);
            }
        }
        return faults;
    }

    private Optional<MediaFault> notNegotiated(MediaCall call, List<MediaStream> its) {
        for (MediaStream stream : its) {
            boolean isDuring = stream.extent().lastNanos() > call.span().answeredNanos()
                    && stream.extent().firstNanos() < call.span().endNanos();
            for (Map.Entry<Integer, Long> each : stream.course().packetsByType().entrySet()) {
                boolean isJudged = isDuring && each.getValue() >= FEWEST_PACKETS && !NOT_JUDGED.contains(each.getKey());
                if (isJudged && isForeign(stream, each.getKey())) {
                    return Optional.of(
                            new Report(MediaFaultKind.PAYLOAD_TYPE_NOT_NEGOTIATED, "text").with("from", stream.source())
                                    .with("to", stream.destination())
                                    .with("type", name(each.getKey()))
                                    .with("packets", each.getValue())
                                    .messages(call.request(), call.answer())
                                    .streams(List.of(stream))
                                    .of(call.dialog()));
                }
            }
        }
        return Optional.empty();
    }

    private static String name(int payloadType) {
        return RtpFormat.ofStatic(payloadType)
                .map(format -> payloadType + " " + format.encoding())
                .orElse(String.valueOf(payloadType));
    }

    /// Whether no description of the dialogs of a stream names a payload type, and all are known.
    private boolean isForeign(MediaStream stream, int payloadType) {
        return stream.origin()
                .dialogs()
                .stream()
                .map(dialog -> named.computeIfAbsent(dialog, this::payloadTypes))
                .allMatch(types -> !types.isEmpty() && !types.contains(payloadType));
    }

    /// All that any description of a dialog names; empty if one was cut off.
    private Set<Integer> payloadTypes(int dialog) {
        Set<Integer> types = new HashSet<>();
        for (int message : index.messagesOf(dialog)) {
            if (messages.isCut(message)) {
                return Set.of();
            }
            if (messages.hasBody(message) && !messages.isRetransmission(message)) {
                index.message(message).knownMedia().forEach(media -> types.addAll(media.rtp().payloadTypes()));
            }
        }
        return types;
    }

    /// DTMF of one side as RTP events, and by INFO on the same hop.
    private Optional<MediaFault> twice(MediaCall call, List<MediaStream> its) {
        for (MediaStream stream : its) {
            long events = events(stream);
            Optional<Party> sender = events == 0 ? Optional.empty() : streams.sender(call, stream);
            if (sender.isPresent()) {
                List<Integer> infos = infos(call, sender.get());
                if (!infos.isEmpty()) {
                    return Optional
                            .of(new Report(MediaFaultKind.DTMF_TWICE, "text").with("sender", Sides.name(sender.get()))
                                    .with("packets", events)
                                    .with("requests", infos.size())
                                    .messages(infos.getFirst(), infos.getLast())
                                    .streams(List.of(stream))
                                    .of(call.dialog()));
                }
            }
        }
        return Optional.empty();
    }

    private static long events(MediaStream stream) {
        long events = 0;
        for (RtpFormat format : stream.origin().formats()) {
            if (Media.isEvent(format.encoding())) {
                events += stream.course().packetsByType().getOrDefault(format.payloadType(), 0L);
            }
        }
        return events;
    }

    /// The INFO requests with DTMF that a side sent on the hop of the answer.
    private List<Integer> infos(MediaCall call, Party sender) {
        int caller = messages.destination(call.answer());
        int callee = messages.source(call.answer());
        int its = sender == Party.CALLER ? caller : callee;
        return DtmfMessages.of(index, call.dialog())
                .stream()
                .filter(message -> messages.endpoint(messages.source(message))
                        .address()
                        .equals(messages.endpoint(its).address()))
                .toList();
    }

    private void asymmetric(MediaCall call, List<MediaStream> its, List<MediaFault> faults) {
        for (int i = 0; i < its.size(); i++) {
            for (int j = i + 1; j < its.size(); j++) {
                MediaStream one = its.get(i);
                MediaStream back = its.get(j);
                boolean isBack = one.source().equals(back.destination()) && one.destination().equals(back.source());
                boolean isAtOnce = one.extent().lastNanos() > call.span().dueNanos()
                        && back.extent().lastNanos() > call.span().dueNanos()
                        && one.extent().firstNanos() < back.extent().lastNanos()
                        && back.extent().firstNanos() < one.extent().lastNanos();
                if (isBack && isAtOnce) {
                    codec(call, one, back).ifPresent(faults::add);
                    packetTime(call, one, back).ifPresent(faults::add);
                }
            }
        }
    }

    private Optional<MediaFault> codec(MediaCall call, MediaStream one, MediaStream back) {
        Optional<String> there = codec(one);
        Optional<String> here = codec(back);
        boolean isOther = there.isPresent() && here.isPresent() && !there.get().equalsIgnoreCase(here.get());
        Set<Integer> types = new TreeSet<>(one.course().packetsByType().keySet());
        types.addAll(back.course().packetsByType().keySet());
        types.removeAll(NOT_JUDGED);
        boolean isCommon = call.faults().stream().noneMatch(fault -> fault.kind() == MediaFaultKind.CODEC_NOT_OFFERED);
        if (!isOther || !isCommon || types.stream().anyMatch(type -> isForeign(one, type))) {
            return Optional.empty();
        }
        return Optional.of(new Report(MediaFaultKind.CODEC_ASYMMETRY, "text").with("towards", one.destination())
                .with("codec", there.get())
                .with("back", here.get())
                .messages(call.answer())
                .streams(List.of(one, back))
                .of(call.dialog()));
    }

    /// The codec that nearly all packets of a stream have.
    private static Optional<String> codec(MediaStream stream) {
        return stream.origin()
                .formats()
                .stream()
                .filter(format -> Media.isCodec(format.encoding()))
                .filter(format -> packets(stream, format) >= FEWEST_OF_CODEC
                        && packets(stream, format) >= MAIN_SHARE * stream.extent().packets())
                .map(RtpFormat::encoding)
                .findFirst();
    }

    private static long packets(MediaStream stream, RtpFormat format) {
        return stream.course().packetsByType().getOrDefault(format.payloadType(), 0L);
    }

    private static Optional<MediaFault> packetTime(MediaCall call, MediaStream one, MediaStream back) {
        double there = one.course().packetMillis();
        double here = back.course().packetMillis();
        boolean isKnown = there > 0 && here > 0 && one.extent().packets() >= FEWEST_OF_CODEC
                && back.extent().packets() >= FEWEST_OF_CODEC;
        if (!isKnown || Math.abs(there - here) < LEAST_MILLIS_APART) {
            return Optional.empty();
        }
        return Optional.of(new Report(MediaFaultKind.PACKET_TIME_ASYMMETRY, "text").with("towards", one.destination())
                .with("millis", millis(there))
                .with("back", millis(here))
                .messages(call.answer())
                .streams(List.of(one, back))
                .of(call.dialog()));
    }

    private static String millis(double value) {
        return String.format(Locale.ENGLISH, "%.0f", value);
    }
}
