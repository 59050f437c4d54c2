package org.sipsleuth.pipeline.problem;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.FaultList;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.problem.ProblemReader;
import org.sipsleuth.problem.ProblemSeverity;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.rule.AttackDialogs;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Reads the problems of a capture.
///
/// @param severity how severe they are
/// @param model where its thresholds come from
/// @param corrections what the user knows of hosts
record ProblemDetector(ProblemSeverity severity, ModelIdentity model, RoleCorrections corrections) implements Detector {

    @Override
    public String name() {
        return ProblemMethod.NAME;
    }

    @Override
    public Turn turn() {
        return Turn.FIRST;
    }

    @Override
    public ProblemDetection detect(SipIndex index, RunMonitor monitor) {
        HostRoles roles = HostRoles.shared(TransactionTable.of(index, monitor), corrections);
        FaultList faults = new FaultList();
        ProblemList found =
                new ProblemReader(roles, AttackDialogs.of(roles, monitor)::contains, severity, faults).read(monitor);
        return new ProblemDetection(index, new Origin(ProblemMethod.NAME, model), found, faults.all());
    }
}
