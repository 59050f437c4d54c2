package org.sipsleuth.view.edge.advice;

import static org.sipsleuth.view.edge.text.EdgeText.percent;

import java.util.OptionalDouble;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Served;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.edge.text.ClassWords;

/// What the protections do that are on now, and that a proposal would replace.
///
/// @param isAny whether any protection is on
/// @param messages share of the messages of the attack that do not pass, 0 to 1
/// @param accepted share of its accepted requests that no longer succeed; empty without any
/// @param lost share of the legitimate calls and registrations that are lost, 0 to 1
record Replaced(boolean isAny, double messages, OptionalDouble accepted, double lost) {

    static Replaced of(ReplayResult on) {
        Served accepted = on.accepted(MessageClass.ATTACK);
        return new Replaced(!on.settings().protections().isEmpty(), 1 - on.passedShare(MessageClass.ATTACK),
                accepted.captured() == 0 ? OptionalDouble.empty() : OptionalDouble.of(accepted.lost()),
                Candidate.lossOf(on));
    }

    /// That in a sentence; empty where nothing is on.
    String words(ClassWords classes) {
        if (!isAny) {
            return "";
        }
        return accepted.isEmpty() ? classes.words("advice.replaces.messages", percent(messages), percent(lost))
                : classes.words("advice.replaces", percent(messages), percent(accepted.getAsDouble()), percent(lost));
    }
}
