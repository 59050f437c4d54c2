package org.sipsleuth.edge.overlay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.signature.SignatureDerivation;
import org.sipsleuth.signature.SignatureScanner;

/// Plays several borders that share signatures (paper 3, section 6, Fig. 8): anomalies of one
/// become signatures, which are verified on the clean traffic that each border has seen so far, and
/// used by all after a delay. The classes of messages are only counted.
public final class ProtectionOverlay {

    private static final String STAGE = "Distributing signatures";
    private static final double NANOS = 1e9;
    private static final int PAUSE_MASK = (1 << 10) - 1;

    private final ReplayInput input;
    private final BorderTraffic traffic;
    private final OverlaySettings settings;
    private final IntFunction<String> borderOf;
    private final RunMonitor monitor;
    private final BitSet reported;
    private final Map<String, BorderState> borders = new LinkedHashMap<>();
    private final List<DistributedSignature> distributed = new ArrayList<>();
    private List<DistributedSignature> active = List.of();
    private SignatureScanner scanner = new SignatureScanner(List.of());
    private long nextActiveNanos = Long.MAX_VALUE;
    private final Map<DistributedSignature, Integer> matches = new HashMap<>();
    private final Set<DistributedSignature> withdrawn = new HashSet<>();
    private int rejected;

    private ProtectionOverlay(ReplayInput input, OverlaySettings settings, IntFunction<String> borderOf,
            RunMonitor monitor) {
        this.input = input;
        this.traffic = input.traffic();
        this.settings = settings;
        this.borderOf = borderOf;
        this.monitor = monitor;
        reported = (BitSet) input.facts().malformed().clone();
        reported.or(input.facts().anomalous());
    }

    /// Plays the messages from outside. Borders report malformed and anomalous ones.
    ///
    /// @param borderOf the name of the border that a message comes in at ([Borders])
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static OverlayResult of(ReplayInput input, OverlaySettings settings, IntFunction<String> borderOf,
            RunMonitor monitor) {
        return new ProtectionOverlay(input, settings, borderOf, monitor).run();
    }

    private OverlayResult run() {
        for (int message = 0; message < traffic.size(); message++) {
            if ((message & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, message, traffic.size()));
            }
            if (traffic.direction(message) == Direction.INGRESS) {
                arrive(message);
            }
        }
        return new OverlayResult(
                borders.entrySet().stream().map(each -> each.getValue().result(each.getKey())).toList(), distributed,
                rejected, withdrawn.size());
    }

    private void arrive(int message) {
        long now = traffic.atNanos(message);
        if (now >= nextActiveNanos) {
            activate(now);
        }
        String name = borderOf.apply(message);
        BorderState border = borders.computeIfAbsent(name, _ -> new BorderState(settings.clean()));
        byte[] bytes = traffic.index().bytes(message);
        boolean isAnomalous = reported.get(message);
        boolean isStopped = isStopped(bytes, isAnomalous, now);
        border.count(input.attack().get(message), isStopped, !active.isEmpty());
        if (isStopped) {
            return;
        }
        if (!isAnomalous) {
            border.addClean(bytes);
        } else if (border.report(bytes) >= settings.reports()) {
            derive(name, border, now);
        }
    }

    /// A signature is on probation at first: matches are scored too, and one that is not anomalous
    /// withdraws it.
    private boolean isStopped(byte[] bytes, boolean isAnomalous, long now) {
        if (active.isEmpty()) {
            return false;
        }
        boolean isStopped = false;
        boolean isAnyWithdrawn = false;
        for (int match : scanner.matches(bytes)) {
            DistributedSignature its = active.get(match);
            int seen = matches.merge(its, 1, Integer::sum);
            if (!isAnomalous && seen <= settings.probation()) {
                withdrawn.add(its);
                isAnyWithdrawn = true;
            } else {
                isStopped = true;
            }
        }
        if (isAnyWithdrawn) {
            activate(now);
        }
        return isStopped;
    }

    private void activate(long now) {
        active = distributed.stream().filter(each -> each.activeNanos() <= now && !withdrawn.contains(each)).toList();
        scanner = new SignatureScanner(active.stream().map(DistributedSignature::signature).toList());
        nextActiveNanos = distributed.stream()
                .mapToLong(DistributedSignature::activeNanos)
                .filter(each -> each > now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void derive(String name, BorderState border, long now) {
        List<byte[]> anomalies = border.takeReports();
        List<Signature> derived =
                new SignatureDerivation(settings.signatures()).derive(anomalies, border.clean(), monitor);
        for (Signature each : derived) {
            SignatureScanner alone = new SignatureScanner(List.of(each));
            boolean isClean = borders.values()
                    .stream()
                    .flatMap(other -> other.clean().stream())
                    .noneMatch(bytes -> alone.matches(bytes).length > 0);
            if (!isClean) {
                rejected++;
                continue;
            }
            long activeNanos = now + (long) (settings.delaySeconds() * NANOS);
            distributed.add(new DistributedSignature(each, name, now, activeNanos));
            nextActiveNanos = Math.min(nextActiveNanos, activeNanos);
        }
    }
}
