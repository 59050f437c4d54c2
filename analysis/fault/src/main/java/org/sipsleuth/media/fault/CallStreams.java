package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaMatch;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.media.Party;

/// The audio streams of calls, and which side sends each.
final class CallStreams {

    private final SipIndex index;
    private final List<MediaCall> calls;
    private final List<MediaStream> audio;
    private final Map<Integer, List<MediaStream>> byDialog = new HashMap<>();

    /// RTCP of audio whose sender reports state that nothing was sent.
    private final Map<Integer, List<MediaStream>> ofNothing = new HashMap<>();

    CallStreams(SipIndex index, List<MediaCall> calls, MediaStreams streams) {
        this.index = index;
        this.calls = calls;
        audio = streams.streams().stream().filter(CallStreams::isAudio).toList();
        add(audio, byDialog);
        add(streams.streams().stream().filter(CallStreams::isOfNothing).toList(), ofNothing);
    }

    private static void add(List<MediaStream> some, Map<Integer, List<MediaStream>> byDialog) {
        for (MediaStream stream : some) {
            stream.origin()
                    .dialogs()
                    .forEach(dialog -> byDialog.computeIfAbsent(dialog, _ -> new ArrayList<>()).add(stream));
        }
    }

    private static boolean isAudio(MediaStream stream) {
        return stream.kind() == MediaKind.RTP && stream.origin().medium().equals("audio");
    }

    private static boolean isOfNothing(MediaStream stream) {
        return stream.kind() == MediaKind.RTCP && stream.origin().medium().equals("audio")
                && stream.statedPackets() == 0;
    }

    /// The audio of a call in a time.
    ///
    /// @param caller streams that the caller sends
    /// @param callee streams that the callee sends
    /// @param isKnown whether the sender of each is known
    record Flow(List<MediaStream> caller, List<MediaStream> callee, boolean isKnown) {

        List<MediaStream> of(Party party) {
            return party == Party.CALLER ? caller : callee;
        }

        /// Those that a side sends to where the other may hear them.
        List<MediaStream> heardOf(Party party) {
            return of(party).stream().filter(stream -> stream.origin().match() != MediaMatch.NOWHERE).toList();
        }

        boolean isBothWays() {
            return !heardOf(Party.CALLER).isEmpty() && !heardOf(Party.CALLEE).isEmpty();
        }
    }

    /// All audio streams, by their beginning.
    List<MediaStream> audio() {
        return audio;
    }

    /// All audio streams of each coverage, by their beginning.
    List<List<MediaStream>> audio(int coverages) {
        List<List<MediaStream>> byCoverage = new ArrayList<>();
        for (int i = 0; i < coverages; i++) {
            byCoverage.add(new ArrayList<>());
        }
        audio.forEach(stream -> byCoverage.get(coverage(stream)).add(stream));
        return byCoverage;
    }

    /// Those of a call, by their beginning.
    List<MediaStream> of(MediaCall call) {
        return byDialog.getOrDefault(call.dialog(), List.of());
    }

    /// RTCP by which a side of a call stated, at a time or later, that it had sent no RTP.
    Optional<MediaStream> statesNothing(MediaCall call, Party party, long nanos) {
        return ofNothing.getOrDefault(call.dialog(), List.of())
                .stream()
                .filter(stream -> stream.extent().lastNanos() >= nanos)
                .filter(stream -> sender(call, stream).filter(party::equals).isPresent())
                .findFirst();
    }

    /// The audio of a call while both sides were to send and receive.
    Flow flow(MediaCall call) {
        return flow(call, call.span().plainNanos());
    }

    private Flow flow(MediaCall call, long untilNanos) {
        List<MediaStream> caller = new ArrayList<>();
        List<MediaStream> callee = new ArrayList<>();
        boolean isKnown = true;
        for (MediaStream stream : of(call)) {
            boolean isWithin =
                    stream.extent().lastNanos() > call.span().dueNanos() && stream.extent().firstNanos() < untilNanos;
            Optional<Party> sender = sender(call, stream);
            isKnown &= sender.isPresent();
            if (isWithin && sender.isPresent()) {
                (sender.get() == Party.CALLER ? caller : callee).add(stream);
            }
        }
        return new Flow(caller, callee, isKnown);
    }

    /// Which side of a call sends a stream: the one that did not announce its destination, else the
    /// one that announced its source; empty if both did.
    Optional<Party> sender(MediaCall call, MediaStream stream) {
        Set<Party> to = announced(call, stream.destination());
        Set<Party> from = announced(call, stream.source());
        if (to.size() == 1) {
            return to.stream().map(Sides::other).findFirst();
        }
        if (to.isEmpty() && from.size() == 1) {
            return from.stream().findFirst();
        }
        boolean isOne = to.isEmpty() && from.isEmpty() && stream.origin().dialogs().size() == 1;
        return isOne ? Optional.of(stream.origin().sender()) : Optional.empty();
    }

    private static Set<Party> announced(MediaCall call, Endpoint endpoint) {
        Set<Party> parties = new HashSet<>();
        for (MediaCall.Port port : call.ports()) {
            if (port.endpoint().equals(endpoint)) {
                parties.add(port.party());
            }
        }
        return parties;
    }

    /// The coverage that a stream begins in.
    int coverage(MediaStream stream) {
        return index.dialogs().coverages().number(stream.extent().first().file());
    }

    /// The coverage that a call begins in.
    int coverage(MediaCall call) {
        return index.dialogs().coverageOf(call.dialog());
    }

    /// The dialogs whose audio was captured both ways, towards addresses that can be reached.
    Set<Integer> heardBothWays() {
        Set<Integer> heard = new HashSet<>();
        for (MediaCall call : calls) {
            if (call.isAnswered() && byDialog.containsKey(call.dialog())) {
                Flow flow = flow(call, call.span().endNanos());
                if (flow.isKnown() && flow.isBothWays() && lostToward(call, flow, Party.CALLER).isEmpty()
                        && lostToward(call, flow, Party.CALLEE).isEmpty()) {
                    heard.add(call.dialog());
                }
            }
        }
        return heard;
    }

    /// A stream towards a side that goes to a private address, between public hosts, while the side
    /// itself sends from a public one.
    Optional<MediaStream> lostToward(MediaCall call, Flow flow, Party receiver) {
        boolean isBetweenPublicHosts = isPublic(index.messages().source(call.answer()))
                && isPublic(index.messages().destination(call.answer()));
        List<MediaStream> own = flow.of(receiver);
        boolean isOwnPublic = !own.isEmpty() && own.stream().noneMatch(stream -> isPrivate(stream.source()));
        List<MediaStream> towards = flow.of(Sides.other(receiver));
        boolean isAllPrivate =
                !towards.isEmpty() && towards.stream().allMatch(stream -> isPrivate(stream.destination()));
        return isBetweenPublicHosts && isOwnPublic && isAllPrivate ? Optional.of(towards.getFirst()) : Optional.empty();
    }

    private boolean isPublic(int endpoint) {
        return !isPrivate(index.messages().endpoint(endpoint));
    }

    private static boolean isPrivate(Endpoint endpoint) {
        return Addresses.isPrivate(endpoint.address());
    }
}
