package org.sipsleuth.edge.explained;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.edge.incident.StageEffect;
import org.sipsleuth.edge.replay.Passed;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Served;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// How shares and counts of a replay came about.
public final class ReplayExplanation {

    private static final MethodTexts TEXTS = MethodTexts.beside(ReplayExplanation.class);

    private ReplayExplanation() {}

    /// Of the share of calls that are completed: with the protections, with half and with twice of all
    /// service times, and without protection. Empty without calls.
    public static List<Explanation> calls(ReplayBand band) {
        return List
                .of(calls("with", band.with()), calls("fast", band.fast()), calls("slow", band.slow()),
                        calls("without", band.without()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Explanation> calls(String setting, ReplayResult result) {
        return calls(setting, result.calls(MessageClass.LEGITIMATE));
    }

    private static Optional<Explanation> calls(String setting, Served its) {
        return its.captured() == 0 ? Optional.empty()
                : Optional.of(Explanation.of(TEXTS.sentence("calls", TEXTS.sentence(setting)), "c ÷ n",
                        List.of(Input.of("c", TEXTS.sentence("calls.completed"), its.replayed()),
                                Input.of("n", TEXTS.sentence("calls.captured"), its.captured())),
                        TEXTS.sentence("calls.direction"), Explanation.page("EDGE", "What is replayed")));
    }

    /// Of the share of the attack's messages that pass, in the same four replays. Empty without attack.
    public static List<Explanation> passed(ReplayBand band) {
        return List
                .of(passed("with", band.with()), passed("fast", band.fast()), passed("slow", band.slow()),
                        passed("without", band.without()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Explanation> passed(String setting, ReplayResult result) {
        return passed(setting, result.passed(MessageClass.ATTACK));
    }

    private static Optional<Explanation> passed(String setting, Passed its) {
        return its.all() == 0 ? Optional.empty()
                : Optional.of(Explanation.of(TEXTS.sentence("passed", TEXTS.sentence(setting)), "(p + d) ÷ n",
                        List.of(Input.of("p", TEXTS.sentence("passed.passed"), its.passed()),
                                Input.of("d", TEXTS.sentence("passed.delayed"), its.delayed()),
                                Input.of("n", TEXTS.sentence("passed.all"), its.all())),
                        TEXTS.sentence("passed.direction"), Explanation.page("EDGE", "Outcomes")));
    }

    /// Of what a protection does if it is the only one.
    ///
    /// @param calls without and with it
    /// @param attack without and with it
    public static List<Explanation> alone(List<Served> calls, List<Passed> attack) {
        return List
                .of(calls("without", calls.getFirst()), calls("alone", calls.getLast()),
                        passed("without", attack.getFirst()), passed("alone", attack.getLast()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Of the messages of a stage that are stopped.
    public static Explanation stopped(StageEffect stage) {
        return Explanation.of(TEXTS.sentence("stopped", stage.kind().heading()), "h + v",
                List.of(Input.of("h", TEXTS.sentence("stopped.discarded"), stage.stopped() - stage.unsent()),
                        Input.of("v", TEXTS.sentence("stopped.void"), stage.unsent())),
                TEXTS.sentence("stopped.direction", Sentence.count(stage.messages())),
                Explanation.page("EDGE", "Incidents by stage"));
    }
}
