package org.sipsleuth.evaluate.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.StackSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.edge.traffic.MessageFacts;
import org.sipsleuth.edge.traffic.MessageScans;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.signature.SignatureDerivation;
import org.sipsleuth.signature.SignatureKind;
import org.sipsleuth.signature.SignatureSettings;

/// One simulated attack, replayed with each protection alone and with both architectures.
///
/// @param figures by the name of the protections, in order
/// @param messages how many messages the capture has
record EdgeTrial(Map<String, Figures> figures, long messages) {

    static final String UNPROTECTED = "none";

    /// Enough for the normal calls of all cases, and not for a flood.
    private static final double INVITES_PER_SECOND = 40;

    private static final int MOST_MESSAGES = 2_000;

    /// @param calls share of the legitimate calls that are completed
    /// @param passed share of the attack's messages that reach the stack
    /// @param answered share of the attack's answered requests that are still answered
    record Figures(double calls, double passed, double answered) {

        static Figures of(ReplayResult result) {
            return new Figures(result.calls(MessageClass.LEGITIMATE).share(), result.passedShare(MessageClass.ATTACK),
                    result.answered(MessageClass.ATTACK).share());
        }
    }

    EdgeTrial {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    Figures of(String set) {
        return Objects.requireNonNull(figures.get(set));
    }

    /// Simulates an attack and replays it. Signatures are derived from the same attack with another
    /// seed, as if it had been seen the day before.
    ///
    /// @param seedBefore of the day before
    static EdgeTrial of(EdgeCase attack, long seedBefore, long seed, RunMonitor monitor) throws IOException {
        List<Signature> signatures = EdgeCaptures.with(attack.scenario(), attack.settings(), seedBefore, monitor,
                input -> signatures(input, monitor));
        return EdgeCaptures.with(attack.scenario(), attack.settings(), seed, monitor,
                input -> replay(input, signatures, monitor));
    }

    private static EdgeTrial replay(ReplayInput input, List<Signature> signatures, RunMonitor monitor) {
        MessageScans scans = new MessageScans(input.traffic(), monitor);
        MessageFacts facts = input.facts().withMatching(scans.matching(signatures));
        EdgeSettings settings = EdgeSettings.USUAL.with(StackSettings.USUAL.withRate(INVITES_PER_SECOND));
        Map<String, List<Protection>> sets = new LinkedHashMap<>();
        sets.put(UNPROTECTED, List.of());
        for (Protection each : Protection.values()) {
            if (each != Protection.NORMALISATION && each != Protection.SANDBOX && each != Protection.ANOMALY) {
                sets.put(each.word(), List.of(each));
            }
        }
        sets.put("basic", Protection.basic());
        sets.put("advanced", Protection.advanced());
        Map<String, Figures> figures = new LinkedHashMap<>();
        sets.forEach((name, set) -> figures.put(name,
                Figures.of(Replay.of(input.with(facts), settings.with(set), monitor))));
        return new EdgeTrial(figures, input.traffic().size());
    }

    private static List<Signature> signatures(ReplayInput input, RunMonitor monitor) {
        BitSet attack = MessageFacts.ingress(input.traffic(), input.attack()::get);
        BitSet clean = MessageFacts.ingress(input.traffic(), m -> !input.attack().get(m));
        return new SignatureDerivation(SignatureSettings.USUAL.with(SignatureKind.BILATERAL))
                .derive(texts(input, attack), texts(input, clean), monitor);
    }

    /// Some distinct messages, evenly spread.
    private static List<byte[]> texts(ReplayInput input, BitSet messages) {
        int step = Math.max(1, messages.cardinality() / MOST_MESSAGES);
        Set<String> seen = new LinkedHashSet<>();
        int[] all = messages.stream().toArray();
        for (int i = 0; i < all.length; i += step) {
            seen.add(new String(input.traffic().index().bytes(all[i]), StandardCharsets.ISO_8859_1));
        }
        return seen.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
    }
}
