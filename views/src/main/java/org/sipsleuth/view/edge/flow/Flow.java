package org.sipsleuth.view.edge.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.MessageClass;

/// The messages from outside on their way through the border. What leaves it at the stages and what
/// passes are together what came.
///
/// @param stages in the order in which messages pass them: first the ingress, last the SIP stack
/// @param passed what reaches an ordinary stack
public record Flow(List<Stage> stages, FlowOutcome passed) {

    /// A stage.
    ///
    /// @param protection empty for the ingress and the SIP stack
    /// @param arriving what reaches it
    /// @param outcome what leaves the flow there
    public record Stage(Optional<Protection> protection, Tally arriving, FlowOutcome outcome) {

        /// What goes on.
        public Tally leaving() {
            return arriving.minus(outcome.count());
        }
    }

    /// Takes a copy.
    public Flow {
        stages = List.copyOf(stages);
    }

    /// The flow of a replay.
    public static Flow of(ReplayResult result) {
        Tally now = new Tally(result.ingress(MessageClass.LEGITIMATE), result.ingress(MessageClass.ATTACK));
        List<Stage> stages = new ArrayList<>();
        Tally unknown = ingress(result, MessageOutcome.UNKNOWN);
        now = add(stages, now, Optional.empty(), new FlowOutcome(FlowOutcome.Kind.NOT_SENT, Optional.empty(),
                ingress(result, MessageOutcome.VOID).plus(unknown), unknown));
        for (Protection each : result.settings().protections()) {
            if (each != Protection.NORMALISATION) { // discards nothing
                now = add(stages, now, Optional.of(each), outcome(result, each));
            }
        }
        now = add(stages, now, Optional.empty(), dropped(result, Optional.empty()));
        return new Flow(stages, new FlowOutcome(FlowOutcome.Kind.PASSED, Optional.empty(), now,
                ingress(result, MessageOutcome.DELAYED)));
    }

    private static FlowOutcome outcome(ReplayResult result, Protection protection) {
        return protection == Protection.SANDBOX
                ? new FlowOutcome(FlowOutcome.Kind.HARDENED, Optional.empty(),
                        ingress(result, MessageOutcome.SANDBOXED), Tally.NONE)
                : dropped(result, Optional.of(protection));
    }

    private static FlowOutcome dropped(ReplayResult result, Optional<Protection> protection) {
        Tally count = Tally.NONE;
        for (Ruling ruling : Ruling.values()) {
            if (ruling.isDrop() && ruling.protection().equals(protection)) {
                count = count.plus(tally(messageClass -> result.dropped(messageClass, ruling)));
            }
        }
        return new FlowOutcome(protection.isPresent() ? FlowOutcome.Kind.DROPPED : FlowOutcome.Kind.OVERLOADED,
                protection, count, Tally.NONE);
    }

    private static Tally ingress(ReplayResult result, MessageOutcome outcome) {
        return tally(messageClass -> result.ingress(messageClass, outcome));
    }

    private static Tally tally(Function<MessageClass, Integer> count) {
        return new Tally(count.apply(MessageClass.LEGITIMATE), count.apply(MessageClass.ATTACK));
    }

    private static Tally add(List<Stage> stages, Tally arriving, Optional<Protection> protection, FlowOutcome outcome) {
        Stage stage = new Stage(protection, arriving, outcome);
        stages.add(stage);
        return stage.leaving();
    }

    /// All that came from outside.
    public Tally ingress() {
        return stages.getFirst().arriving();
    }
}
