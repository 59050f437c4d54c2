package org.sipsleuth.view.edge.run;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.text.EdgeText;

/// What a protection does if it is the only one.
///
/// @param protection the one
/// @param callsWithout share of calls completed without any protection, 0 to 1
/// @param calls the same with it
/// @param attackWithout share of the messages of the attack that pass without any, 0 to 1
/// @param attack the same with it
public record Effect(Protection protection, double callsWithout, double calls, double attackWithout, double attack) {

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
            effects.add(new Effect(each, Comparison.calls(without), Comparison.calls(alone), Comparison.attack(without),
                    Comparison.attack(alone)));
        }
        return effects;
    }
}
