package org.sipsleuth.view.edge.run;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.edge.explained.ReplayExplanation;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Passed;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Served;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.text.EdgeText;

/// What a protection does if it is the only one.
///
/// @param protection the one
/// @param callsWithout calls completed without any protection
/// @param calls the same with it
/// @param attackWithout messages of the attack that pass without any
/// @param attack the same with it
public record Effect(Protection protection, Served callsWithout, Served calls, Passed attackWithout, Passed attack) {

    /// Tries each protection. Cost: a replay for each, and one without any.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<Effect> all(ReplayInput input, EdgeSettings settings, RunMonitor monitor) {
        String stage = EdgeText.text("stage.effects");
        Protection[] protections = Protection.values();
        ReplayResult without = Replay.of(input, settings.with(List.of()), monitor);
        List<Effect> effects = new ArrayList<>();
        for (Protection each : protections) {
            monitor.progress(new Progress(stage, effects.size(), protections.length));
            ReplayResult alone = Replay.of(input, settings.with(List.of(each)), monitor);
            effects.add(new Effect(each, without.calls(MessageClass.LEGITIMATE), alone.calls(MessageClass.LEGITIMATE),
                    without.passed(MessageClass.ATTACK), alone.passed(MessageClass.ATTACK)));
        }
        return effects;
    }

    /// How its numbers came about.
    public List<Explanation> explanations() {
        return ReplayExplanation.alone(List.of(callsWithout, calls), List.of(attackWithout, attack));
    }
}
