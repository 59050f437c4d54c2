package org.sipsleuth.belief.counter;

import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The most dialogs at a time whose INVITE has its final response but not yet its ACK: one more
/// with the final response, one less with the ACK of the same CSeq number. Begins with none in each
/// period.
final class WaitingDialogs implements Counter {

    private static final int FEW = 64;

    /// The CSeq number of the INVITE that each waits with.
    private Map<Integer, Long> waiting = new HashMap<>();

    private int most;

    @Override
    public boolean add(TrafficEvent event) {
        if (event.isFinalOfInvite()) {
            boolean isNew = waiting.merge(event.dialog(), event.cseq(), Math::max) == event.cseq();
            most = Math.max(most, waiting.size());
            return isNew;
        }
        return event.isAck() && waiting.remove(event.dialog(), event.cseq());
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.WAITING_DIALOGS, most);
    }

    @Override
    public void endPeriod() {
        if (most > FEW) { // its table is as large as it ever was
            waiting = new HashMap<>();
        } else {
            waiting.clear();
        }
        most = 0;
    }
}
