package org.sipsleuth.edge.incident;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;

/// Which messages of a capture belong to incidents: their evidence, and all else of the dialogs
/// that it begins. Where somebody interferes with the call of others, the rest of that call does
/// not belong to it.
public final class IncidentMessages {

    private IncidentMessages() {}

    /// The messages of these incidents. Cost: all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static BitSet of(List<Incident> incidents, SipIndex index, RunMonitor monitor) {
        BitSet evidence = new BitSet();
        for (Incident each : incidents) {
            monitor.throwIfCancelled();
            Arrays.stream(each.evidence().messages(index)).forEach(evidence::set);
        }
        BitSet messages = (BitSet) evidence.clone();
        for (int message = 0; !evidence.isEmpty() && message < index.messages().size(); message++) {
            int dialog = index.messages().dialog(message);
            if (evidence.get(index.dialogs().firstMessage(dialog))) {
                messages.set(message);
            }
        }
        return messages;
    }
}
