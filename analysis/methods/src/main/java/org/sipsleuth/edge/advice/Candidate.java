package org.sipsleuth.edge.advice;

import java.util.List;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Served;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.MessageClass;

/// A combination of protections with what it does.
///
/// @param protections in the order in which messages pass them
/// @param lost share of the legitimate calls and registrations of the capture that are lost, 0 to 1
/// @param stopped share of the attack that is stopped, 0 to 1 ([#stoppedShareOf])
/// @param workSeconds the work of stages and stack
public record Candidate(List<Protection> protections, double lost, double stopped, double workSeconds) {

    /// Takes a copy.
    public Candidate {
        protections = List.copyOf(protections);
    }

    /// The effort of its protections together ([Protection#effort]).
    public int effort() {
        return protections.stream().mapToInt(Protection::effort).sum();
    }

    /// What a replay did.
    public static Candidate of(ReplayResult result) {
        return new Candidate(result.settings().protections(), lossOf(result), stoppedShareOf(result),
                result.work().seconds());
    }

    /// The share of legitimate calls and registrations that are lost, 0 to 1.
    public static double lossOf(ReplayResult result) {
        Served calls = result.calls(MessageClass.LEGITIMATE);
        Served registrations = result.registrations(MessageClass.LEGITIMATE);
        int captured = calls.captured() + registrations.captured();
        int replayed = calls.replayed() + registrations.replayed();
        return captured == 0 ? 0 : 1 - (double) replayed / captured;
    }

    /// The share of an attack that is stopped, 0 to 1: of its messages those that reach no ordinary
    /// stack (discarded, void or given to the hardened stack), or of its accepted requests those
    /// that no longer succeed, whichever is less. 1 without attack.
    public static double stoppedShareOf(ReplayResult result) {
        if (result.ingress(MessageClass.ATTACK) == 0) {
            return 1;
        }
        Served accepted = result.accepted(MessageClass.ATTACK);
        double messages = 1 - result.passedShare(MessageClass.ATTACK);
        return accepted.captured() == 0 ? messages : Math.min(messages, accepted.lost());
    }
}
