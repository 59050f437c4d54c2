package org.sipsleuth.app.command.belief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Sensitivity;
import org.sipsleuth.belief.novelty.PeriodJudgement;
import org.sipsleuth.belief.novelty.UnlikeValue;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.SettingException;

/// A period with what is believed of it.
///
/// @param source its source, data of the capture; empty for all messages together
/// @param number which of the source's periods it is, from 1
/// @param period it, as it was observed
/// @param observation as it was observed, or as it is tried out
/// @param sensitivity what is believed, and would be without each leaf
/// @param thresholds what beliefs are compared with
/// @param novelty how unlike normal periods it is; empty where the model does not know that
public record ClassifiedPeriod(String source, int number, Period period, Observation observation,
        Sensitivity sensitivity, BeliefThresholds thresholds, Optional<Novelty> novelty) {

    /// How unlike normal periods it is.
    ///
    /// @param judged by all values together
    /// @param unlike the values outside their usual range, the farthest first
    record Novelty(PeriodJudgement judged, List<UnlikeValue> unlike) {

        /// Takes a copy.
        Novelty {
            unlike = List.copyOf(unlike);
        }
    }

    /// The periods of a capture, source by source, in the order of their time.
    ///
    /// @param notJudged gets a sentence for whatever could not be judged
    /// @throws SettingException if what is tried out cannot be, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<ClassifiedPeriod> of(SipIndex index, BeliefModel model, BeliefChoice choice,
            IntPredicate isListed, RunMonitor monitor, Consumer<String> notJudged) throws SettingException {
        BeliefChoice.Checked tried = choice.checked();
        TrafficEvents events = TrafficEvents.of(index, model.settings().sources(), monitor);
        Periods periods =
                choice.isTogether() ? Periods.ofAll(events, model.settings().periods(), model.tables().decay(), monitor)
                        : Periods.bySource(events, model.settings().periods(), model.tables().decay(), monitor);
        BeliefText.others(periods.others()).map(Sentence::text).ifPresent(notJudged);
        List<String> groups = choice.source().map(events::groups).orElse(List.of());
        if (!groups.isEmpty() && !choice.isTogether()) {
            notJudged.accept(
                    "%s: requests of it that came to nothing count, with those of other addresses, for %s; listed too"
                            .formatted(choice.source().orElseThrow(), String.join(", ", groups)));
        }
        List<ClassifiedPeriod> all = new ArrayList<>();
        int group = -1;
        int number = 0;
        boolean isFound = false;
        BeliefTables tables = model.tables();
        for (Period period : periods.all()) {
            monitor.throwIfCancelled();
            String source = choice.isTogether() ? "" : events.sourceName(period.group());
            if (!choice.has(source) && !groups.contains(source)) {
                continue;
            }
            isFound = true;
            if (period.group() != group) {
                group = period.group();
                number = 0;
                tables = model.tables();
            }
            Observation observation = tried.of(period.observation());
            Sensitivity sensitivity = Sensitivity.of(tables, observation, tried.silent());
            number++;
            if (IntStream.of(periods.messages(period)).anyMatch(isListed)) {
                all.add(new ClassifiedPeriod(source, number, period, observation, sensitivity,
                        model.settings().thresholds(),
                        choice.isTogether() ? Optional.empty() : novelty(model, period, observation)));
            }
            ClassVector next = tried.sequence().prior(model.tables().prior(), sensitivity.belief());
            tables = model.tables().with(next);
        }
        if (!isFound) {
            choice.source().ifPresent(name -> notJudged.accept(missing(name, events, periods)));
        }
        return all;
    }

    /// That of a period with enough messages.
    private static Optional<Novelty> novelty(BeliefModel model, Period period, Observation observation) {
        return model.novelty()
                .filter(_ -> period.messages() >= model.settings().thresholds().leastMessages())
                .map(its -> new Novelty(its.judge(observation), its.unlike(observation)));
    }

    /// Whether it is unlike normal ones.
    boolean isUnlike() {
        return novelty.filter(its -> its.judged().isUnlike()).isPresent();
    }

    /// Why nothing is listed of a source that the user named.
    private static String missing(String name, TrafficEvents events, Periods periods) {
        boolean isSource =
                IntStream.range(0, events.sourceCount()).anyMatch(source -> events.sourceName(source).equals(name));
        return isSource && periods.others().sources() > 0
                ? "%s: not analysed because other sources have more messages; to analyse it, export its messages (sipsleuth export --filter 'ip.src == %s') and run beliefs on the export"
                        .formatted(name, name)
                : name + ": no messages from this source";
    }

    /// What is believed.
    Belief belief() {
        return sensitivity.belief();
    }

    /// How much that is worth: `believed`, `contradiction`, `too_few`.
    String standing() {
        if (period.messages() < thresholds.leastMessages()) {
            return "too_few";
        }
        return belief().isContradiction() ? "contradiction" : "believed";
    }

    /// Whether an attack is believed so much that it would be found.
    boolean isSuspect() {
        return standing().equals("believed") && belief().leading().isAttack()
                && belief().attack() > thresholds.attackBelief();
    }
}
