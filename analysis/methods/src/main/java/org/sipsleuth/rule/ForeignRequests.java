package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.Via;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Finds requests within calls that come from a host that is not a party to the call.
///
/// A host that neither sent nor received the set-up of a call, and is not named in it, may still
/// have a part: a phone that changed its address, a second address of a server, another proxy. So
/// at least one of these is required: the side that the request imitates goes on from its own
/// host; the topmost Via names a host of the call; another product wrote the request; it is a
/// CANCEL that was answered, although it did not come from where the INVITE came from (RFC 3261
/// §9.1); it is a REFER of which the side that it imitates knows nothing: that side refuses the
/// NOTIFY that follows by 481 (RFC 3515 §2.4.4, RFC 6665 §4.1.3); it wants the media at its own
/// address, but names a host of the call as Contact; the same host acts so as neighbours of several
/// other hosts.
final class ForeignRequests {

    /// Requests of both sides can cross.
    private static final long CROSSING_NANOS = 500_000_000L;

    /// The NOTIFY of a REFER follows at once.
    private static final long NOTIFIED_NANOS = 10_000_000_000L;

    private static final int NO_SUCH_SUBSCRIPTION = 481;

    private static final int PAUSE_MASK = (1 << 10) - 1;

    private final Traffic traffic;
    private final SipIndex index;
    private final Set<Integer> methods;

    /// The NOTIFYs that were answered by 481, by dialog, of the calls with a REFER from outside.
    private final Map<Integer, List<HopTransaction>> refused = new HashMap<>();

    /// A request that may be one.
    private record Candidate(ForeignRequest request, String neighbour, boolean isSure, boolean isServer) {}

    private ForeignRequests(Traffic traffic, Set<Integer> methods) {
        this.traffic = traffic;
        this.index = traffic.table().index();
        this.methods = methods;
    }

    /// Those of some methods, by the host that sent them.
    static Map<Integer, List<ForeignRequest>> find(Traffic traffic, Set<Integer> methods) {
        return new ForeignRequests(traffic, methods).find();
    }

    private Map<Integer, List<ForeignRequest>> find() {
        Map<Integer, List<Candidate>> bySource = new TreeMap<>();
        int dialogs = 0;
        for (Map.Entry<Integer, List<HopTransaction>> each : byDialog().entrySet()) {
            if ((dialogs++ & PAUSE_MASK) == 0) {
                traffic.monitor().throwIfCancelled();
            }
            CallParties parties = CallParties.of(index, each.getKey());
            for (HopTransaction request : each.getValue()) {
                Candidate candidate = judge(request, parties);
                if (candidate != null) {
                    bySource.computeIfAbsent(request.source(), _ -> new ArrayList<>()).add(candidate);
                }
            }
        }
        Map<Integer, List<ForeignRequest>> found = new LinkedHashMap<>();
        bySource.forEach((source, candidates) -> {
            List<ForeignRequest> sure = sure(candidates);
            if (!sure.isEmpty()) {
                found.put(source, sure);
            }
        });
        return found;
    }

    /// Requests of hosts without a part in the set-up of their call, where one was captured.
    private Map<Integer, List<HopTransaction>> byDialog() {
        BitSet outsiders = traffic.outsiders();
        Map<Integer, List<HopTransaction>> found = new LinkedHashMap<>();
        if (outsiders.isEmpty()) {
            return found;
        }
        for (HopTransaction each : traffic.open()) {
            if (outsiders.get(each.request()) && methods.contains(each.method())) {
                found.computeIfAbsent(each.dialog(), _ -> new ArrayList<>()).add(each);
                if (each.method() == MessageTypes.REFER) {
                    refused.put(each.dialog(), new ArrayList<>(1));
                }
            }
        }
        collectRefused();
        return found;
    }

    private void collectRefused() {
        if (refused.isEmpty()) {
            return;
        }
        for (HopTransaction each : traffic.table().all()) {
            List<HopTransaction> its = refused.get(each.dialog());
            if (its != null && each.method() == MessageTypes.NOTIFY && each.status() == NO_SUCH_SUBSCRIPTION) {
                its.add(each);
            }
        }
    }

    /// Whether the side that a REFER imitates refuses to be notified of it.
    private boolean isDisowned(HopTransaction request) {
        return request.method() == MessageTypes.REFER && refused.getOrDefault(request.dialog(), List.of())
                .stream()
                .filter(each -> each.destination() != request.source())
                .map(each -> each.atNanos() - request.atNanos())
                .anyMatch(after -> after >= 0 && after <= NOTIFIED_NANOS);
    }

    /// The requests within calls, and CANCELs, at their hop of origin, that come from hosts without
    /// a part in the set-up of the call, where that was captured; by their messages.
    static BitSet outsiders(TransactionTable table) {
        FingerprintSet parties = new FingerprintSet();
        Fingerprint which = new Fingerprint();
        BitSet setUp = new BitSet();
        for (HopTransaction each : table.all()) {
            if (each.method() == MessageTypes.INVITE && !each.isWithinDialog()) {
                setUp.set(each.dialog());
                parties.add(which.begin().add(each.dialog()).add(each.source()).end());
                parties.add(which.begin().add(each.dialog()).add(each.destination()).end());
            }
        }
        BitSet outsiders = new BitSet();
        for (HopTransaction each : table.origins()) {
            boolean isWithin = each.isWithinDialog() || each.method() == MessageTypes.CANCEL;
            if (isWithin && setUp.get(each.dialog())
                    && !parties.contains(which.begin().add(each.dialog()).add(each.source()).end())) {
                outsiders.set(each.request());
            }
        }
        return outsiders;
    }

    private @Nullable Candidate judge(HopTransaction request, CallParties parties) {
        String source = traffic.table().host(request.source());
        if (request.isDefective() || parties.isNamed(source) || traffic.roles().isAllowed(request.source())) {
            return null;
        }
        SipMessage message = index.message(request.request());
        CallParties.Side side = parties.sideOf(message);
        List<Via> vias = message.vias();
        int later = parties.lastRequest(side);
        boolean goesOn = later >= 0 && request.method() != MessageTypes.CANCEL
                && index.messages().capturedAtNanos(later) > request.atNanos() + CROSSING_NANOS;
        boolean isRelayed =
                vias.size() > 1 && (parties.isHost(vias.getLast().host()) || parties.isNamed(vias.getLast().host()));
        if (isRelayed && !goesOn) {
            return null;
        }
        boolean isBorrowed = vias.size() == 1 && parties.isHost(vias.getFirst().host());
        boolean isOther = parties.isOtherProduct(message, side);
        boolean isServer = traffic.roles().isServer(request.source()) || traffic.roles().isTrunk(request.source());
        boolean isCancel = request.method() == MessageTypes.CANCEL && request.isAnswered();
        boolean isDisowned = isDisowned(request);
        boolean isTorn = drawsMedia(message, source, parties);
        boolean isSure = goesOn || isBorrowed || (!isServer && (isOther || isCancel || isDisowned || isTorn));
        double confidence = 0.55 + (goesOn ? 0.3 : 0) + (isBorrowed || isCancel || isDisowned || isTorn ? 0.25 : 0)
                + (isOther ? 0.15 : 0);
        return new Candidate(
                new ForeignRequest(request, side, goesOn ? later : -1, isOther, isBorrowed, Math.min(0.97, confidence)),
                parties.neighbour(side, traffic.table().host(request.destination())), isSure, isServer);
    }

    /// Whether a request wants the media at its source, and further requests at a host of the call:
    /// its own program would want both.
    private static boolean drawsMedia(SipMessage message, String source, CallParties parties) {
        boolean isHere = CallParties.mediaOf(message)
                .stream()
                .anyMatch(place -> place.startsWith((source.contains(":") ? "[" + source + "]" : source) + ":"));
        return isHere && message.vias().size() == 1
                && message.contacts()
                        .stream()
                        .flatMap(each -> each.sipUri().stream())
                        .map(each -> each.host().replaceAll("[\\[\\]]", ""))
                        .anyMatch(parties::isHost);
    }

    /// All of them, if the host acts as neighbour of several others; else those that are sure.
    private static List<ForeignRequest> sure(List<Candidate> candidates) {
        Map<String, Integer> imitated = new HashMap<>();
        for (Candidate each : candidates) {
            if (!each.neighbour.isEmpty() && !each.isServer) {
                imitated.merge(each.neighbour, 1, Integer::sum);
            }
        }
        return candidates.stream().filter(each -> each.isSure || imitated.size() > 1).map(Candidate::request).toList();
    }
}
