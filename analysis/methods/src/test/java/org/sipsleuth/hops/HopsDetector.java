package org.sipsleuth.hops;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;

/// Compares each request with the limit of a model.
///
/// @param limit the highest Max-Forwards that is not reported
/// @param model where the limit comes from
record HopsDetector(int limit, ModelIdentity model) implements Detector {

    @Override
    public String name() {
        return HopsMethod.NAME;
    }

    @Override
    public HopsDetection detect(SipIndex index, RunMonitor monitor) {
        return HopsDetection.of(HopCounts.of(index, monitor), limit, model);
    }
}
