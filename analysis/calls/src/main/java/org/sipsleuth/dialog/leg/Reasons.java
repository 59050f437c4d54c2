package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.evidence.Evidence;
import org.sipsleuth.dialog.leg.evidence.LegTexts;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.FactReader;
import org.sipsleuth.dialog.leg.fact.Hosts;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;

/// Describes the reasons for links, on demand.
final class Reasons {

    private final SipIndex index;
    private final LegSettings settings;

    Reasons(SipIndex index, LegSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    /// The names of what speaks for a link, the strongest first.
    List<String> kinds(FoundLink found) {
        List<Evidence> kinds = settings.kinds();
        return IntStream.range(0, kinds.size())
                .filter(i -> found.weights().of(i) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -found.weights().of(i)))
                .map(i -> kinds.get(i).name())
                .toList();
    }

    /// The reasons for and against a link, the strongest first.
    List<LegReason> of(FoundLink found) {
        FactReader reader = new FactReader(index, new Hosts(index.messages()), new Keys(), settings.callIdFields());
        CallFacts first = reader.read(found.link().first()).orElseThrow();
        CallFacts second = reader.read(found.link().second()).orElseThrow();
        LegPair pair = LegPair.of(first, second);
        LegTexts texts = new LegTexts(index);
        List<Evidence> kinds = settings.kinds();
        List<LegReason> reasons = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            double weight = found.weights().of(i);
            Evidence kind = kinds.get(i);
            if (weight != 0) {
                reasons.add(new LegReason(kind.name(), kind.source(), kind.words(pair, texts), weight,
                        kind.messages(pair)));
            }
        }
        reasons.sort(Comparator.comparingDouble(LegReason::weight).reversed());
        return reasons;
    }
}
