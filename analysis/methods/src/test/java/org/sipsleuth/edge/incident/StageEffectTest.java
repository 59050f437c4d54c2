package org.sipsleuth.edge.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.TransactionTable;

/// Stages made of messages whose outcome in a replay of the sample incident is known.
class StageEffectTest {

    private static ReplayBand band;

    @BeforeAll
    static void replay() throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(Path.of("../../sample-captures/incident.pcap")), RunMonitor.NONE);
        HostRoles roles = HostRoles.of(TransactionTable.of(index, RunMonitor.NONE));
        ReplayInput input = ReplayInput.of(roles, Border.ofServers(roles), new BitSet(), RunMonitor.NONE);
        band = ReplayBand.of(input, EdgeSettings.USUAL.with(List.of(Protection.FAILURE_BAN)), RunMonitor.NONE);
    }

    private static int[] messages(Direction direction, IntPredicate wanted) {
        return IntStream.range(0, band.with().input().traffic().size())
                .filter(message -> band.with().input().traffic().direction(message) == direction)
                .filter(wanted)
                .toArray();
    }

    private static int[] with(MessageOutcome outcome) {
        return messages(Direction.INGRESS, its -> band.with().outcome(its) == outcome);
    }

    private static StageEffect effect(int... messages) {
        return StageEffect.of(3, new Stage(IncidentKind.HOST_SCAN, 0, 1, Outcome.values()[0], List.of(),
                Sentence.none(), Sentence.none(), Evidence.ofMessages(messages, List.of()), List.of()), band);
    }

    @Test
    void allSomeAndNoneAreToldApart() {
        int[] dropped = with(MessageOutcome.DROPPED);
        int[] passed = with(MessageOutcome.PASSED);
        assertTrue(dropped.length > 1 && passed.length > 1);
        StageEffect all = effect(dropped);
        assertEquals(Stopped.ALL, all.verdict());
        assertEquals(dropped.length, all.stopped());
        assertEquals(dropped[0], all.first());
        StageEffect none = effect(passed);
        assertEquals(Stopped.NONE, none.verdict());
        assertEquals(passed.length, none.passed());
        assertEquals(StageEffect.NONE, none.first());
        StageEffect some = effect(passed[0], dropped[1]);
        assertEquals(Stopped.SOME, some.verdict());
        assertEquals(1, some.stopped());
        assertEquals(dropped[1], some.first());
    }

    @Test
    void voidCountsOnlyIfTheProtectionsMadeItSo() {
        int[] made = messages(Direction.INGRESS, its -> band.with().outcome(its) == MessageOutcome.VOID
                && band.without().outcome(its) != MessageOutcome.VOID);
        assertTrue(made.length > 0);
        assertEquals(made.length, effect(made).unsent());
        assertEquals(Stopped.ALL, effect(made).verdict());
    }

    @Test
    void whatComesFromInsideIsNotAtTheBorder() {
        int[] answers = messages(Direction.EGRESS, _ -> true);
        assertTrue(answers.length > 0);
        assertEquals(Stopped.ELSEWHERE, effect(answers).verdict());
    }
}
