package org.sipsleuth.view.edge.run;

import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.incident.IncidentMessages;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.edge.text.ClassWords;

/// What counts as an attack.
public sealed interface AttackClass {

    /// What the ground truth says.
    ///
    /// @param truth of the capture that is replayed
    record Truth(IndexTruth truth) implements AttackClass {

        @Override
        public ClassWords words() {
            return ClassWords.TRUTH;
        }

        @Override
        public BitSet messages(SipIndex index, RunMonitor monitor) {
            BitSet attack = new BitSet();
            for (int message = 0; message < index.messages().size(); message++) {
                if ((message & PAUSE_MASK) == 0) {
                    monitor.throwIfCancelled();
                }
                attack.set(message,
                        truth.ofMessage(message)
                                .filter(label -> label.trafficClass() != TrafficClass.NORMAL)
                                .isPresent());
            }
            return attack;
        }
    }

    /// What is part of an incident.
    ///
    /// @param incidents all of them
    record Incidents(List<Incident> incidents) implements AttackClass {

        /// Takes a copy.
        public Incidents {
            incidents = List.copyOf(incidents);
        }

        @Override
        public ClassWords words() {
            return ClassWords.INCIDENTS;
        }

        @Override
        public BitSet messages(SipIndex index, RunMonitor monitor) {
            return IncidentMessages.of(incidents, index, monitor);
        }
    }

    /// What is part of one incident; other incidents count as all else does.
    ///
    /// @param incident the one
    record One(Incident incident) implements AttackClass {

        @Override
        public ClassWords words() {
            return ClassWords.of(incident.number());
        }

        @Override
        public BitSet messages(SipIndex index, RunMonitor monitor) {
            return IncidentMessages.of(List.of(incident), index, monitor);
        }
    }

    /// So many messages are read between two questions whether to stop, less 1.
    int PAUSE_MASK = (1 << 14) - 1;

    /// How the classes are called.
    ClassWords words();

    /// Which messages of a capture count as an attack.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    BitSet messages(SipIndex index, RunMonitor monitor);
}
