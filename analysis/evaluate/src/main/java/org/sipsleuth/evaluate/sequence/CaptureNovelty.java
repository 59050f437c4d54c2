package org.sipsleuth.evaluate.sequence;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.Deviation;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.Suspicion;

/// What a model states about one capture.
///
/// @param isClean whether it is known to be without attack, all of it
/// @param dialogs how many harmless dialogs it has
/// @param unknown how many of them are unknown
/// @param fits whether the model fits
/// @param scores how many dialogs have each score, by the name of the score
record CaptureNovelty(boolean isClean, int dialogs, int unknown, boolean fits, Map<String, ScoreCounts> scores) {

    static final String SUSPICION = "suspicion, with incidents";
    static final String WITHOUT_INCIDENTS = "suspicion, without incidents";
    static final String BITS = "Markov model, bits";
    static final String WORDS = "hash set of transactions";
    static final String RARITY = "rarity within the capture";
    static final String ORDER = "order of RFC 3261";
    static final String NETWORK = "network of whole dialogs, 1 − maximum output";

    /// Measures.
    ///
    /// @param attacks the dialogs of attacks
    /// @param left those that are neither harmless nor of an attack
    static CaptureNovelty of(boolean isClean, BitSet attacks, BitSet left, SequenceDetection detection,
            Investigation investigation) {
        Map<String, ScoreCounts> counts = new LinkedHashMap<>();
        Map<String, IntToDoubleFunction> scores = scores(detection, investigation.incidents());
        int harmless = 0;
        int unknown = 0;
        for (int dialog = 0; dialog < detection.index().dialogs().size(); dialog++) {
            if (left.get(dialog)) {
                continue;
            }
            boolean isAttack = attacks.get(dialog);
            boolean isUnknown = detection.familiarity().orElseThrow().isUnknown(dialog);
            harmless += isAttack ? 0 : 1;
            unknown += !isAttack && isUnknown ? 1 : 0;
            for (Map.Entry<String, IntToDoubleFunction> each : scores.entrySet()) {
                counts.computeIfAbsent(each.getKey(), _ -> new ScoreCounts())
                        .add(each.getValue().applyAsDouble(dialog), isAttack, isUnknown);
            }
        }
        boolean fits = investigation.fits()
                .stream()
                .filter(fit -> fit.origin().detector().equals(SequenceModel.KIND))
                .allMatch(ModelFit::fits);
        return new CaptureNovelty(isClean, harmless, unknown, fits, counts);
    }

    private static Map<String, IntToDoubleFunction> scores(SequenceDetection detection, List<Incident> incidents) {
        Map<String, IntToDoubleFunction> scores = new LinkedHashMap<>();
        Optional<NoveltyDetection> novelty = detection.novelty();
        if (novelty.isPresent()) {
            BitSet accompanying = dialogs(detection.index(), incidents);
            double[] suspicion = suspicions(novelty.get(), accompanying);
            double[] alone = suspicions(novelty.get(), new BitSet());
            HopNovelty its = novelty.get().novelty();
            scores.put(SUSPICION, dialog -> suspicion[dialog]);
            scores.put(WITHOUT_INCIDENTS, dialog -> alone[dialog]);
            scores.put(BITS, its::bits);
            double[] words = new double[suspicion.length];
            double[] rarity = new double[suspicion.length];
            double[] order = new double[suspicion.length];
            alternatives(its, words, rarity, order);
            scores.put(WORDS, dialog -> words[dialog]);
            scores.put(RARITY, dialog -> rarity[dialog]);
            scores.put(ORDER, dialog -> order[dialog]);
        }
        scores.put(NETWORK,
                dialog -> 1 - detection.scored().score(detection.scored().sequences().ofDialog(dialog)).maximum());
        return scores;
    }

    private static BitSet dialogs(SipIndex index, List<Incident> incidents) {
        BitSet dialogs = new BitSet();
        for (Incident incident : incidents) {
            for (int dialog : incident.evidence().dialogs(index)) {
                dialogs.set(dialog);
            }
        }
        return dialogs;
    }

    /// In bits: of an unknown dialog that of its group; of a known one, which is in no group, its
    /// surprise, its deviation and its incident, without rarity.
    private static double[] suspicions(NoveltyDetection detection, BitSet accompanying) {
        HopNovelty novelty = detection.novelty();
        HopUnits units = novelty.units();
        double[] bits = new double[units.index().dialogs().size()];
        boolean[] deviates = new boolean[bits.length];
        for (int unit = 0; unit < units.size(); unit++) {
            deviates[units.dialog(unit)] |= deviates(units, unit);
        }
        for (int dialog = 0; dialog < bits.length; dialog++) {
            bits[dialog] = new Suspicion(novelty.bits(dialog), deviates[dialog], 0, 0, accompanying.get(dialog)).bits();
        }
        for (NoveltyDetection.Group group : detection.groups()) {
            NoveltyGroup its = group.dialogs();
            boolean isOfIncident = false;
            for (int dialog : its.dialogs()) {
                isOfIncident |= accompanying.get(dialog);
            }
            for (int dialog : its.dialogs()) {
                bits[dialog] = its.suspicion().with(isOfIncident).bits();
            }
        }
        return bits;
    }

    private static boolean deviates(HopUnits units, int unit) {
        return Deviation.of(units.words().get(units.word(unit))).isPresent()
                || Deviation.of(units.transitions().get(units.transition(unit))).isPresent();
    }

    private static void alternatives(HopNovelty novelty, double[] words, double[] rarity, double[] order) {
        HopUnits units = novelty.units();
        Map<Integer, Integer> dialogsOfWord = new HashMap<>();
        Set<Long> counted = new HashSet<>();
        for (int unit = 0; unit < units.size(); unit++) {
            if (counted.add((long) units.dialog(unit) << Integer.SIZE | units.word(unit))) {
                dialogsOfWord.merge(units.word(unit), 1, Integer::sum);
            }
        }
        for (int unit = 0; unit < units.size(); unit++) {
            int dialog = units.dialog(unit);
            int word = units.word(unit);
            double share = (double) dialogsOfWord.getOrDefault(word, 1) / words.length;
            rarity[dialog] = Math.max(rarity[dialog], -StrictMath.log(share));
            if (!novelty.model().isObserved(units.words().get(word))) {
                words[dialog] = 1;
            }
            if (deviates(units, unit)) {
                order[dialog] = 1;
            }
        }
    }
}
