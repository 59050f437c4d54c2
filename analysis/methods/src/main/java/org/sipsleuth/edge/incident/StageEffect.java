package org.sipsleuth.edge.incident;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;

/// What protections do to one stage of an incident, in messages from outside.
///
/// A message is stopped if a protection discards it or gives it to the hardened stack, or if it
/// would not have been sent because of the protections. What would not have been sent without
/// protection either (void) is counted as neither stopped nor passed.
///
/// @param incident the number of the incident
/// @param kind the stage
/// @param messages how many of its messages come from outside
/// @param stopped how many are stopped
/// @param unsent how many of the stopped would not have been sent
/// @param passed how many reach the stack
/// @param overloaded how many the stack itself discards
/// @param unknown how many of which it cannot be known whether they would have been sent
/// @param first the first stopped message; [#NONE] if none is
public record StageEffect(int incident, IncidentKind kind, int messages, int stopped, int unsent, int passed,
        int overloaded, int unknown, int first) {

    /// No message.
    public static final int NONE = -1;

    /// Every stage of every incident, in their order.
    public static List<StageEffect> of(List<Incident> incidents, ReplayBand band) {
        List<StageEffect> all = new ArrayList<>();
        for (Incident incident : incidents) {
            for (Stage stage : incident.stages()) {
                all.add(of(incident.number(), stage, band));
            }
        }
        return List.copyOf(all);
    }

    static StageEffect of(int incident, Stage stage, ReplayBand band) {
        ReplayResult with = band.with();
        SipIndex index = with.input().traffic().index();
        int messages = 0;
        int stopped = 0;
        int unsent = 0;
        int passed = 0;
        int overloaded = 0;
        int unknown = 0;
        int first = NONE;
        for (int message : stage.evidence().messages(index)) {
            if (with.input().traffic().direction(message) != Direction.INGRESS) {
                continue;
            }
            messages++;
            boolean isStopped = false;
            switch (with.outcome(message)) {
                case PASSED, DELAYED -> passed++;
                case UNKNOWN -> unknown++;
                case SANDBOXED -> isStopped = true;
                case DROPPED -> {
                    isStopped = with.ruling(message).protection().isPresent();
                    overloaded += isStopped ? 0 : 1;
                }
                case VOID -> {
                    isStopped = band.without().outcome(message) != MessageOutcome.VOID;
                    unsent += isStopped ? 1 : 0;
                }
                case ELSEWHERE -> throw new IllegalStateException("from outside, and elsewhere");
            }
            if (isStopped) {
                stopped++;
                first = first == NONE ? message : Math.min(first, message);
            }
        }
        return new StageEffect(incident, stage.kind(), messages, stopped, unsent, passed, overloaded, unknown, first);
    }

    /// Whether all, some or none of its messages are stopped.
    public Stopped verdict() {
        if (messages == 0) {
            return Stopped.ELSEWHERE;
        }
        if (stopped == 0) {
            return Stopped.NONE;
        }
        return passed + overloaded + unknown == 0 ? Stopped.ALL : Stopped.SOME;
    }
}
