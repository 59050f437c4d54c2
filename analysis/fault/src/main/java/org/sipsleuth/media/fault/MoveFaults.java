package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.media.MediaStream;

/// Finds calls whose RTP goes on to the address that a side has left.
final class MoveFaults {

    /// Packets that are under way when the answer comes, and what a sender takes to read it: as a
    /// rule less than 300 ms.
    private static final long UNDER_WAY_NANOS = 1_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<MediaCall> calls;
    private final CallStreams streams;

    MoveFaults(List<MediaCall> calls, CallStreams streams) {
        this.calls = calls;
        this.streams = streams;
    }

    List<MediaFault> faults() {
        List<MediaFault> faults = new ArrayList<>();
        for (MediaCall call : calls) {
            for (Move move : call.isJudged() ? call.moves() : List.<Move>of()) {
                add(call, move, faults);
            }
        }
        return faults;
    }

    /// Not where the side itself still sends from its old address, to which others then send back, and
    /// not where RTP reaches the new address too.
    private void add(MediaCall call, Move move, List<MediaFault> faults) {
        long due = move.fromNanos() + UNDER_WAY_NANOS;
        List<MediaStream> late = streams.of(call)
                .stream()
                .filter(each -> each.extent().lastNanos() > due && each.extent().firstNanos() < move.untilNanos())
                .toList();
        List<MediaStream> wrong = late.stream()
                .filter(each -> move.before().contains(each.destination()) && each.origin().dialogs().size() == 1)
                .toList();
        boolean isElsewhere = late.stream()
                .noneMatch(each -> move.after().contains(each.destination()) || move.before().contains(each.source()));
        if (wrong.isEmpty() || !isElsewhere) {
            return;
        }
        long until = wrong.stream().mapToLong(each -> each.extent().lastNanos()).max().orElse(due);
        faults.add(new Report(MediaFaultKind.OLD_ADDRESS, "text").with("receiver", Sides.name(move.party()))
                .with("from", wrong.getFirst().destination())
                .with("to", names(move.after()))
                .with("seconds",
                        String.format(Locale.ENGLISH, "%.1f",
                                (Math.min(until, move.untilNanos()) - move.fromNanos()) / NANOS_PER_SECOND))
                .messages(move.offer(), move.answer())
                .streams(wrong)
                .of(call.dialog()));
    }

    private static String names(Set<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::toString).sorted().collect(Collectors.joining(", "));
    }
}
